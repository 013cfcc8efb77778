"""A dimension as a bar: its score, the limit that holds it, level marks, the one-answer band."""

from typing import Final

from report.charts.pen import Pen
from report.look import Look
from scoring.pictures.bars import Bar, is_movable
from scoring.rounding import half_up_whole

HEIGHT: Final = 20.0
"""Points: the bar, the marks that stand out of it, and the line of the band."""

SLIM: Final = 6.4
"""Points: the thickness of a slim bar."""

TOP, THICK, LANE = 4.0, 8.0, 17.0
"""Points from the upper edge: the bar's top, its thickness, the band's line."""


def draw_bar(pen: Pen, bar: Bar, look: Look, width: float) -> None:
    """Draw `bar` with its upper left corner at the pen's origin, `width` points wide."""
    colours = look.colours
    fill = colours.warning if bar.is_low else colours.accent
    pen.rect(0, TOP, width, THICK, colours.track)
    pen.rect(0, TOP, _across(bar.final, width), THICK, fill)
    for start in bar.level_starts:
        at = _across(start, width)
        pen.line(at, TOP - 2, at, TOP + THICK + 2, colours.mark, 0.5)
    if bar.limit is not None:
        at, answers = _across(bar.limit, width), _across(bar.raw, width)
        pen.box(at, TOP + 0.6, max(answers - at, 0.0), THICK - 1.2, fill)
        pen.rect(at - 1, TOP - 4, 2, THICK + 6, colours.ink)
    if is_movable(bar):
        low, high = _across(bar.low, width), _across(bar.high, width)
        pen.line(low, LANE, high, LANE, colours.ink, 0.8)
        for end in (low, high):
            pen.line(end, LANE - 2, end, LANE + 2, colours.ink, 0.8)


def draw_slim(pen: Pen, bar: Bar, look: Look, width: float) -> None:
    """The same on 13 points, where the band lies close under the bar."""
    colours = look.colours
    fill = colours.warning if bar.is_low else colours.accent
    pen.rect(0, 3, width, SLIM, colours.track)
    pen.rect(0, 3, _across(bar.final, width), SLIM, fill)
    for start in bar.level_starts:
        at = _across(start, width)
        pen.line(at, 2, at, 4 + SLIM, colours.mark, 0.5)
    if bar.limit is not None:
        pen.rect(_across(bar.limit, width) - 1, 0.5, 2, SLIM + 4, colours.ink)
    if is_movable(bar):
        low, high = _across(bar.low, width), _across(bar.high, width)
        pen.line(low, SLIM + 5.2, high, SLIM + 5.2, colours.ink, 0.8)
        for end in (low, high):
            pen.line(end, SLIM + 4, end, SLIM + 6.4, colours.ink, 0.8)


def points(bar: Bar) -> str:
    """The score as the whole number beside the bar."""
    return str(half_up_whole(bar.final))


def _across(points_of_100: float, width: float) -> float:
    return width * points_of_100 / 100
