"""A rule across the page: furniture, so it is left out of what is read aloud."""

from typing import Any

from reportlab.platypus import Flowable

from report.charts.pen import Pen


class Hairline(Flowable):  # type: ignore[misc]
    """A line of `thick` points over `width` points."""

    def __init__(self, width: float, ink: str, thick: float = 0.5) -> None:
        """A rule in the colour `ink`."""
        super().__init__()
        self.width, self.ink, self.thick = width, ink, thick

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """The rule's own size."""
        return self.width, self.thick

    def draw(self) -> None:
        """Draw it as an artifact."""
        canvas: Any = self.canv
        with canvas.artifact():
            Pen(canvas, 0, 0).line(0, 0, self.width, 0, self.ink, self.thick)
