"""The recap as a letter on one page: each block apart, the first line of a longer one in bold."""

from bisect import bisect
from dataclasses import dataclass
from typing import Final, NamedTuple

from discovery.recap import Recap
from report.call.style import CallLook
from report.charts.pen import Pen, height_of
from report.tagging.structure import Element
from report.text.clean import clean
from report.text.faces import SANS_BOLD
from report.text.line import ELLIPSIS
from report.text.style import Style

KICKER: Final = "RECAP OF THE CALL"
BULLET: Final = "- "
SIZES: Final = (11.0, 10.0, 9.0, 8.0, 7.2)
"""Points of the text: the first at which all of it fits the page."""
LEADING: Final = 1.36
INDENT: Final = 1.1
"""Before the first letter of a line with a bullet, in sizes."""
BETWEEN: Final = 0.9
"""Between two blocks, in sizes."""
MOST: Final = 12_000
"""Characters of one line of the recap; a page of the smallest type holds fewer."""
MOST_TITLE: Final = 160
WIDEST: Final = 440.0
"""Points of a line; longer ones are hard to read."""
ALL: Final = 10_000
FULL: Final = 200
"""More lines than a text or a page has."""


class Line(NamedTuple):
    """A line of the recap: with a bullet or not, and whether it leads its block."""

    text: str
    bullet: bool
    leads: bool


Blocks = tuple[tuple[Line, ...], ...]


@dataclass(frozen=True, slots=True)
class Letter:
    """Title, whom it is for, and the blocks; `tall` points are there for it."""

    recap: Recap
    whom: str
    style: CallLook
    element: Element
    tall: float

    def height(self, width: float) -> float:
        """All that is there."""
        return self.tall

    def draw(self, pen: Pen, width: float) -> None:
        """Title, then blocks in the largest type that fits; if none does, long texts are cut."""
        canvas, style, here = pen.canvas, self.style, self.element
        with canvas.content(here.add("P")):
            pen.text(0, 7.5, KICKER, style.look.kicker)
        with canvas.content(here.add("H1")):
            title = style.look.title.but(size=22, leading=26)
            y = pen.block(0, 13, clean(self.recap.title, MOST_TITLE), title, width, 2)
        if self.whom:
            with canvas.content(here.add("P")):
                whom = style.look.small.but(direction="name", size=9, leading=12)
                y = pen.block(0, y + 2, self.whom, whom, width, 1)
        y += 14
        self._draw_blocks(pen.inside(0, y), min(width, WIDEST), self.tall - y)

    def _draw_blocks(self, pen: Pen, width: float, tall: float) -> None:
        """Every text in its block. If they do not fit, none may take more lines than lets all in;
        with too many texts for that, “…” stands on the last line of the page.
        """
        body, blocks = self._body(width, tall), self._blocks()
        most = _most_lines(blocks, body, width, tall)
        fits = _height(blocks, body, width, most) <= tall
        end, y = tall if fits else tall - body.leading, 0.0
        for block in blocks:
            here = self.element.add("Sect")
            for line in block:
                room = min(most, int((end - y + 0.01) / body.leading))
                if room < 1:
                    with pen.canvas.content(here.add("P")):
                        pen.text(0, end + 0.7 * body.leading, ELLIPSIS, body)
                    return
                y = self._draw_line(pen, y, line, body, width, room, here)
            y += BETWEEN * body.size

    def _draw_line(
        self, pen: Pen, y: float, line: Line, body: Style, width: float, room: int, here: Element
    ) -> float:
        canvas, style = pen.canvas, _style_of(line, body)
        if not line.bullet:
            with canvas.content(here.add("P")):
                return pen.block(0, y, line.text, style, width, room)
        item, indent = here.add("L", numbering="Disc").add("LI"), INDENT * body.size
        with canvas.content(item.add("Lbl")):
            dot = body.but(colour=self.style.look.colours.accent)
            pen.text(0, y + body.leading - 0.25 * body.size, "•", dot)
        with canvas.content(item.add("LBody")):
            return pen.block(indent, y, line.text, style, width - indent, room)

    def _body(self, width: float, tall: float) -> Style:
        """The largest style in which all of it fits, or the smallest there is."""
        styles = [
            self.style.look.body.but(size=size, leading=LEADING * size, direction="name")
            for size in SIZES
        ]
        blocks = self._blocks()
        fitting = (style for style in styles if _height(blocks, style, width, ALL) <= tall)
        return next(fitting, styles[-1])

    def _blocks(self) -> Blocks:
        """The recap’s blocks; line breaks inside a line begin a new one."""
        return tuple(
            tuple(
                Line(text.removeprefix(BULLET), text.startswith(BULLET), len(block) > 1 and not at)
                for at, text in enumerate(clean(each, MOST) for each in block)
            )
            for block in self.recap.blocks
        )


def _most_lines(blocks: Blocks, body: Style, width: float, tall: float) -> int:
    """The most lines of one text with which all of them fit, at least one."""
    fit = bisect(range(1, FULL), tall, key=lambda most: _height(blocks, body, width, most))
    return ALL if fit == FULL - 1 else max(fit, 1)


def _height(blocks: Blocks, body: Style, width: float, most: int) -> float:
    """All blocks with the space between them, no text taking more than `most` lines."""
    lines = sum(
        height_of(line.text, _style_of(line, body), width - INDENT * body.size * line.bullet, most)
        for block in blocks
        for line in block
    )
    return lines + BETWEEN * body.size * max(len(blocks) - 1, 0)


def _style_of(line: Line, body: Style) -> Style:
    return body.but(face=SANS_BOLD) if line.leads else body
