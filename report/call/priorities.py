"""The priorities of the brief: the trace, its two emptiest cells outlined; weight beside money."""

from dataclasses import dataclass
from typing import Final

from discovery.brief import Brief
from discovery.brief.money import MoneyRow
from discovery.brief.traced import GridRow
from report.call.limits import Limits
from report.call.style import CallLook, short
from report.charts.grid import GAP as BETWEEN_CELLS
from report.charts.grid import draw_cells, draw_key
from report.charts.pen import Pen, height_of
from report.tagging.structure import Element
from scoring.pictures.grid import WORDS

NAME, CELLS, GAP = 0.27, 0.36, 0.03
"""Shares of the width: the name, the four cells, the space after them."""
HEAD, HEADS, ROW, CELL, KEY = 11.0, 9.0, 16.5, 14.5, 12.0
"""Points: the heading, the columns’ heads, a priority’s row and its cells, the key."""
NUMBER: Final = 22.0
"""Points for the number after a bar."""
THICK: Final = 4.6
EMPTIEST: Final = "emptiest"
"""Beside an outline: these cells cost the trace most."""


@dataclass(frozen=True, slots=True)
class Priorities:
    """Priority · four questions · two bars; what the money comes to in words under them."""

    brief: Brief
    limits: Limits
    style: CallLook
    element: Element

    def height(self, width: float) -> float:
        """With a row for each priority and the lines about money."""
        rows = self.brief.trace
        picture = HEADS + ROW * len(rows) + KEY if rows else 0.0
        return HEAD + picture + height_of(self._money(), self.style.body, width, self.limits.money)

    def draw(self, pen: Pen, width: float) -> None:
        """Two headings, one figure whose alternative text says all of it, the sentences."""
        canvas, style, here = pen.canvas, self.style, self.element
        words, rows = self.brief.headings, self.brief.trace
        split = (NAME + CELLS + GAP) * width if rows else 0.0
        if rows:
            with canvas.content(here.add("H2")):
                pen.text(0, 8, words.trace, style.head, split)
            height = HEADS + ROW * len(rows) + KEY
            figure = here.add("Figure", alt=self._in_words())
            with pen.inside(0, HEAD).figure(figure, width, height):
                self._draw_picture(pen.inside(0, HEAD), width)
        with canvas.content(here.add("H2")):
            pen.text(split, 8, words.money, style.head, width - split)
        y = self.height(width) - height_of(self._money(), style.body, width, self.limits.money)
        with canvas.content(here.add("P")):
            pen.block(0, y, self._money(), style.body, width, self.limits.money)

    def _draw_picture(self, pen: Pen, width: float) -> None:
        rows, style = self.brief.trace, self.style
        cell = CELLS * width / len(rows[0].cells)
        for place, each in enumerate(rows[0].cells):
            centre = NAME * width + cell * (place + 0.5) - 1
            pen.text(centre, 7, each.name, style.quiet.but(align="center"))
        for place, (row, money) in enumerate(zip(rows, self.brief.money.rows, strict=True)):
            inner = pen.inside(0, HEADS + ROW * place)
            self._draw_name(inner, row, NAME * width - 8)
            self._draw_cells(inner.inside(NAME * width, 0), row, CELLS * width)
            left = (NAME + CELLS + GAP) * width
            self._draw_money(inner.inside(left, 0), money, width - left - NUMBER)
        foot = pen.inside(0, HEADS + ROW * len(rows) + 1)
        x = draw_key(foot, tuple(WORDS.items()), style.look)
        foot.frame(x, 0, 12, 10, style.look.colours.ink)
        foot.text(x + 16, 7.8, EMPTIEST, style.look.small)
        self._draw_key(foot.inside((NAME + CELLS + GAP) * width, 0))

    def _draw_name(self, pen: Pen, row: GridRow, width: float) -> None:
        """The name on one line or two, or on one with who answers for it under it."""
        style = self.style.strong.but(direction="name", leading=8.8)
        name, owner = short(row.priority), short(row.owner)
        if owner:
            pen.block(0, -1.8, name, style, width, 1)
            pen.block(0, 6.4, owner, self.style.quiet.but(direction="name"), width, 1)
        else:
            pen.block(0, (CELL - height_of(name, style, width, 2)) / 2 - 0.6, name, style, width, 2)

    def _draw_cells(self, pen: Pen, row: GridRow, width: float) -> None:
        draw_cells(pen, [cell.clarity for cell in row.cells], self.style.look, width, CELL)
        wide = width / len(row.cells)
        for place, cell in enumerate(row.cells):
            if cell.outlined:
                x = wide * place
                pen.frame(x, 0, wide - BETWEEN_CELLS, CELL, self.style.look.colours.ink)

    def _draw_money(self, pen: Pen, row: MoneyRow, width: float) -> None:
        """The weight over the share, on one scale from 0 to the largest of all."""
        colours, most = self.style.look.colours, self._most()
        number = self.style.quiet.but(colour=colours.ink, size=7, leading=8)
        short_of = row.share is not None and row.share < row.weight
        ink = colours.warning if short_of else colours.accent
        for y, points, fill in ((1.4, row.weight, colours.mark), (8.6, row.share, ink)):
            if points is None:
                continue
            pen.rect(0, y, max(width * points / most, 0.8), THICK, fill)
            pen.text(width * points / most + 4, y + 4.8, str(points), number)

    def _draw_key(self, pen: Pen) -> None:
        """The two bars with what they stand for."""
        look, x = self.style.look, 0.0
        known = any(row.share is not None for row in self.brief.money.rows)
        told = (("weight", look.colours.mark), ("share of what can move", look.colours.accent))
        for word, ink in told if known else told[:1]:
            pen.rect(x, 2.8, 10, THICK, ink)
            x += 14 + pen.text(x + 14, 7.8, word, look.small) + 10

    def _most(self) -> int:
        rows = self.brief.money.rows
        return max(1, *(max(row.weight, row.share or 0) for row in rows))

    def _money(self) -> str:
        return " ".join(short(line) for line in self.brief.money.lines)

    def _in_words(self) -> str:
        """Every cell and number, for those who cannot see them."""
        said = []
        for row, money in zip(self.brief.trace, self.brief.money.rows, strict=True):
            cells = (
                f"{cell.name} {WORDS[cell.clarity]}{', outlined' if cell.outlined else ''}"
                for cell in row.cells
            )
            owner = f" ({row.owner})" if row.owner else ""
            share = "" if money.share is None else f", share {money.share}"
            said.append(
                f"{row.priority}{owner}: {'; '.join(cells)}. Weight {money.weight}{share} of 100."
            )
        return " ".join(said)
