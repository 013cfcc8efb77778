"""What the brief is for: three questions for this call, each beside why it is asked."""

from dataclasses import dataclass
from typing import Final

from discovery.brief import Brief
from discovery.brief.questions import CallQuestion
from report.call.limits import Limits
from report.call.style import CallLook, short
from report.charts.pen import Pen, height_of
from report.tagging.structure import Element

PAD, HEAD, BETWEEN = 6.0, 12.0, 4.0
"""Points: inside the ground, the heading, between two questions."""
FIGURE: Final = 18.0
ASK, GUTTER = 0.46, 12.0
"""The share of the width for a question, the points between it and its reasons."""


@dataclass(frozen=True, slots=True)
class Questions:
    """On a tinted ground: the figure, the question, the capability it is about, and why."""

    brief: Brief
    limits: Limits
    style: CallLook
    element: Element

    def height(self, width: float) -> float:
        """The ground."""
        inner = width - 2 * PAD
        none = self.brief.questions_none
        if none:
            return 2 * PAD + HEAD + height_of(none, self.style.body, inner, 2) - 2
        rows = [self._row_height(each, inner) for each in self.brief.questions]
        return 2 * PAD + HEAD + sum(rows) + BETWEEN * (len(rows) - 1) - 2

    def draw(self, pen: Pen, width: float) -> None:
        """The ground, the heading, the questions one under the other."""
        canvas, style, here = pen.canvas, self.style, self.element
        colours, height = style.look.colours, self.height(width)
        with canvas.artifact():
            pen.rect(0, 0, width, height, colours.accent_tint)
            pen.rect(0, 0, 3, height, colours.accent)
        inner, pen = width - 2 * PAD, pen.inside(PAD + 2, PAD)
        with canvas.content(here.add("H2")):
            pen.text(0, 6.5, self.brief.headings.questions, style.head.but(size=8.6), inner)
        if self.brief.questions_none:
            with canvas.content(here.add("P")):
                pen.block(0, HEAD - 2, self.brief.questions_none, style.body, inner, 2)
            return
        y, listed = HEAD - 1, here.add("L", numbering="Decimal")
        for place, question in enumerate(self.brief.questions):
            self._draw_row(pen.inside(0, y), place, question, inner, listed)
            y += self._row_height(question, inner) + BETWEEN

    def _draw_row(
        self, pen: Pen, place: int, question: CallQuestion, width: float, listed: Element
    ) -> None:
        canvas, style, item = pen.canvas, self.style, listed.add("LI")
        colours = style.look.colours
        with canvas.content(item.add("Lbl")):
            figure = style.look.figure.but(size=17, leading=18, colour=colours.accent)
            pen.text(0, 13.5, str(place + 1), figure)
        left, across, right, rest = self._columns(width)
        body = item.add("LBody")
        with canvas.content(body.add("P")):
            pen.block(left, -0.5, short(question.ask), style.ask, across, self.limits.ask)
        quiet = style.quiet.but(colour=colours.ink)
        with canvas.content(body.add("P")):
            pen.block(right, 0, _why(question), quiet, rest, self.limits.why)

    def _columns(self, width: float) -> tuple[float, float, float, float]:
        """Where the question begins and its width, where the reasons begin and theirs."""
        across = ASK * width - FIGURE
        right = ASK * width + GUTTER
        return FIGURE, across, right, width - right

    def _row_height(self, question: CallQuestion, width: float) -> float:
        style, limits = self.style, self.limits
        _, across, _, rest = self._columns(width)
        ask = height_of(short(question.ask), style.ask, across, limits.ask)
        why = height_of(_why(question), style.quiet, rest, limits.why)
        return max(ask, why, 16.0)


def _why(question: CallQuestion) -> str:
    return f"{question.capability} ({question.item}). {short(question.why)}"
