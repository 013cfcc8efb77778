"""What all charts have in common: how they look, how they are drawn, how their numbers are kept.

Altair says once how a chart is built up; a visitor's values are put into that plan. Building it
anew for each visitor takes longer than everything else on the page together.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Final, Literal

import altair as alt
import streamlit as st

from theme import SANS, SCREEN

Value = dict[str, Any]
Plan = Callable[[], alt.LayerChart]

Side = Literal["left", "right"]
LEFT: Final[Side] = "left"
RIGHT: Final[Side] = "right"
SHOWN_NAME: Final = 44
"""Characters of a priority's name that fit on a phone; the words beside the chart have it all."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart to draw: its plan, the values of each named layer, its height, its short text."""

    plan: Plan
    values: Mapping[str, Sequence[Value]]
    height: int
    alt: str


def layers(*charts: alt.Chart) -> alt.LayerChart:
    """`charts` on top of each other; SVG, so that they stay sharp at any zoom."""
    made = alt.layer(
        *charts,
        width="container",
        background="transparent",
        padding=0,
        config=alt.Config(
            font=SANS,
            mark=alt.MarkConfig(aria=False),
            view=alt.ViewConfig(stroke=None),
            text=alt.MarkConfig(baseline="middle", fontSize=SCREEN.small),
            point=alt.MarkConfig(filled=True, opacity=1),
            rect=alt.RectConfig(opacity=1),
        ),
        usermeta={"embedOptions": {"renderer": "svg"}},
    )
    assert isinstance(made, alt.LayerChart)  # facets are among what could be layered, not here
    return made


def layer(name: str) -> alt.Chart:
    """One layer; `name` is where its values go."""
    return alt.Chart(alt.NamedData(name=name))


def across(field: str = "x") -> alt.X:
    """`field` from 0 at the left edge to 100 at the right; labels say the values, so no axis."""
    scale = alt.Scale(domain=[0, 100], nice=False, zero=False)
    return alt.X(field=field, type="quantitative", scale=scale, axis=None)


def down(field: str = "y") -> alt.Y:
    """`field` as pixels from the top."""
    return alt.Y(field=field, type="quantitative", scale=None, axis=None)


def said(field: str = "text") -> alt.Text:
    """`field` as it is written."""
    return alt.Text(field=field, type="nominal")


def inked(field: str = "ink") -> alt.Color:
    """`field` as the colour itself."""
    return alt.Color(field=field, type="nominal", scale=None, legend=None)


def shaped() -> alt.Shape:
    """The field `shape` as the outline itself."""
    return alt.Shape(field="shape", type="nominal", scale=None, legend=None)


def specification(drawing: Drawing) -> dict[str, Any]:
    """The chart as Vega-Lite with its values in place."""
    plan = _planned(drawing.plan)
    filled = [
        part | {"data": {"values": list(drawing.values[part["data"]["name"]])}}
        for part in plan["layer"]
    ]
    return plan | {"layer": filled, "height": drawing.height}


@cache
def _planned(plan: Plan) -> dict[str, Any]:
    """A plan as Vega-Lite; the tests hold every one against Altair's schema."""
    planned: dict[str, Any] = plan().to_dict(validate=False)
    return planned


def show(drawing: Drawing) -> None:
    """Draw a chart as wide as the page."""
    st.vega_lite_chart(spec=specification(drawing), theme=None, width="stretch", alt=drawing.alt)


def fit(name: str) -> str:
    """`name` as far as it fits on one line of a phone."""
    return name if len(name) <= SHOWN_NAME else name[: SHOWN_NAME - 1].rstrip() + "…"
