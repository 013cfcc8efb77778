"""Colours, type sizes and shapes that screen and paper share.

Streamlit reads its own copy of the colours from `.streamlit/config.toml`; a test compares them.
Paper is always `LIGHT`. Contrast is computed in tests: 4.5:1 for text, 3:1 for marks. A firm's own
accent goes through `branded`, which keeps to the same.
"""

from colorsys import hls_to_rgb, rgb_to_hls
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

TEXT: Final = 4.5
"""Least contrast of text with its ground, after WCAG 2."""
MARK: Final = 3.0
"""Least contrast of a mark with its ground."""


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of one variant, as `#RRGGBB`.

    `ink` and `secondary` are text, `mark` is a thin line with a meaning, `hairline` and `track`
    carry none. `on_accent` is text on `accent`, `accent_tint` and `warning_tint` are grounds.
    `primary` is the accent as the ground of a button, under white text.
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
    primary: str


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
    primary="#12606F",
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
    primary="#2A7F91",
)


def palette(variant: str | None) -> Palette:
    """The colours for *light* or *dark*; anything else is read as light."""
    return DARK if variant == "dark" else LIGHT


@lru_cache(maxsize=64)
def branded(colours: Palette, accent: str) -> Palette:
    """`colours` with another accent, as `#RRGGBB`, lightened or darkened until it can be read.

    Its tints, its button and the text on it follow; ink, grounds and the warning stay. Our own
    accent gives `colours` as they are: its variants were chosen by eye.
    """
    if accent.upper() == LIGHT.accent:
        return colours
    dark = _luminance(colours.paper) < _luminance(colours.ink)
    tint = _tint(colours, accent, 0.16 if dark else 0.14)
    plain, filled = (colours.paper, colours.surface, tint), (colours.track,)
    shown = readable(readable(accent.upper(), plain, TEXT, dark), filled, MARK, dark)
    button = readable(shown, ("#FFFFFF",), TEXT, lighter=False) if dark else shown
    on_accent = max(("#FFFFFF", LIGHT.ink), key=lambda text: contrast(text, shown))
    return replace(colours, accent=shown, on_accent=on_accent, accent_tint=tint, primary=button)


def readable(colour: str, grounds: tuple[str, ...], least: float, lighter: bool) -> str:
    """The nearest colour of the same hue that has the contrast `least` with every ground.

    It is looked for in one direction only and ends at white or black, contrast or not.
    """
    hue, lightness, saturation = rgb_to_hls(*_channels(colour))
    end, steps = (1.0, round(200 * (1 - lightness))) if lighter else (0.0, round(200 * lightness))
    for step in range(steps + 1):
        if all(contrast(colour, ground) >= least for ground in grounds):
            return colour
        share = (step + 1) / (steps + 1)
        colour = _written(hls_to_rgb(hue, lightness + (end - lightness) * share, saturation))
    return colour


def _tint(colours: Palette, accent: str, share: float) -> str:
    """A ground with a breath of the accent; less of it where ink or secondary text would suffer."""
    while True:
        mixed = zip(_channels(colours.paper), _channels(accent), strict=True)
        tint = _written(tuple(below + (above - below) * share for below, above in mixed))
        if share < 0.01 or contrast(colours.secondary, tint) >= TEXT:
            return tint
        share -= 0.01


def distance(first: str, second: str) -> float:
    """How different two colours look: 0 for equal ones, 1 from black to white.

    The straight line between them in the Oklab colour space (Ottosson 2020); around 0.02 can just
    be told apart when side by side.
    """
    one, other = _oklab(first), _oklab(second)
    return float(sum((a - b) ** 2 for a, b in zip(one, other, strict=True)) ** 0.5)


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
    red, green, blue = _linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


Three = tuple[float, float, float]


def _channels(colour: str) -> Three:
    """Red, green and blue from 0 to 1."""
    red, green, blue = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    return red, green, blue


def _written(channels: tuple[float, ...]) -> str:
    return "#" + "".join(f"{round(255 * min(max(value, 0), 1)):02X}" for value in channels)


def _linear(colour: str) -> Three:
    """The channels as amounts of light."""
    red, green, blue = (
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        for value in _channels(colour)
    )
    return red, green, blue


def _oklab(colour: str) -> Three:
    red, green, blue = _linear(colour)
    long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
    middle = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
    short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
    return (
        0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short,
    )
