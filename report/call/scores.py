"""The three scores of the brief as bars, each with its level and what holds it."""

from dataclasses import dataclass

from bank.model import Bank
from discovery.brief import Brief
from discovery.brief.scores import Bar
from report.call.style import CallLook
from report.charts.bars import draw_slim
from report.charts.pen import Pen
from report.tagging.structure import Element
from scoring.pictures.bars import Bar as Picture
from scoring.pictures.bars import alt_text
from scoring.thresholds import below

HEAD, ROW = 11.0, 14.5
"""Points: the heading, a dimension."""
NAME, NUMBER, HOLDS = 58.0, 88.0, 205.0
"""Points across: the name, score and level, what holds it; the bar takes the rest."""


@dataclass(frozen=True, slots=True)
class Scores:
    """A bar a dimension; `bank` knows where levels begin and what counts as low."""

    brief: Brief
    bank: Bank
    style: CallLook
    element: Element

    def height(self, width: float) -> float:
        """A row for each dimension."""
        return HEAD + ROW * len(self.brief.scores)

    def draw(self, pen: Pen, width: float) -> None:
        """The heading, then the rows."""
        with pen.canvas.content(self.element.add("H2")):
            pen.text(0, 8, self.brief.headings.scores, self.style.head, width)
        for place, bar in enumerate(self.brief.scores):
            self._draw_row(pen.inside(0, HEAD + ROW * place), bar, width)

    def _draw_row(self, pen: Pen, bar: Bar, width: float) -> None:
        style, canvas, picture = self.style, pen.canvas, self._picture(bar)
        right = width - HOLDS
        if picture is None:
            with canvas.content(self.element.add("P")):
                pen.text(0, 9, bar.name, style.strong)
                pen.text(NAME, 9, bar.caution or "", style.body, width - NAME)
            return
        figure = self.element.add("Figure", alt=alt_text(picture))
        with pen.figure(figure, right - 8, ROW - 0.5):
            pen.text(0, 9, bar.name, style.strong)
            draw_slim(pen.inside(NAME, 0), picture, style.look, right - NAME - NUMBER)
            colours = style.look.colours
            ink = colours.warning if picture.is_low else colours.ink
            number = style.look.number.but(colour=ink, size=10)
            taken = pen.text(right - NUMBER + 10, 9.5, str(bar.score), number)
            pen.text(right - NUMBER + 14 + taken, 9.5, picture.level_name, style.body)
        with canvas.content(self.element.add("P")):
            told = "; ".join(filter(None, (bar.holds, bar.caution)))
            pen.text(right, 9, told, style.body, HOLDS)

    def _picture(self, bar: Bar) -> Picture | None:
        """The bar as charts take it. The answers alone are not in a brief, so a limit has no
        dashed rest.
        """
        if bar.score is None or bar.low is None or bar.high is None:
            return None
        score = float(bar.score)
        return Picture(
            name=bar.name,
            level_name=bar.level_name or "",
            raw=score,
            final=score,
            low=float(bar.low),
            high=float(bar.high),
            limit=score if bar.capped else None,
            level_starts=tuple(level.start for level in self.bank.levels[1:]),
            is_low=below(score, self.bank.numbers.verdict.fix_dimension_below),
        )
