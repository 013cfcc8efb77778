"""What all charts have in common: how they look, how they are drawn, how their numbers are kept."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final

import altair as alt
import streamlit as st

from theme import SANS, SCREEN, Palette, palette

Rows = tuple[Any, ...]
Build = Callable[[Rows, Palette], alt.LayerChart]

LEFT: Final = "left"
RIGHT: Final = "right"


@dataclass(frozen=True, slots=True)
class Numbers:
    """A chart's numbers as a table of texts; the first column names the row."""

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def layers(height: int, colours: Palette, *charts: alt.Chart) -> alt.LayerChart:
    """`charts` on top of each other, `height` pixels high and as wide as the page."""
    return (
        alt.layer(*charts, height=height, width="container", background="transparent", padding=0)
        .configure(font=SANS, aria=False)
        .configure_view(stroke=None)
        .configure_text(fontSize=SCREEN.small, color=colours.ink, baseline="middle")
        .configure_axis(disable=True)
    )


def data(values: Sequence[dict[str, Any]]) -> alt.Chart:
    """A chart of plain values, without pandas on the way."""
    return alt.Chart(alt.InlineData(values=list(values)))


def across(field: str, domain: tuple[float, float]) -> alt.X:
    """`field` from left to right over the whole width; no axis, because labels say the values."""
    return alt.X(f"{field}:Q", scale=alt.Scale(domain=domain, nice=False, zero=False), title=None)


def down(field: str, height: int) -> alt.Y:
    """`field` as pixels from the top of a chart of this height."""
    scale = alt.Scale(domain=(height, 0), nice=False, zero=False)
    return alt.Y(f"{field}:Q", scale=scale, title=None)


def specification(build: Build, rows: Rows, colours: Palette) -> dict[str, Any]:
    """The chart as Vega-Lite, drawn as SVG so that it stays sharp at any zoom.

    Not validated here: the tests validate every chart, and doing it again for each visitor takes
    longer than everything else on the page.
    """
    spec: dict[str, Any] = build(rows, colours).to_dict(validate=False)
    return spec | {"usermeta": {"embedOptions": {"renderer": "svg"}}}


def show(build: Build, rows: Rows, alt_text: str) -> None:
    """Draw a chart in the visitor's colours."""
    _drawn(f"{build.__module__}.{build.__qualname__}", build, rows, st.context.theme.type, alt_text)


# Kept for this visitor only and gone with the session: rows hold the respondent's own words.
@st.cache_data(scope="session", max_entries=24, show_spinner=False)
def _drawn(name: str, _build: Build, rows: Rows, variant: str | None, alt_text: str) -> None:
    st.vega_lite_chart(
        spec=specification(_build, rows, palette(variant)), theme=None, width="stretch", alt=alt_text
    )


def forget() -> None:
    """Drop every drawing kept for this visitor."""
    _drawn.clear()
