"""The look of all pages beyond Streamlit's theme: one style sheet and the colours of the theme.

The sheet has an address of its own (`web.routes`), so that the browser keeps it: sent along in
every run it would cost a tenth of the time that an answer takes.
"""

from functools import cache, lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Final

import streamlit
import streamlit as st

from theme import DARK, LIGHT, Palette, branded
from ui import brand_file

FONTS: Final = {"sans": "SourceSansVF-Upright.ttf", "serif": "SourceSerifVariable-Roman.ttf"}
"""How the names of the files begin."""


@cache
def sheet() -> str:
    """The style sheet, `look.css`."""
    return Path(__file__).with_name("look.css").read_text("utf-8")


@cache
def fonts() -> dict[str, str]:
    """The paths of Streamlit's upright fonts below its own address, *sans* and *serif*."""
    folder = Path(streamlit.__file__).parent / "static" / "static" / "media"
    found = {name: folder.glob(f"{file}.*.woff2") for name, file in FONTS.items()}
    return {name: f"static/media/{path.name}" for name, paths in found.items() for path in paths}


def draw() -> None:
    """Add the style sheet and the colours of both themes to the page."""
    st.html(_style(brand_file.shown().accent))


@lru_cache(maxsize=4)
def _style(accent: str) -> str:
    """The colours as variables, of both themes: it may change while the page is open, at dusk.

    A browser that cannot choose between two colours goes by what the device prefers, as Streamlit
    does.
    """
    light, dark = _named(branded(LIGHT, accent), False), _named(branded(DARK, accent), True)
    both = {name: f"light-dark({colour},{dark[name]})" for name, colour in light.items()}
    version = sha256(sheet().encode()).hexdigest()[:12]
    return (
        f'<style>@import "./look.css?v={version}";{_root(light)}'
        f"@media (prefers-color-scheme:dark){{{_root(dark)}}}"
        f"@supports (color:light-dark(red,red)){{{_root(both)}}}</style>"
    )


def _named(colours: Palette, dark: bool) -> dict[str, str]:
    return {
        "ink": colours.ink,
        "secondary": colours.secondary,
        "mark": colours.mark,
        "hairline": colours.hairline,
        "surface": colours.surface,
        "accent": colours.accent,
        "primary": colours.primary,
        "link": colours.accent,
        "tint": colours.accent_tint,
        "warning": colours.warning,
        "plate": "#FFFFFF" if dark else "transparent",
    }


def _root(variables: dict[str, str]) -> str:
    return f":root{{{''.join(f'--{name}:{colour};' for name, colour in variables.items())}}}"
