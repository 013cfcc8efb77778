"""The look of all pages beyond Streamlit's theme: one style sheet and the colours of the theme.

The sheet has an address of its own (`web.routes`), so that the browser keeps it: sent along in
every run it would cost a tenth of the time that an answer takes.
"""

from functools import cache
from hashlib import sha256
from pathlib import Path

import streamlit as st

from theme import DARK, LIGHT, Palette, palette


@cache
def sheet() -> str:
    """The style sheet, `look.css`."""
    return Path(__file__).with_name("look.css").read_text("utf-8")


def draw() -> None:
    """Add the style sheet and the colours of the respondent's theme to the page."""
    st.html(_style(st.context.theme.type))


@cache
def _style(variant: str | None) -> str:
    """The colours as variables: both variants, so that a theme that changes at dusk changes all.

    A browser that cannot choose between two colours gets those of the theme it began with.
    """
    given = _named(palette(variant))
    dark = _named(DARK)
    both = {name: f"light-dark({light},{dark[name]})" for name, light in _named(LIGHT).items()}
    version = sha256(sheet().encode()).hexdigest()[:12]
    return (
        f'<style>@import "./look.css?v={version}";:root{{{_declared(given)}}}'
        f"@supports (color:light-dark(red,red)){{:root{{{_declared(both)}}}}}</style>"
    )


def _named(colours: Palette) -> dict[str, str]:
    return {
        "ink": colours.ink,
        "secondary": colours.secondary,
        "mark": colours.mark,
        "hairline": colours.hairline,
        "surface": colours.surface,
        "accent": colours.accent,
        "primary": "#2A7F91" if colours is DARK else colours.accent,
        "link": colours.accent,
        "tint": colours.accent_tint,
        "warning": colours.warning,
    }


def _declared(variables: dict[str, str]) -> str:
    return "".join(f"--{name}:{colour};" for name, colour in variables.items())
