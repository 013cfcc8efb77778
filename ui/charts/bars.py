"""One dimension as a bar: score, one-answer band, level marks, and the cap where one holds it."""

from dataclasses import dataclass
from typing import Final

import altair as alt

from scoring.rounding import half_up_whole
from scoring.scorecard import Scorecard
from scoring.thresholds import below
from theme import Palette
from ui.charts.look import LEFT, RIGHT, across, data, layers

HEIGHT: Final = 58
TOP, BOTTOM, LANE = 20, 34, 46
"""Pixels from the top: the bar's edges, and the lane of the one-answer band under it."""

SCALE: Final = (0.0, 100.0)
MIDDLE: Final = 50
"""Left of the middle a label runs to the right, right of it to the left."""


@dataclass(frozen=True, slots=True)
class Bar:
    """What one bar shows, in points of 100; `limit` is set when a cap holds the score."""

    name: str
    level_name: str
    raw: float
    final: float
    low: float
    high: float
    limit: float | None
    level_starts: tuple[float, ...]
    is_low: bool


def bar_of(card: Scorecard, dimension: str) -> Bar | None:
    """The bar of one dimension, `None` when too little was answered for a score."""
    scored = card.dimensions[dimension]
    if scored.raw is None or scored.final is None or scored.band is None:
        return None
    return Bar(
        name=card.bank.dimension_by_id[dimension].name,
        level_name=scored.level_name or "",
        raw=scored.raw,
        final=scored.final,
        low=scored.band.low,
        high=scored.band.high,
        limit=scored.final if scored.capped else None,
        level_starts=tuple(level.start for level in card.bank.levels[1:]),
        is_low=below(scored.final, card.bank.numbers.verdict.fix_dimension_below),
    )


def in_words(bar: Bar) -> str:
    """The same in one short sentence."""
    text = f"{bar.name}: {half_up_whole(bar.final)} of 100, {bar.level_name}; {band_words(bar)}"
    if bar.limit is not None:
        text += f"; held at {half_up_whole(bar.limit)}, answers give {half_up_whole(bar.raw)}"
    return text + "."


def band_words(bar: Bar) -> str:
    """What one answer a step off would do, in whole numbers."""
    low, high = half_up_whole(bar.low), half_up_whole(bar.high)
    return "no single answer moves it" if low == high else f"one answer either way: {low}–{high}"


def bar_chart(rows: tuple[Bar, ...], colours: Palette) -> alt.LayerChart:
    """The bar as a chart; `rows` holds exactly one."""
    (bar,) = rows
    fill = colours.warning if bar.is_low else colours.accent
    parts = [
        _stretch(0, 100, colours.track),
        _stretch(0, bar.final, fill),
        _marks([{"x": start} for start in bar.level_starts], TOP - 3, BOTTOM + 3, colours.mark, 1),
        *_band(bar, colours),
    ]
    if bar.limit is not None:
        parts[1:1] = [_answers_give(bar, fill)]
        parts += [
            _marks([{"x": bar.limit}], TOP - 8, BOTTOM + 3, colours.ink, 3),
            _label(bar.limit, _limit_words(bar), 7, colours.ink, bar.limit < MIDDLE),
        ]
    return layers(HEIGHT, colours, *parts)


def _limit_words(bar: Bar) -> str:
    limit, raw = half_up_whole(bar.limit or 0), half_up_whole(bar.raw)
    return f"held at {limit} · answers give {raw}"


def _stretch(start: float, end: float, colour: str) -> alt.Chart:
    """A filled stretch of the bar."""
    return (
        data([{"x": start, "x2": end}])
        .mark_rect(color=colour)
        .encode(x=across("x", SCALE), x2="x2:Q", y=alt.value(TOP), y2=alt.value(BOTTOM))
    )


def _answers_give(bar: Bar, colour: str) -> alt.Chart:
    """The outline of what the answers alone would give."""
    return (
        data([{"x": 0, "x2": bar.raw}])
        .mark_rect(fillOpacity=0, stroke=colour, strokeWidth=1.5, strokeDash=[4, 3])
        .encode(x=across("x", SCALE), x2="x2:Q", y=alt.value(TOP + 1), y2=alt.value(BOTTOM - 1))
    )


def _marks(
    values: list[dict[str, float]], top: float, bottom: float, colour: str, width: float
) -> alt.Chart:
    """Upright lines at `values`."""
    return (
        data(values)
        .mark_rule(color=colour, strokeWidth=width)
        .encode(x=across("x", SCALE), y=alt.value(top), y2=alt.value(bottom))
    )


def _band(bar: Bar, colours: Palette) -> list[alt.Chart]:
    """A line from the lowest to the highest score one answer could make, with its numbers."""
    if half_up_whole(bar.low) == half_up_whole(bar.high):
        return [_label(bar.final, band_words(bar), LANE + 4, colours.secondary, bar.final < MIDDLE)]
    runs_right = bar.low < MIDDLE
    end = bar.high if runs_right else bar.low
    line = (
        data([{"x": bar.low, "x2": bar.high}])
        .mark_rule(color=colours.ink, strokeWidth=1.5)
        .encode(x=across("x", SCALE), x2="x2:Q", y=alt.value(LANE))
    )
    ends = [{"x": bar.low}, {"x": bar.high}]
    return [
        line,
        _marks(ends, LANE - 4, LANE + 4, colours.ink, 1.5),
        _label(end, band_words(bar), LANE, colours.secondary, runs_right),
    ]


def _label(place: float, text: str, height: float, colour: str, runs_right: bool) -> alt.Chart:
    """Text beside `place`."""
    side, gap = (LEFT, 7) if runs_right else (RIGHT, -7)
    return (
        data([{"x": place, "text": text}])
        .mark_text(align=side, dx=gap, color=colour)
        .encode(x=across("x", SCALE), y=alt.value(height), text="text:N")
    )
