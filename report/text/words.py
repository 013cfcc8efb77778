"""A paragraph that never reads markup: set, broken over pages and drawn by our own hand."""

from collections.abc import Sequence
from typing import Any, Final

from reportlab.platypus import Flowable

from report.tagging.flowables import InStructure
from report.text.drawing import draw_linked, number, seen, show, show_line
from report.text.lines import Line, lines_of
from report.text.pieces import Prepared, prepared
from report.text.spans import Span
from report.text.style import Style

FEWEST: Final = 2
"""Lines that a paragraph leaves behind on a page and takes to the next one, at the least."""
ROUNDING: Final = 1e-7
"""Points by which a height may fall short; Platypus allows ten times that."""
BULLET_ROOM: Final = 1.2
"""Indent of a text with a bullet where none is given, in sizes."""


class Words(InStructure, Flowable):  # type: ignore[misc]  # ReportLab is untyped
    """A paragraph for Platypus; make it with `words`.

    It is an element of the document's structure; both halves of a split belong to the same one.
    """

    def __init__(
        self, text: Prepared, style: Style, *, bullet: Prepared | None, indent: float
    ) -> None:
        super().__init__()
        self.text, self.style = text, style
        self.bullet, self.indent = bullet, indent
        self.lines: list[Line] = []
        self._for_width: float | None = None

    def wrap(self, avail_width: float, avail_height: float) -> tuple[float, float]:
        """The room taken: all the width, and the height of the lines it makes, in points."""
        if self._for_width != avail_width:
            room = max(avail_width - self.indent, self.style.size)
            self.lines = lines_of(self.text, room, self.style.size)
            self._for_width = avail_width
        self.width, self.height = avail_width, len(self.lines) * self.style.leading
        return self.width, self.height

    def split(self, avail_width: float, avail_height: float) -> list["Words"]:
        """The part that fits and the part that does not; nothing where it had better move on."""
        self.wrap(avail_width, avail_height)
        if self.height <= avail_height:
            return [self]
        total = len(self.lines)
        fit = int((avail_height + ROUNDING) / self.style.leading)
        first = min(fit, total - FEWEST)
        if first < FEWEST:
            return []
        upper = self._half(self.lines[:first], self.bullet)
        lower = self._half(self.lines[first:], None)
        upper.spaceAfter, lower.spaceBefore = 0.0, 0.0
        return [upper, lower]

    def _half(self, lines: Sequence[Line], bullet: Prepared | None) -> "Words":
        text = Prepared(tuple(word for line in lines for word in line.words), *self.text[1:])
        half = type(self)(text, self.style, bullet=bullet, indent=self.indent)
        half.lines, half._for_width = list(lines), self._for_width
        half.element = self.element
        half.keepWithNext = self.keepWithNext
        half.spaceBefore, half.spaceAfter = self.spaceBefore, self.spaceAfter
        return half

    @property
    def from_the_right(self) -> bool:
        """Whether the text begins on the right."""
        return self.text.base == 1 and self.style.direction == "auto"

    def draw(self) -> None:
        """Put the lines on the canvas; the first one's baseline is a size below the top."""
        self._draw_at(self.canv, 0.0, 0.0)

    def put(self, canvas: Any, x: float, y: float, spare: float) -> None:
        """Draw in the coordinates there are: new ones for each cell took a tenth of the time."""
        self._draw_at(canvas, self._hAlignAdjust(x, spare), y)

    def _draw_at(self, canvas: Any, x: float, y: float) -> None:
        size, text, doc = self.style.size, self.text, canvas._doc
        baseline = y + self.height - size
        shown = [self._bullet(self.bullet, x, baseline, doc)] if self.bullet else []
        for line in () if text.linked else self.lines:
            operators = show_line(line.words, text, size, doc)
            if operators:
                left = x + self._left(line.width)
                shown.append(f"1 0 0 1 {number(left)} {number(baseline)} Tm {operators}")
            baseline -= self.style.leading
        if shown:
            canvas.addLiteral("\n".join(("q BT", *shown, "ET Q")))
        for line in self.lines if text.linked else ():
            left = x + self._left(line.width)
            draw_linked(canvas, seen(line.words, text.turned), left, baseline, size)
            baseline -= self.style.leading

    def _bullet(self, bullet: Prepared, x: float, baseline: float, doc: Any) -> str:
        """The operators that show the bullet at the side where the text begins."""
        mark, size = seen(bullet.words, bullet.turned), self.style.size
        wide = sum(piece.shape.width for piece in mark) * size / 1000
        left = x + (self.width - wide if self.from_the_right else 0.0)
        shown = show(mark, size, doc)
        return f"1 0 0 1 {number(left)} {number(baseline)} Tm {shown}"

    def _left(self, width: float) -> float:
        """Where a line of this width begins."""
        room = self.width - self.indent
        edge = 0.0 if self.from_the_right else self.indent
        if self.style.align == "center":
            return edge + (room - width) / 2
        to_the_right = self.style.align == "right" or self.from_the_right
        return edge + room - width if to_the_right else edge

    def minWidth(self) -> float:  # noqa: N802 – Platypus asks by this name
        """The width of the longest word with the indent, in points."""
        return self.indent + max((word.width for word in self.text.words), default=0.0)

    def getPlainText(self, identify: Any = None) -> str:  # noqa: N802 – likewise
        """The text as it is drawn, names in place of characters that no face has."""
        return "".join(word.text for word in self.text.words)


def words(
    content: str | Sequence[Span],
    style: Style,
    *,
    before: float = 0.0,
    after: float = 0.0,
    keep_with_next: bool = False,
    bullet: str | None = None,
    indent: float = 0.0,
) -> Words:
    """A paragraph of `content`, with `before` and `after` points of space around it.

    `indent` moves the text in from the side where it begins; a `bullet` stands in that room.
    """
    if bullet and not indent:
        indent = BULLET_ROOM * style.size
    mark = prepared(bullet, style) if bullet else None
    made = Words(prepared(content, style), style, bullet=mark, indent=indent)
    made.spaceBefore, made.spaceAfter = before, after
    made.keepWithNext = keep_with_next
    return made
