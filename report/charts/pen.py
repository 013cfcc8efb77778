"""Draws in a box whose origin is its upper left corner, y downwards, all in points."""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from math import atan2, degrees, hypot, isclose
from typing import Any, Final

from reportlab.lib.colors import HexColor

from report.tagging.structure import Element
from report.text.line import draw_line, width_of, wrapped
from report.text.style import Style
from theme import Shape

STROKE: Final = re.compile(r"([MLAZ])([^MLAZ]*)")


@dataclass(frozen=True, slots=True)
class Pen:
    """A pen over a canvas. `left` and `top` place the box on the canvas, whose y runs upwards."""

    canvas: Any
    left: float
    top: float

    def inside(self, x: float, y: float) -> "Pen":
        """A pen for a box whose corner lies at `x`, `y` of this one."""
        return Pen(self.canvas, self.left + x, self.top - y)

    @contextmanager
    def figure(self, element: Element, width: float, height: float) -> Iterator[None]:
        """Draw what is inside as a picture of this size, and note where on the page it stands."""
        corner = self.canvas.absolutePosition(self.left, self.top - height)
        opposite = self.canvas.absolutePosition(self.left + width, self.top)
        element.bbox = (*corner, *opposite)
        with self.canvas.content(element):
            yield

    def rect(self, x: float, y: float, width: float, height: float, fill: str) -> None:
        """A filled rectangle."""
        self.canvas.setFillColor(HexColor(fill))
        self.canvas.rect(self.left + x, self.top - y - height, width, height, stroke=0, fill=1)

    def box(self, x: float, y: float, width: float, height: float, ink: str) -> None:
        """The dashed outline of a rectangle."""
        canvas = self.canvas
        canvas.setStrokeColor(HexColor(ink))
        canvas.setLineWidth(0.7)
        canvas.setDash(2, 1.5)
        canvas.rect(self.left + x, self.top - y - height, width, height, stroke=1, fill=0)
        canvas.setDash()

    def frame(self, x: float, y: float, width: float, height: float, ink: str) -> None:
        """The strong outline of a rectangle, drawn inside it."""
        canvas, thick = self.canvas, 1.3
        canvas.setStrokeColor(HexColor(ink))
        canvas.setLineWidth(thick)
        left, bottom = self.left + x + thick / 2, self.top - y - height + thick / 2
        canvas.rect(left, bottom, width - thick, height - thick, stroke=1, fill=0)

    def line(
        self, x1: float, y1: float, x2: float, y2: float, ink: str, thick: float = 0.6
    ) -> None:
        """A straight line."""
        self.canvas.setStrokeColor(HexColor(ink))
        self.canvas.setLineWidth(thick)
        self.canvas.line(self.left + x1, self.top - y1, self.left + x2, self.top - y2)

    def text(
        self, x: float, y: float, content: str, style: Style, width: float | None = None
    ) -> float:
        """One line of text with its baseline at `y`; returns the width it took."""
        return draw_line(self.canvas, self.left + x, self.top - y, content, style, width=width)

    def block(self, x: float, y: float, text: str, style: Style, width: float, most: int) -> float:
        """Lines of text whose first begins under `y`, `most` of them; returns the y below them."""
        for line in wrapped(text, style, width, most):
            y += style.leading
            self.text(x, y - 0.25 * style.size, line, style, width)
        return y

    def shape(self, shape: Shape, x: float, y: float, radius: float, ink: str) -> None:
        """One of the theme's marks around `x`, `y`."""
        self.canvas.setFillColor(HexColor(ink))
        path = self.canvas.beginPath()
        _trace(path, shape.path, self.left + x, self.top - y, radius)
        self.canvas.drawPath(path, stroke=0, fill=1, fillMode=0)


def height_of(text: str, style: Style, width: float, most: int) -> float:
    """The height that `Pen.block` takes for `text`."""
    return style.leading * len(wrapped(text, style, width, most))


def widest(texts: Sequence[str], style: Style) -> float:
    """The width of the widest of `texts`."""
    return max((width_of(text, style) for text in texts), default=0.0)


def _trace(path: Any, outline: str, x: float, y: float, radius: float) -> None:
    """Follow an outline of absolute M, L, A and Z; the arcs are parts of circles."""
    at = (0.0, 0.0)
    for stroke, numbers in STROKE.findall(outline):
        given = [float(number) for number in numbers.split(",")] if numbers else []
        if stroke == "Z":
            path.close()
            continue
        if stroke == "A":
            _arc(path, at, given, x, y, radius)
        else:
            move = path.moveTo if stroke == "M" else path.lineTo
            move(x + radius * given[0], y - radius * given[1])
        at = (given[-2], given[-1])


def _arc(
    path: Any, at: tuple[float, float], given: list[float], x: float, y: float, radius: float
) -> None:
    """Half a circle around the mark's middle, the only arc that the theme's marks are made of."""
    reach, sweep, (to_x, to_y) = given[0], given[4], given[5:]
    if not isclose(hypot(to_x - at[0], to_y - at[1]), 2 * reach):
        raise ValueError(f"not half a circle: from {at} to {(to_x, to_y)} with radius {reach}")
    start, size = degrees(atan2(-at[1], at[0])), radius * reach
    path.arcTo(x - size, y - size, x + size, y + size, start, -180 if sweep else 180)
