"""A stated weight beside the money: a disc, a ring, and the distance between them."""

from typing import Final

from report.charts.pen import Pen
from report.look import Look
from scoring.pictures.money import MoneyRow
from theme import CLEAR, MISSING

RADIUS: Final = 3.4


def draw_axis(pen: Pen, look: Look, width: float, height: float, most: float) -> None:
    """Faint marks at the tens that help, with their numbers under them."""
    step = 10 if most <= 40 else 20 if most <= 60 else 25
    for tens in range(0, int(most) + 1, step):
        at = width * tens / most
        pen.line(at, 0, at, height, look.colours.hairline, 0.5)
        pen.text(at, height + 8.5, str(tens), look.small.but(align="center", size=7))


def draw_dumbbell(
    pen: Pen, row: MoneyRow, look: Look, width: float, height: float, most: float
) -> None:
    """Draw one row; `most` is the number of points that the full width stands for."""
    colours, middle = look.colours, height / 2
    spent = width * row.spent / most
    if row.stated is None:
        pen.rect(spent - 2.6, middle - 2.6, 5.2, 5.2, colours.mark)
        return
    stated = width * row.stated / most
    ink = colours.warning if row.spent < row.stated else colours.accent
    pen.line(stated, middle, spent, middle, ink, 1.6)
    pen.shape(CLEAR, stated, middle, RADIUS, colours.ink)
    pen.rect(spent - 1.5, middle - 1.5, 3, 3, colours.paper)
    pen.shape(MISSING, spent, middle, RADIUS + 0.4, ink)


def most_of(rows: tuple[MoneyRow, ...]) -> float:
    """The points that the width of a set of rows stands for: the largest, up to a full ten."""
    largest = max((max(row.stated or 0.0, row.spent) for row in rows), default=0.0)
    return max(10.0, 10.0 * -(-largest // 10))
