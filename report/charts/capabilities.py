"""The twelve capabilities as thin bars under their dimensions, with the line that moves aim at."""

from collections.abc import Sequence
from typing import Final

from report.charts.pen import Pen, widest
from report.look import Look
from scoring.pictures.capabilities import CapabilityBar
from scoring.rounding import half_up_whole

HEAD, ROW, GAP = 15.0, 12.6, 3.0
"""Points: a dimension's name, a capability's row, the space between two dimensions."""

THICK: Final = 6.0
NUMBER: Final = 46.0
"""Points kept free on the right for the number."""


def height_of(rows: Sequence[CapabilityBar]) -> float:
    """The height of the chart in points."""
    heads = len({row.dimension for row in rows})
    return heads * (HEAD + GAP) + ROW * len(rows)


def draw_capabilities(pen: Pen, rows: Sequence[CapabilityBar], look: Look, width: float) -> None:
    """Draw the bars with their names on the left and their points on the right."""
    colours = look.colours
    names = widest([row.name for row in rows], look.tiny) + 12
    track, y, above = width - names - NUMBER, 0.0, ""
    for row in rows:
        if row.dimension != above:
            y += GAP if above else 0.0
            pen.text(0, y + HEAD - 5, row.dimension, look.label)
            y, above = y + HEAD, row.dimension
        middle = y + ROW / 2
        pen.text(0, middle + 2.6, row.name, look.tiny)
        pen.rect(names, middle - THICK / 2, track, THICK, colours.track)
        strong = colours.warning if row.is_low else colours.accent
        if row.points is not None:
            pen.rect(names, middle - THICK / 2, track * row.points / 100, THICK, strong)
        target = names + track * row.target / 100
        pen.line(target, middle - THICK / 2 - 2, target, middle + THICK / 2 + 2, colours.ink, 1)
        number = "no answer" if row.points is None else str(half_up_whole(row.points))
        ink = colours.warning if row.is_low else colours.ink
        pen.text(width, middle + 2.9, number, look.label.but(align="right", colour=ink, size=8.5))
        y += ROW
