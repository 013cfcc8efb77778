"""Colours, type sizes and shapes that screen and paper share.

Streamlit reads its own copy of the colours from `.streamlit/config.toml`; a test compares them.
Paper is always `LIGHT`. Contrast is computed in tests: 4.5:1 for text, 3:1 for marks.
"""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of one variant, as `#RRGGBB`.

    `ink` and `secondary` are text, `mark` is a thin line with a meaning, `hairline` and `track`
    carry none. `on_accent` is text on `accent`, `accent_tint` and `warning_tint` are grounds.
    """

    paper: str
    surface: str
    ink: str
    secondary: str
    mark: str
    hairline: str
    track: str
    accent: str
    on_accent: str
    accent_tint: str
    warning: str
    warning_tint: str


LIGHT: Final = Palette(
    paper="#FFFFFF",
    surface="#F2F6F7",
    ink="#10151C",
    secondary="#5B6770",
    mark="#747F87",
    hairline="#D5DBE0",
    track="#E3E8EB",
    accent="#12606F",
    on_accent="#FFFFFF",
    accent_tint="#DDEBEE",
    warning="#B5452F",
    warning_tint="#FBEDE9",
)

DARK: Final = Palette(
    paper="#10151C",
    surface="#1B232D",
    ink="#EEF2F6",
    secondary="#A9B4BD",
    mark="#7E8A95",
    hairline="#3A4551",
    track="#2A343F",
    accent="#5FB2C2",
    on_accent="#10151C",
    accent_tint="#16303A",
    warning="#E58A75",
    warning_tint="#36221F",
)


def palette(variant: str | None) -> Palette:
    """The colours for *light* or *dark*; anything else is read as light."""
    return DARK if variant == "dark" else LIGHT


@dataclass(frozen=True, slots=True)
class TypeSizes:
    """Sizes of type: pixels on screen, points on paper. `figure` is the one large number."""

    small: float
    body: float
    heading: float
    title: float
    figure: float


SCREEN: Final = TypeSizes(small=13, body=16, heading=21, title=36, figure=64)
PAPER: Final = TypeSizes(small=8, body=10, heading=13, title=26, figure=54)

SANS: Final = "Source Sans"
SERIF: Final = "Source Serif"
"""The families Streamlit brings along; the paper embeds their relatives."""


@dataclass(frozen=True, slots=True)
class Shape:
    """A mark known without its colour: an outline to fill, in a square from -1 to 1, y downwards.

    The text is an SVG path with absolute M, L, A and Z only.
    """

    id: str
    path: str


_DISC: Final = "M-1,0A1,1,0,1,1,1,0A1,1,0,1,1,-1,0Z"
_HOLE: Final = "M-0.7,0A0.7,0.7,0,1,0,0.7,0A0.7,0.7,0,1,0,-0.7,0Z"
_HALF_HOLE: Final = "M0,-0.7L0,0.7A0.7,0.7,0,0,0,0,-0.7Z"

CLEAR: Final = Shape("clear", _DISC)
PARTIAL: Final = Shape("partial", _DISC + _HALF_HOLE)
MISSING: Final = Shape("missing", _DISC + _HOLE)
UNANSWERED: Final = Shape("unanswered", "M-1,-0.2L1,-0.2L1,0.2L-1,0.2Z")
SHAPES: Final = {shape.id: shape for shape in (CLEAR, PARTIAL, MISSING, UNANSWERED)}
"""How far a priority's answer goes: a full disc, half a disc, a ring, a dash."""


def contrast(first: str, second: str) -> float:
    """The contrast of two colours after WCAG 2, from 1 (none) to 21."""
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    channels = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        for value in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
