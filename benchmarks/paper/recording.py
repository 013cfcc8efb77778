"""A scorecard as plain content: what our paper says and draws, so that peers can draw the same.

The words of the story are told to a recorder in place of `Teller`, and the marks of the first page
and of the charts to one in place of `Pen`. Fonts, sizes and distances are the paper's own.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from benchmarks.paper.content import Content, Drawing, Grid, Label, Mark, Part, Room, Text
from report.charts.pen import Pen
from report.furniture import PRIVATE, day
from report.look import PAGES, Look, Page, look_of
from report.paper import TITLE, Paper, _front, _tell, fingerprint
from report.story.teller import WITH_HEADING, WITH_PART, Teller
from report.tagging.structure import Element
from report.text.clean import clean, one_line
from report.text.line import width_of, wrapped
from report.text.spans import Span
from report.text.style import Style
from scoring.scorecard import Scorecard
from scoring.wording import MONTHS
from theme import LIGHT, Shape, branded


class Silent:
    """A canvas that has structure and draws nothing."""

    @contextmanager
    def content(self, _: Any = None) -> Iterator[None]:
        """Content of an element."""
        yield

    artifact = content

    def absolutePosition(self, x: float, y: float) -> tuple[float, float]:  # noqa: N802
        """Where a place is on the page."""
        return x, y


class RecordingPen(Pen):
    """Notes what is drawn; `canvas` is a silent one, `left` and `top` are counted downwards."""

    def __init__(self, drawing: Drawing, left: float = 0, top: float = 0) -> None:
        """A pen for a box of the drawing."""
        super().__init__(Silent(), left, top)
        object.__setattr__(self, "drawing", drawing)

    def inside(self, x: float, y: float) -> "RecordingPen":
        """A pen for a box whose corner lies at `x`, `y` of this one."""
        return RecordingPen(self.drawing, self.left + x, self.top + y)

    def _note(self, kind: str, numbers: tuple[float, ...], ink: str, thick: float = 0) -> None:
        self.drawing.marks.append(Mark(kind, numbers, ink, thick))

    def rect(self, x: float, y: float, width: float, height: float, fill: str) -> None:
        """A filled rectangle."""
        self._note("rect", (self.left + x, self.top + y, width, height), fill)

    def box(self, x: float, y: float, width: float, height: float, ink: str) -> None:
        """The dashed outline of a rectangle."""
        self._note("box", (self.left + x, self.top + y, width, height), ink, 0.7)

    def line(
        self, x1: float, y1: float, x2: float, y2: float, ink: str, thick: float = 0.6
    ) -> None:
        """A straight line."""
        ends = (self.left + x1, self.top + y1, self.left + x2, self.top + y2)
        self._note("line", ends, ink, thick)

    def shape(self, shape: Shape, x: float, y: float, radius: float, ink: str) -> None:
        """One of the theme's marks: a circle here."""
        self._note("circle", (self.left + x, self.top + y, radius), ink)

    def text(
        self, x: float, y: float, content: str, style: Style, width: float | None = None
    ) -> float:
        """One line of text; returns the width it took."""
        label = Label(self.left + x, self.top + y, one_line(content), style)
        self.drawing.marks.append(label)
        return width_of(content, style)

    def block(self, x: float, y: float, text: str, style: Style, width: float, most: int) -> float:
        """A paragraph in a place."""
        at = (self.left + x, self.top + y, width)
        self.drawing.marks.append(Text((Span(text),), style, at=at))
        return y + style.leading * len(wrapped(text, style, width, most))


class Recorder(Teller):
    """Notes what is told."""

    def __init__(self, look: Look, width: float) -> None:
        """A story of this width."""
        super().__init__(Element(), look, width)
        self.parts: list[Part] = []

    def finding(self, sentence: str) -> None:
        """A rule and a headline."""
        rule = Drawing(self.width, 0.7)
        RecordingPen(rule).line(0, 0, self.width, 0, self.look.colours.ink, 0.7)
        room = WITH_HEADING
        self.parts += [Room(7), rule, Room(6), _text(sentence, self.look.heading, 0, 5, room)]

    def part(self, sentence: str, room: float = WITH_PART) -> None:
        """A heading under a finding."""
        self.parts.append(_text(sentence, self.look.part, 6, 1.5, room))

    def say(
        self, content: Any, style: Style | None = None, *, before: float = 0, after: float = 4
    ) -> None:
        """A paragraph."""
        if content:
            self.parts.append(_text(content, style or self.look.body, before, after))

    def bullets(self, contents: Iterable[Any], style: Style | None = None) -> None:
        """A list."""
        told = style or self.look.body
        self.parts += [
            Text(_text(content, told).spans, told, after=0.12 * told.size, bullet=True)
            for content in contents
        ]

    def table(
        self,
        headings: Sequence[str],
        rows: Sequence[Sequence[Any]],
        shares: Sequence[float],
        style: Style | None = None,
    ) -> None:
        """A table."""
        told = style or self.look.tiny
        head = told.but(face=self.look.label.face, colour=self.look.colours.secondary)
        cells = tuple(tuple(clean(str(cell)) for cell in row) for row in (headings, *rows))
        self.parts.append(Grid(cells, tuple(share * self.width for share in shares), head, told))
        self.parts.append(Room(6))

    def picture(self, height: float, draw: Any, alt: str) -> None:
        """A chart."""
        drawing = Drawing(self.width, height)
        draw(RecordingPen(drawing))
        self.parts += [drawing, Room(6)]


def recorded(card: Scorecard, paper: Paper) -> Content:
    """The paper of `card` as content."""
    sheet = paper.stationery
    page, look = PAGES[sheet.page], look_of(branded(LIGHT, sheet.brand.accent))
    recorder = Recorder(look, page.text_width)
    _tell(recorder, card, paper.finished, fingerprint(card, paper), paper)
    on = day(paper.finished.date(), MONTHS)
    name = sheet.brand.name
    told = (name, f"{PRIVATE} · {on}")
    return Content(page, look, told, TITLE, _first(card, look, page), tuple(recorder.parts))


def _first(card: Scorecard, look: Look, page: Page) -> Drawing:
    """The first page, block under block as `Sheet` draws them."""
    sheet = _front(card, look, page, Element())
    drawing, y = Drawing(page.text_width, page.text_height), 0.0
    heights = [block.height(sheet.width) for block in sheet.blocks]
    gap = sheet._gap(sum(heights))
    for place, (block, height) in enumerate(zip(sheet.blocks, heights, strict=True)):
        if place:
            RecordingPen(drawing, 0, y).line(0, gap, sheet.width, gap, look.colours.ink, 0.7)
            y += 2 * gap
        block.draw(RecordingPen(drawing, 0, y), sheet.width)
        y += height
    return drawing


def _text(content: Any, style: Style, before: float = 0, after: float = 0, room: float = 0) -> Text:
    spans = (Span(content),) if isinstance(content, str) else tuple(content)
    return Text(spans, style, before, after, room)
