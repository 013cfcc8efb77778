"""The look of all pages beyond Streamlit's theme: one style sheet, `look.css`."""

from functools import cache
from pathlib import Path

import streamlit as st


@cache
def _style() -> str:
    css = Path(__file__).with_name("look.css").read_text("utf-8")
    return f"<style>{css}</style>"


def draw() -> None:
    """Add the style sheet to the page."""
    st.html(_style())
