"""How bad it is and where: the overall score beside the three dimensions as bars."""

from dataclasses import dataclass
from typing import Final

from report.charts.bars import HEIGHT, draw_bar, points
from report.charts.pen import Pen, height_of
from report.look import Look
from report.tagging.structure import Element
from scoring.pictures.bars import alt_text, bar_of
from scoring.rounding import half_up_whole
from scoring.scorecard import Scorecard
from scoring.wording import held_back
from scoring.words.dimensions import what_it_means

LEFT: Final = 140.0
"""Points for the overall score."""
NAME: Final = 74.0
"""Points for a dimension's name."""
NUMBER: Final = 96.0
"""Points for a score and its level's name."""
MOST_LINES: Final = 3
BETWEEN: Final = 7.0
HEAD: Final = 17.0


@dataclass(frozen=True, slots=True)
class Areas:
    """The overall score with its level, and a bar with its reason for each dimension."""

    card: Scorecard
    headline: str
    look: Look
    element: Element

    def height(self, width: float) -> float:
        """Down to the last reason, or the overall score's strip if that is lower."""
        rows = sum(self._row_height(name, width) for name in self.card.dimensions)
        return HEAD + max(rows - BETWEEN, 94.0)

    def draw(self, pen: Pen, width: float) -> None:
        """The headline, the overall score on the left, the bars on the right."""
        canvas = pen.canvas
        with canvas.content(self.element.add("H2")):
            pen.text(0, 9.5, self.headline, self.look.part, width)
        self._draw_overall(pen.inside(0, HEAD))
        y = HEAD
        for name in self.card.dimensions:
            self._draw_row(pen.inside(LEFT, y), name, width - LEFT)
            y += self._row_height(name, width)

    def _draw_overall(self, pen: Pen) -> None:
        look, overall, canvas = self.look, self.card.overall, pen.canvas
        whole = "–" if overall.score is None else str(half_up_whole(overall.score))
        with canvas.content(self.element.add("P")):
            pen.text(0, 9, "Overall", look.label)
            taken = pen.text(0, 56, whole, look.figure)
            if overall.score is not None:
                pen.text(taken + 6, 56, "/ 100", look.lead.but(colour=look.colours.secondary))
        said = (
            "No overall score yet"
            if overall.score is None
            else f"Level {overall.level} of {len(self.card.bank.levels)} · {overall.level_name}"
        )
        with canvas.content(self.element.add("P")):
            pen.text(0, 74, said, look.label.but(colour=look.colours.accent))
        with canvas.artifact():
            for place in range(len(self.card.bank.levels)):
                reached = place < (overall.level or 0)
                ink = look.colours.accent if reached else look.colours.track
                pen.rect(24 * place, 81, 22, 4, ink)

    def _draw_row(self, pen: Pen, name: str, width: float) -> None:
        look, canvas = self.look, pen.canvas
        bar = bar_of(self.card, name)
        title = self.card.bank.dimension_by_id[name].name
        track = width - NAME - NUMBER
        if bar is None:
            with canvas.content(self.element.add("P")):
                pen.text(0, 11, title, look.label)
                pen.text(NAME, 11, "No score yet", look.small)
        else:
            figure = self.element.add("Figure", alt=alt_text(bar))
            with pen.figure(figure, width, HEIGHT):
                pen.text(0, 11, title, look.label)
                draw_bar(pen.inside(NAME, 0), bar, look, track)
                ink = look.colours.warning if bar.is_low else look.colours.ink
                taken = pen.text(width - NUMBER + 12, 12, points(bar), look.number.but(colour=ink))
                pen.text(width - NUMBER + taken + 17, 12, bar.level_name, look.small)
        with canvas.content(self.element.add("P")):
            pen.block(NAME, HEIGHT - 1, self._why(name), look.small, width - NAME, MOST_LINES)

    def _why(self, name: str) -> str:
        """What holds the score, or what its level looks like; what lifts it stands on page 2."""
        held = held_back(self.card, name)
        return held.text if held else what_it_means(self.card, name)

    def _row_height(self, name: str, width: float) -> float:
        text = height_of(self._why(name), self.look.small, width - LEFT - NAME, MOST_LINES)
        return HEIGHT - 1 + text + BETWEEN
