"""The end of the brief: how far to trust it, and room to write."""

from dataclasses import dataclass
from typing import Final

from discovery.brief import Brief
from report.call.limits import Limits
from report.call.style import CallLook, short
from report.charts.pen import Pen, height_of
from report.tagging.structure import Element

HEAD: Final = 11.0
ROOM: Final = "Room for notes"
LINE: Final = 19.0
"""Points between two faint lines to write on."""


@dataclass(frozen=True, slots=True)
class Trusted:
    """Everything that limits the brief, in one paragraph."""

    brief: Brief
    limits: Limits
    style: CallLook
    element: Element

    def height(self, width: float) -> float:
        """The heading and the lines."""
        return HEAD + height_of(self._text(), self.style.body, width, self.limits.trust)

    def draw(self, pen: Pen, width: float) -> None:
        """The heading and the paragraph, which begins with how to read the page."""
        canvas, style, here = pen.canvas, self.style, self.element
        with canvas.content(here.add("H2")):
            pen.text(0, 8, self.brief.headings.trust, style.head, width)
        with canvas.content(here.add("P")):
            pen.block(0, HEAD, self._text(), style.body, width, self.limits.trust)

    def _text(self) -> str:
        return " ".join(short(each) for each in (self._voice(), *self.brief.trust.lines))

    def _voice(self) -> str:
        notes = len(self.brief.notes)
        if not notes:
            return self.brief.voice
        told = "One note was" if notes == 1 else f"{notes} notes were"
        return f"{self.brief.voice} {told} shared; the workspace shows what they say."


@dataclass(frozen=True, slots=True)
class Room:
    """Faint lines over `tall` points; they are furniture, only the heading is read."""

    tall: float
    style: CallLook
    element: Element

    def height(self, width: float) -> float:
        """What the other parts left."""
        return self.tall

    def draw(self, pen: Pen, width: float) -> None:
        """The heading and the lines."""
        canvas, style = pen.canvas, self.style
        with canvas.content(self.element.add("H2")):
            pen.text(0, 8, ROOM, style.head, width)
        with canvas.artifact():
            y = HEAD + LINE
            while y <= self.tall:
                pen.line(0, y, width, y, style.look.colours.hairline, 0.5)
                y += LINE
