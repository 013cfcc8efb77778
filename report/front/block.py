"""What the first page is made of: blocks of known height, one under the other."""

from collections.abc import Sequence
from typing import Any, Protocol

from reportlab.platypus import Flowable

from report.charts.pen import Pen
from report.look import Look


class Block(Protocol):
    """A part of the first page over its full width."""

    def height(self, width: float) -> float:
        """The height it takes in points."""
        ...

    def draw(self, pen: Pen, width: float) -> None:
        """Draw it with its upper left corner at the pen's origin."""
        ...


class Sheet(Flowable):  # type: ignore[misc]
    """Blocks that fill one page, with rules between them and the room left over shared out.

    If they are taller than the page, the blocks are drawn closer; `LEAST` keeps them apart.
    """

    LEAST, MOST = 5.0, 15.0
    """Points above and below a rule."""

    def __init__(self, blocks: Sequence[Block], look: Look, width: float, height: float) -> None:
        """Blocks for a page of `width` by `height` points of text."""
        super().__init__()
        self.blocks, self.look = blocks, look
        self.width, self.height = width, height

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """The page, whatever is offered."""
        return self.width, min(self.height, available_height)

    def draw(self) -> None:
        """Draw every block and the rules between them."""
        canvas: Any = self.canv
        heights = [block.height(self.width) for block in self.blocks]
        gap = self._gap(sum(heights))
        y = 0.0
        for place, (block, height) in enumerate(zip(self.blocks, heights, strict=True)):
            pen = Pen(canvas, 0, self.height - y)
            if place:
                with canvas.artifact():
                    pen.line(0, gap, self.width, gap, self.look.colours.ink, 0.7)
                y += 2 * gap
            block.draw(Pen(canvas, 0, self.height - y), self.width)
            y += height

    def _gap(self, used: float) -> float:
        """Points on either side of each rule."""
        rules = max(len(self.blocks) - 1, 1)
        free = (self.height - used) / (2 * rules)
        return max(self.LEAST, min(self.MOST, free))
