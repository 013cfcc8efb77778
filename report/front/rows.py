"""The priorities: what each leaves behind, and the money beside the words, in shared rows."""

from dataclasses import dataclass
from typing import Final

from report.charts.dumbbells import draw_axis, draw_dumbbell, most_of
from report.charts.grid import draw_cells, draw_key
from report.charts.pen import Pen, height_of
from report.look import Look
from report.tagging.structure import Element
from scoring.pictures.grid import WORDS, TraceRow, trace_rows
from scoring.pictures.money import MoneyRow, difference, money_rows
from scoring.scorecard import Scorecard
from theme import CLEAR, MISSING

NAME, CELLS, GAP, DIFFERENCE = 0.29, 0.33, 0.035, 30.0
"""Shares of the width for the name and the cells, the space after them, points for the number."""

HEAD, HEADS, ROW, CELL, FOOT = 17.0, 14.0, 25.0, 20.0, 24.0
"""Points: the headline, the column heads, a priority's row and its cells, key and axis."""

MONEY_ROW: Final = 15.0
"""Points: a row with money and no trace."""


@dataclass(frozen=True, slots=True)
class Rows:
    """Priority · process · owner · review · trigger · stated against spent."""

    card: Scorecard
    headline: str
    remark: str
    thing: str
    look: Look
    element: Element

    def height(self, width: float) -> float:
        """With a row for each priority, for everything else and for what cannot move."""
        traced, money = trace_rows(self.card), money_rows(self.card)
        if not traced:
            return HEAD + self.look.body.leading
        extra = MONEY_ROW * max(len(money) - len(traced), 0)
        return HEAD + self.look.small.leading + HEADS + ROW * len(traced) + extra + FOOT

    def draw(self, pen: Pen, width: float) -> None:
        """Headline and remark, then the rows as one figure whose alternative text says it all."""
        canvas, look = pen.canvas, self.look
        with canvas.content(self.element.add("H2")):
            pen.text(0, 9.5, self.headline, look.part, width)
        with canvas.content(self.element.add("P")):
            pen.text(0, HEAD + 6, self.remark, look.small, width)
        traced, money = trace_rows(self.card), money_rows(self.card)
        if not traced:
            return
        figure = self.element.add("Figure", alt=rows_in_words(traced, money, self.thing))
        inner = pen.inside(0, HEAD + look.small.leading)
        with inner.figure(figure, width, self.height(width) - HEAD - look.small.leading):
            self._draw_heads(inner, traced[0], money, width)
            self._draw_rows(inner.inside(0, HEADS), traced, money, width)

    def _draw_heads(
        self, pen: Pen, first: TraceRow, money: tuple[MoneyRow, ...], width: float
    ) -> None:
        head = self.look.small.but(align="center")
        cell = CELLS * width / len(first.facets)
        for place, name in enumerate(first.facets):
            pen.text(NAME * width + cell * (place + 0.5) - 1, 8, name, head)
        if money:
            self._draw_money_key(pen.inside(self._money_left(width), 0))

    def _draw_rows(
        self, pen: Pen, traced: tuple[TraceRow, ...], money: tuple[MoneyRow, ...], width: float
    ) -> None:
        look, most = self.look, most_of(money)
        left = self._money_left(width)
        reach = width - left - DIFFERENCE
        extra = max(len(money) - len(traced), 0)
        bottom = ROW * len(traced) + MONEY_ROW * extra
        if money:
            draw_axis(pen.inside(left, 0), look, reach, bottom, most)
        for place, row in enumerate(traced):
            y = ROW * place
            self._draw_name(pen.inside(0, y), row.name, NAME * width - 8)
            draw_cells(pen.inside(NAME * width, y), row.clarities, look, CELLS * width, CELL)
        for place, entry in enumerate(money):
            shared = place < len(traced)
            y = ROW * place if shared else ROW * len(traced) + MONEY_ROW * (place - len(traced))
            height = CELL if shared else MONEY_ROW - 2
            if not shared:
                pen.text(0, y + 9.5, entry.name, look.small, (NAME + CELLS) * width)
            draw_dumbbell(pen.inside(left, y), entry, look, reach, height, most)
            self._draw_difference(pen.inside(0, y + height / 2 + 3), entry, width)
        states = tuple(WORDS.items())
        draw_key(pen.inside(0, bottom + 6), states, look)

    def _draw_name(self, pen: Pen, name: str, width: float) -> None:
        """A priority's name on one line or two, in the middle of its cells."""
        style = self.look.label.but(size=8.6, leading=10, direction="name")
        pen.block(0, (CELL - height_of(name, style, width, 2)) / 2, name, style, width, 2)

    def _draw_difference(self, pen: Pen, row: MoneyRow, width: float) -> None:
        short = row.stated is not None and row.spent < row.stated
        ink = self.look.colours.warning if short else self.look.colours.ink
        text = "fixed" if row.stated is None else difference(row)
        pen.text(width, 0, text, self.look.label.but(align="right", colour=ink, size=8.5))

    def _draw_money_key(self, pen: Pen) -> None:
        """The two marks with what they stand for."""
        look = self.look
        pen.shape(CLEAR, 3, 5, 3, look.colours.ink)
        taken = 10 + pen.text(10, 8, "stated", look.small) + 10
        pen.shape(MISSING, taken + 3, 5, 3.2, look.colours.accent)
        pen.text(taken + 10, 8, f"share of movable {self.thing}", look.small)

    def _money_left(self, width: float) -> float:
        return (NAME + CELLS + GAP) * width


def rows_in_words(traced: tuple[TraceRow, ...], money: tuple[MoneyRow, ...], thing: str) -> str:
    """The rows as sentences, for those who cannot see them."""
    said = []
    for row in traced:
        cells = (
            f"{name} {WORDS[state]}" for name, state in zip(row.facets, row.clarities, strict=True)
        )
        said.append(f"{row.name}: {', '.join(cells)}.")
    for entry in money:
        spent = f"{entry.spent:.0f}"
        if entry.stated is None:
            said.append(f"{entry.name}: {spent} of 100.")
        else:
            said.append(f"{entry.name}: stated {entry.stated:.0f}, {thing} {spent} of 100.")
    return " ".join(said)
