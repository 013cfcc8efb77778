"""The look of all pages beyond Streamlit's theme: one style sheet and the colours of the theme."""

from functools import cache
from pathlib import Path

import streamlit as st

from theme import palette


@cache
def _style(variant: str | None) -> str:
    colours = palette(variant)
    named = {
        "ink": colours.ink,
        "secondary": colours.secondary,
        "mark": colours.mark,
        "hairline": colours.hairline,
        "surface": colours.surface,
        "accent": colours.accent,
        "primary": "#2A7F91" if variant == "dark" else colours.accent,
        "link": colours.accent,
        "tint": colours.accent_tint,
        "warning": colours.warning,
    }
    variables = "".join(f"--{name}:{colour};" for name, colour in named.items())
    css = Path(__file__).with_name("look.css").read_text("utf-8")
    return f"<style>:root{{{variables}}}{css}</style>"


def draw() -> None:
    """Add the style sheet to the page."""
    st.html(_style(st.context.theme.type))
