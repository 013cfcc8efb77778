"""The four cells of one priority's trace: how far each answer goes, by shape and by colour."""

from collections.abc import Sequence
from typing import Final

from report.charts.pen import Pen
from report.look import Look
from theme import SHAPES

GAP: Final = 2.5
"""Points between two cells."""

RADIUS: Final = 3.6


def draw_cells(pen: Pen, states: Sequence[str], look: Look, width: float, height: float) -> None:
    """Draw one cell a state (*clear*, *partial*, *missing*, *unanswered*) side by side."""
    cell = width / len(states)
    for place, state in enumerate(states):
        ground, ink = _inks(state, look)
        pen.rect(cell * place, 0, cell - GAP, height, ground)
        pen.shape(SHAPES[state], cell * place + (cell - GAP) / 2, height / 2, RADIUS, ink)


def draw_key(pen: Pen, words: Sequence[tuple[str, str]], look: Look) -> float:
    """The shapes with their words on one line, whose baseline is 8 points under the origin.

    Returns where more could follow.
    """
    x = 0.0
    for state, word in words:
        ground, ink = _inks(state, look)
        pen.rect(x, 0, 12, 10, ground)
        pen.shape(SHAPES[state], x + 6, 5, 2.8, ink)
        x += 16 + pen.text(x + 16, 7.8, word, look.small) + 12
    return x


def _inks(state: str, look: Look) -> tuple[str, str]:
    colours = look.colours
    return {
        "clear": (colours.accent, colours.on_accent),
        "partial": (colours.accent_tint, colours.accent),
        "missing": (colours.warning_tint, colours.warning),
        "unanswered": (colours.track, colours.ink),
    }[state]
