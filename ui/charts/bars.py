"""One dimension as a bar: score, one-answer band, level marks, and the cap where one holds it."""

from typing import Final

import altair as alt

from scoring.pictures.bars import Bar, alt_text, band_words, is_movable, limit_words
from theme import Palette
from ui.charts.look import LEFT, RIGHT, Drawing, Value, across, down, inked, layer, layers, said

OVER, TOP, THICK, UNDER = 20, 4, 14, 13
"""Pixels: room for words over a bar that is held, its top, its thickness, the band's distance."""

MIDDLE: Final = 50
"""Left of the middle a label runs to the right, right of it to the left."""


def draw_bar(bar: Bar, colours: Palette) -> Drawing:
    """The bar as a chart; one that is held has a line of words over it."""
    fill = colours.warning if bar.is_low else colours.accent
    held = [] if bar.limit is None else [bar.limit]
    top = OVER if held else TOP
    bottom, lane = top + THICK, top + THICK + UNDER
    ends = {bar.low, bar.high} if is_movable(bar) else set()
    words = [*_band_label(bar, lane, colours), *_limit_label(bar, colours)]
    return Drawing(
        plan=bar_plan,
        values={
            "stretches": [
                _stretch(0, 100, top, bottom, colours.track),
                _stretch(0, bar.final, top, bottom, fill),
            ],
            "answers": [_stretch(0, bar.raw, top + 1, bottom - 1, fill) for _ in held],
            "levels": [_line(at, top - 3, bottom + 3, colours.mark) for at in bar.level_starts],
            "limits": [_line(at, top - 7, bottom + 3, colours.ink) for at in held],
            "bands": [{"x": bar.low, "x2": bar.high, "y": lane, "ink": colours.ink}][: len(ends)],
            "ends": [_line(at, lane - 4, lane + 4, colours.ink) for at in ends],
            LEFT: [word for word in words if word["runs_right"]],
            RIGHT: [word for word in words if not word["runs_right"]],
        },
        height=lane + UNDER,
        alt=alt_text(bar),
    )


def bar_plan() -> alt.LayerChart:
    """How every such bar is built up."""
    box = {"x": across(), "x2": alt.X2(field="x2"), "y": down(), "y2": alt.Y2(field="y2")}
    line = {"x": across(), "y": down(), "y2": alt.Y2(field="y2"), "color": inked()}
    return layers(
        layer("stretches").mark_rect().encode(**box, color=inked()),
        layer("answers")
        .mark_rect(fillOpacity=0, strokeWidth=1.5, strokeDash=[4, 3])
        .encode(**box, stroke=alt.Stroke(field="ink", type="nominal", scale=None, legend=None)),
        layer("levels").mark_rule(strokeWidth=1).encode(**line),
        layer("limits").mark_rule(strokeWidth=3).encode(**line),
        layer("bands")
        .mark_rule(strokeWidth=1.5)
        .encode(x=across(), x2=alt.X2(field="x2"), y=down(), color=inked()),
        layer("ends").mark_rule(strokeWidth=1.5).encode(**line),
        *(
            layer(side)
            .mark_text(align=side, dx=gap)
            .encode(x=across(), y=down(), text=said(), color=inked())
            for side, gap in ((LEFT, 7), (RIGHT, -7))
        ),
    )


def _stretch(start: float, end: float, top: float, bottom: float, ink: str) -> Value:
    return {"x": start, "x2": end, "y": top, "y2": bottom, "ink": ink}


def _line(at: float, top: float, bottom: float, ink: str) -> Value:
    return {"x": at, "y": top, "y2": bottom, "ink": ink}


def _band_label(bar: Bar, lane: float, colours: Palette) -> list[Value]:
    """The band's numbers, on the side of the line where there is more room."""
    runs_right = bar.low + bar.high < 2 * MIDDLE
    at = bar.high if runs_right else bar.low
    return [_word(at, lane, band_words(bar), colours.secondary, runs_right)]


def _limit_label(bar: Bar, colours: Palette) -> list[Value]:
    if bar.limit is None:
        return []
    return [_word(bar.limit, OVER - THICK, limit_words(bar), colours.ink, bar.limit < MIDDLE)]


def _word(at: float, y: float, text: str, ink: str, runs_right: bool) -> Value:
    return {"x": at, "y": y, "text": text, "ink": ink, "runs_right": runs_right}
