"""The twelve capabilities as thin bars under their dimensions, with the answer moves aim at."""

from typing import Final

import altair as alt

from scoring.pictures.capabilities import CapabilityBar, alt_text, points_words
from theme import SCREEN, Palette
from ui.charts.look import (
    LEFT,
    RIGHT,
    Drawing,
    Value,
    across,
    down,
    inked,
    layer,
    layers,
    said,
)

HEAD, ROW, NAME, TOP, BOTTOM = 34, 38, 10, 20, 28
"""Pixels: a dimension's line, a capability's row, and in it the name's middle and the bar."""

LINE: Final = 20
"""Pixels: the middle of a dimension's name in its line."""


def draw_capabilities(rows: tuple[CapabilityBar, ...], colours: Palette) -> Drawing:
    """Bars under their dimension's name; a mark shows what moves aim at."""
    heads: list[Value] = []
    bars: list[Value] = []
    height = 0
    for place, row in enumerate(rows):
        if place == 0 or rows[place - 1].dimension != row.dimension:
            heads.append({"y": height + LINE, "text": row.dimension, "ink": colours.secondary})
            height += HEAD
        bars.append(_bar(row, height, colours))
        height += ROW
    return Drawing(
        plan=capability_plan,
        values={
            "heads": heads,
            "bars": bars,
            "scored": [each for each in bars if each["points"] is not None],
        },
        height=height,
        alt=alt_text(rows),
    )


def capability_plan() -> alt.LayerChart:
    """How the bars are built up."""
    box = {"x": across("zero"), "y": down("top"), "y2": alt.Y2(field="bottom")}
    name = {"x": alt.value(0), "y": down(), "color": inked("ink")}
    return layers(
        layer("heads").mark_text(align=LEFT).encode(**name, text=said()),
        layer("bars")
        .mark_text(align=LEFT, fontSize=SCREEN.small + 1)
        .encode(**name, text=said("name")),
        layer("bars")
        .mark_text(align=RIGHT, fontWeight=600, fontSize=SCREEN.small + 1)
        .encode(x=alt.value("width"), y=down(), text=said(), color=inked("number_ink")),
        layer("bars").mark_rect().encode(**box, x2=alt.X2(field="full"), color=inked("track")),
        layer("scored").mark_rect().encode(**box, x2=alt.X2(field="points"), color=inked("fill")),
        layer("bars")
        .mark_rule(strokeWidth=1.5)
        .encode(x=across("target"), y=down("over"), y2=alt.Y2(field="under"), color=inked()),
    )


def _bar(row: CapabilityBar, y: int, colours: Palette) -> Value:
    strong = colours.warning if row.is_low else colours.accent
    return {
        "y": y + NAME,
        "top": y + TOP,
        "bottom": y + BOTTOM,
        "over": y + TOP - 3,
        "under": y + BOTTOM + 3,
        "name": row.name,
        "text": points_words(row),
        "zero": 0,
        "full": 100,
        "points": row.points,
        "target": row.target,
        "ink": colours.ink,
        "track": colours.track,
        "fill": strong,
        "number_ink": colours.warning if row.is_low else colours.ink,
    }
