"""A paper as plain content: texts, tables and marks, with nothing said about how they get there."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from report.look import Look, Page
from report.text.spans import Span
from report.text.style import Style


@dataclass(frozen=True)
class Text:
    """A paragraph; `at` is its place in a picture (x, y of its top, width) where it has one."""

    spans: tuple[Span, ...]
    style: Style
    before: float = 0
    after: float = 0
    room: float = 0
    bullet: bool = False
    at: tuple[float, float, float] | None = None


@dataclass(frozen=True)
class Label:
    """A line of text in a picture, with its baseline at `y`."""

    x: float
    y: float
    text: str
    style: Style


@dataclass(frozen=True)
class Mark:
    """A rectangle, a dashed box, a line or a circle in a picture: its numbers in points, y down."""

    kind: str
    numbers: tuple[float, ...]
    ink: str
    thick: float = 0


@dataclass
class Drawing:
    """A picture: a chart, or the first page."""

    width: float
    height: float
    marks: list[Text | Label | Mark] = field(default_factory=list)


@dataclass(frozen=True)
class Grid:
    """A table with a heading row; widths in points."""

    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...]
    head: Style
    cell: Style


@dataclass(frozen=True)
class Room:
    """White space of a height in points."""

    height: float


Part = Text | Drawing | Grid | Room


@dataclass(frozen=True)
class Content:
    """All of a paper: its first page, what follows, and what stands at the head and foot."""

    page: Page
    look: Look
    head: tuple[str, str]
    foot: str
    front: Drawing
    parts: tuple[Part, ...]

    def drawings(self) -> Iterator[Drawing]:
        """The first page and every chart."""
        yield self.front
        yield from (part for part in self.parts if isinstance(part, Drawing))

    def texts(self) -> Iterator[str]:
        """Every text there is, so that it can be looked for in a finished file."""
        for drawing in self.drawings():
            for mark in drawing.marks:
                if isinstance(mark, Label):
                    yield mark.text
                elif isinstance(mark, Text):
                    yield "".join(span.text for span in mark.spans)
        for part in self.parts:
            if isinstance(part, Text):
                yield "".join(span.text for span in part.spans)
            elif isinstance(part, Grid):
                yield from (cell for row in part.rows for cell in row if cell)

    def shapes(self) -> int:
        """How many rectangles, lines and circles are drawn, without the rules of tables."""
        return sum(isinstance(mark, Mark) for each in self.drawings() for mark in each.marks)
