"""The twelve capabilities as thin bars under their dimensions, with the answer moves aim at."""

from dataclasses import dataclass
from typing import Any, Final

import altair as alt

from scoring.maturity import PERCENT_PER_LEVEL
from scoring.rounding import half_up_whole
from scoring.scorecard import Scorecard
from scoring.thresholds import below
from theme import SCREEN, Palette
from ui.charts.look import LEFT, RIGHT, Numbers, across, data, down, layers

HEAD, ROW, NAME, TOP, BOTTOM = 34, 38, 10, 19, 27
"""Pixels: a dimension's line, a capability's row, and in it the name's middle and the bar."""

SCALE: Final = (0.0, 100.0)


@dataclass(frozen=True, slots=True)
class CapabilityBar:
    """A capability in points of 100 (`None` without answers) and the answer moves aim at."""

    dimension: str
    name: str
    points: float | None
    target: float
    is_low: bool


def capability_bars(card: Scorecard) -> tuple[CapabilityBar, ...]:
    """All capabilities in bank order; a dimension without a score shows none of its bars."""
    bank = card.bank
    return tuple(
        CapabilityBar(
            bank.dimension_by_id[entry.dimension].name,
            entry.name,
            None if level is None else PERCENT_PER_LEVEL * level,
            PERCENT_PER_LEVEL * bank.numbers.moves.target,
            level is not None and below(level, bank.numbers.caps.weak_capability_below),
        )
        for entry in bank.capabilities
        for level in [card.capabilities[entry.id]]
    )


def numbers(rows: tuple[CapabilityBar, ...]) -> Numbers:
    """The bars as a table."""
    return Numbers(
        ("Part", "Of", "Points of 100"),
        tuple((row.name, row.dimension, shown(row)) for row in rows),
    )


def shown(row: CapabilityBar) -> str:
    """A bar's number in words."""
    return "no answer" if row.points is None else str(half_up_whole(row.points))


def capability_chart(rows: tuple[CapabilityBar, ...], colours: Palette) -> alt.LayerChart:
    """Bars under their dimension's name; a mark shows what moves aim at."""
    placed, heads, height = _places(rows, colours)
    bars = [row for row in placed if row["points"] is not None]
    at = down("y", height)
    return layers(
        height,
        colours,
        data(heads)
        .mark_text(align=LEFT, color=colours.secondary)
        .encode(x=alt.value(0), y=at, text="text:N"),
        data(placed).mark_text(align=LEFT).encode(x=alt.value(0), y=at, text="name:N"),
        data(placed)
        .mark_text(align=RIGHT, fontWeight=600, fontSize=SCREEN.small + 1)
        .encode(x=alt.value("width"), y=at, text="text:N", color=alt.Color("said:N", scale=None)),
        _stretch(placed, "full", height).mark_rect(color=colours.track),
        _stretch(bars, "points", height)
        .mark_rect()
        .encode(color=alt.Color("ink:N", scale=None)),
        data(placed)
        .mark_rule(color=colours.ink, strokeWidth=1.5)
        .encode(x=across("target", SCALE), y=down("over", height), y2="under:Q"),
    )


def _stretch(values: list[dict[str, Any]], end: str, height: int) -> alt.Chart:
    return data(values).encode(
        x=across("zero", SCALE), x2=f"{end}:Q", y=down("top", height), y2="bottom:Q"
    )


def _places(
    rows: tuple[CapabilityBar, ...], colours: Palette
) -> tuple[list[dict[str, Any]], list[dict[str, Any]], int]:
    """Where every row and every dimension's name goes, and how high that makes the chart."""
    placed, heads, y = [], [], 0
    for place, row in enumerate(rows):
        if place == 0 or rows[place - 1].dimension != row.dimension:
            heads.append({"y": y + HEAD - 13, "text": row.dimension.upper()})
            y += HEAD
        placed.append(_bar(row, y, colours))
        y += ROW
    return placed, heads, y


def _bar(row: CapabilityBar, y: int, colours: Palette) -> dict[str, Any]:
    return {
        "y": y + NAME,
        "top": y + TOP,
        "bottom": y + BOTTOM,
        "over": y + TOP - 3,
        "under": y + BOTTOM + 3,
        "name": row.name,
        "text": shown(row),
        "zero": 0,
        "full": 100,
        "points": row.points,
        "target": row.target,
        "ink": colours.warning if row.is_low else colours.accent,
        "said": colours.warning if row.is_low else colours.ink,
    }
