"""What first: one thing to do on Monday, and the three moves that follow from the answers."""

from dataclasses import dataclass
from typing import Final

from report.charts.pen import Pen, height_of
from report.look import Look
from report.tagging.structure import Element
from scoring.scorecard import Scorecard
from scoring.words.moves import effort_and_basis

MONDAY: Final = "ONE THING TO DO ON MONDAY"
HEAD, NUMBER, GUTTER = 16.0, 20.0, 18.0
"""Points: a headline, the room for a move's figure, the space between two moves."""
PAD: Final = 9.0
MOST_LINES: Final = 5


@dataclass(frozen=True, slots=True)
class Moves:
    """Monday's thing on a tinted ground, then up to three moves side by side."""

    card: Scorecard
    headline: str
    monday: str
    look: Look
    element: Element

    def height(self, width: float) -> float:
        """Down to the longest move."""
        column = self._column(width)
        tallest = max((self._move_height(text, column) for text, _ in self._moves()), default=0.0)
        return self._monday_height(width) + 12 + HEAD + tallest

    def draw(self, pen: Pen, width: float) -> None:
        """The tinted ground, its sentence, the headline, the moves."""
        canvas, look, here = pen.canvas, self.look, self.element
        ground = self._monday_height(width)
        with canvas.artifact():
            pen.rect(0, 0, width, ground, look.colours.accent_tint)
            pen.rect(0, 0, 3, ground, look.colours.accent)
        with canvas.content(here.add("P")):
            pen.text(PAD + 3, PAD + 6, MONDAY, look.kicker)
        with canvas.content(here.add("P")):
            pen.block(PAD + 3, PAD + 8, self.monday, self.look.lead, width - 2 * PAD - 3, 2)
        with canvas.content(here.add("H2")):
            pen.text(0, ground + 12 + 9.5, self.headline, look.part, width)
        column, top = self._column(width), ground + 12 + HEAD
        moves = self._moves()
        listed = here.add("L", numbering="Decimal") if moves else None
        for place, (text, reason) in enumerate(moves):
            assert listed is not None
            self._draw_move(
                pen.inside(place * (column + GUTTER), top), place, text, reason, column, listed
            )

    def _draw_move(
        self, pen: Pen, place: int, text: str, reason: str, width: float, listed: Element
    ) -> None:
        canvas, look = pen.canvas, self.look
        item = listed.add("LI")
        with canvas.content(item.add("Lbl")):
            figure = look.figure.but(size=20, leading=22, colour=look.colours.accent)
            pen.text(0, 18, str(place + 1), figure)
        with canvas.content(item.add("LBody")):
            y = pen.block(NUMBER, 2, text, look.label, width - NUMBER, MOST_LINES)
            pen.block(NUMBER, y + 2, reason, look.small, width - NUMBER, 3)

    def _moves(self) -> list[tuple[str, str]]:
        """Each move's text and what it takes and rests on."""
        shown = self.card.moves[: self.card.bank.numbers.moves.shown_first]
        return [
            (
                self.card.bank.item_by_id[move.item].first_move,
                effort_and_basis(self.card, move),
            )
            for move in shown
        ]

    def _column(self, width: float) -> float:
        return (width - 2 * GUTTER) / 3

    def _monday_height(self, width: float) -> float:
        text = height_of(self.monday, self.look.lead, width - 2 * PAD - 3, 2)
        return PAD + 8 + text + PAD - 2

    def _move_height(self, text: str, column: float) -> float:
        inside = column - NUMBER
        return (
            4 + height_of(text, self.look.label, inside, MOST_LINES) + 3 * self.look.small.leading
        )
