"""Puts a story together: headings, paragraphs, lists, tables and pictures, each with its tag."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Final

from reportlab.lib.colors import HexColor
from reportlab.platypus import CondPageBreak, Flowable, Spacer, TableStyle

from report.charts.pen import Pen
from report.look import Look
from report.story.hairline import Hairline
from report.tagging.flowables import Picture
from report.tagging.lists import ListItem
from report.tagging.structure import Element
from report.tagging.tables import TaggedTable
from report.text.clean import clean
from report.text.spans import Span
from report.text.style import Style
from report.text.words import Words, words

Content = str | Sequence[Span]

WITH_HEADING: Final = 96.0
"""Points that have to be left on a page for a finding to begin there."""
WITH_PART: Final = 54.0
"""The same for what stands under a finding."""
MOST_HEADING: Final = 120
"""Characters of a column's heading; it is repeated on every page, so it has to stay short."""
INDENT: Final = 11.0


class Teller:
    """Collects flowables and their structure in reading order; `width` is a line's, in points."""

    def __init__(self, root: Element, look: Look, width: float) -> None:
        """A story under `root`."""
        self.root, self.look, self.width = root, look, width
        self.here = root
        self.flowables: list[Any] = []
        self._rules = TableStyle(
            [
                ("LEFTPADDING", (0, 0), (-1, -1), 0),
                ("RIGHTPADDING", (0, 0), (-1, -1), 8),
                ("TOPPADDING", (0, 0), (-1, -1), 1.3),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 2.2),
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
                ("LINEBELOW", (0, 0), (-1, 0), 0.7, HexColor(look.colours.mark)),
                ("LINEBELOW", (0, 1), (-1, -1), 0.4, HexColor(look.colours.hairline)),
            ]
        )

    def finding(self, sentence: str) -> None:
        """A new section with a finding as its headline, after a hairline."""
        self.here = self.root.add("Sect")
        self.flowables += [
            CondPageBreak(WITH_HEADING),
            Spacer(1, 7),
            Hairline(self.width, self.look.colours.ink, 0.7),
            Spacer(1, 6),
        ]
        self._words(self.here.add("H2"), sentence, self.look.heading, after=5)

    def part(self, sentence: str, room: float = WITH_PART) -> None:
        """A heading under the finding, kept on one page with `room` points of what follows."""
        self.flowables.append(CondPageBreak(room))
        style = self.look.part.but(direction="name")
        self._words(self.here.add("H3"), sentence, style, before=6, after=1.5)

    def say(
        self, content: Content, style: Style | None = None, *, before: float = 0, after: float = 4
    ) -> None:
        """A paragraph."""
        if content:
            self._words(self.here.add("P"), content, style or self.look.body, before, after)

    def aside(self, content: Content) -> None:
        """A paragraph in small type: what helps to read what stands before it."""
        self.say(content, self.look.note, before=1, after=4)

    def bullets(self, contents: Iterable[Content], style: Style | None = None) -> None:
        """A list; nothing at all without a line."""
        listed: Element | None = None
        for content in contents:
            listed = listed or self.here.add("L", numbering="Disc")
            told = style or self.look.body
            dot = words("•", told.but(colour=self.look.colours.accent))
            line = words(content, told, after=0.12 * told.size)
            self.flowables.append(ListItem(listed.add("LI"), dot, line, INDENT))

    def table(
        self,
        headings: Sequence[str],
        rows: Sequence[Sequence[Content]],
        shares: Sequence[float],
        style: Style | None = None,
    ) -> None:
        """A table with hairlines; `shares` are the columns' shares of the width."""
        told = (style or self.look.tiny).but(direction="name")
        head = told.but(face=self.look.label.face, colour=self.look.colours.secondary)
        cells: list[list[Words | None]] = [
            [words(clean(text, MOST_HEADING), head) if text else None for text in headings],
            *([words(cell, told) if cell else None for cell in row] for row in rows),
        ]
        widths = [share * self.width for share in shares]
        table = TaggedTable(cells, widths, element=self.here.add("Table"), hAlign="LEFT")
        table.setStyle(self._rules)
        self.flowables.append(table)
        self.space(6)

    def picture(self, height: float, draw: Callable[[Pen], None], alt: str) -> None:
        """A chart of the full width; `alt` says what it shows."""
        picture = Picture(self.width, height, lambda canvas: draw(Pen(canvas, 0, height)), alt)
        self.flowables.append(picture.tagged(self.here))
        self.space(6)

    def space(self, height: float) -> None:
        """Room."""
        self.flowables.append(Spacer(1, height))

    def add(self, flowable: Flowable) -> None:
        """Anything else that tags itself."""
        self.flowables.append(flowable)

    def _words(
        self, element: Element, content: Content, style: Style, before: float = 0, after: float = 0
    ) -> None:
        line = words(content, style, before=before, after=after)
        line.element = element
        self.flowables.append(line)
