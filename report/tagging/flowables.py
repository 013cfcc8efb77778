"""What a story is made of: flowables that say which element they are."""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from typing import Any, Self

from reportlab.platypus.flowables import Flowable

from report.tagging.canvas import TaggedCanvas
from report.tagging.structure import HEADINGS, Element

Cell = Flowable | Sequence[Flowable] | str | None

# The headings that the outline lists; deeper ones would make it as long as the document.
_LISTED = HEADINGS[:2]


class InStructure(Flowable):  # type: ignore[misc]
    """A flowable whose drawing is the content of its element; a base before the flowable’s own.

    `class Words(InStructure, Paragraph)` is a paragraph of a tagged document. Every part of a split
    one belongs to the same element. Drawing one without an element is a ValueError, except inside
    an artifact: text that no element holds is not read to anyone.
    """

    tag: str = "P"
    element: Element | None = None

    def tagged(self, parent: Element, tag: str | None = None) -> Self:
        """Make an element under `parent` for this flowable and return the flowable."""
        self.element = parent.add(tag or self.tag)
        return self

    def drawOn(self, canvas: Any, x: float, y: float, _sW: float = 0) -> None:  # noqa: N802, N803
        """Draw as the content of the element, and list a heading in the outline."""
        element = self.element
        with within(canvas, element, self):
            if element is not None and _begins_a_part(canvas, element):
                text = element.title or self.getPlainText(identify=None)
                canvas.outline_entry(text, _LISTED.index(element.tag), y + self.height)
            self.put(canvas, x, y, _sW)

    def put(self, canvas: Any, x: float, y: float, spare: float) -> None:
        """Draw with the lower left corner at `x`, `y`, in points; `spare` is width left over.

        This is ReportLab’s way, which gives every flowable coordinates of its own.
        """
        super().drawOn(canvas, x, y, spare)

    def split(self, availWidth: float, availHeight: float) -> list[Any]:  # noqa: N803
        """Split as the flowable does; every part belongs to this element."""
        parts: list[Any] = super().split(availWidth, availHeight)
        for part in parts:
            part.element = self.element
        return parts


def _begins_a_part(canvas: Any, element: Element) -> bool:
    read = isinstance(canvas, TaggedCanvas) and not canvas.in_artifact
    return read and element.tag in _LISTED and not element.filled()


def within(canvas: Any, element: Element | None, drawn: object) -> AbstractContextManager[None]:
    """The content of `element` on a tagged canvas; on any other canvas nothing special.

    Without an element, what is drawn outside an artifact is a ValueError.
    """
    if not isinstance(canvas, TaggedCanvas) or canvas.in_artifact:
        return nullcontext()
    if element is None:
        raise ValueError(f"{type(drawn).__name__} has no element: give it one with tagged(parent)")
    return canvas.content(element)


class Picture(Flowable):  # type: ignore[misc]
    """A drawing of fixed size that is read as one Figure with an alternative text."""

    def __init__(
        self,
        width: float,
        height: float,
        draw: Callable[[Any], None],
        alt: str,
        parent: Element | None = None,
    ) -> None:
        """`draw(canvas)` paints from (0, 0) to (`width`, `height`), in points.

        `alt` says what the picture shows; an empty one is a ValueError. Text inside the picture is
        part of it and not read on its own.
        """
        super().__init__()
        if not alt.strip():
            raise ValueError("a picture needs a text that says what it shows")
        self.width, self.height, self.alt = width, height, alt
        self._paint = draw
        self.element: Element | None = None
        if parent is not None:
            self.tagged(parent)

    def tagged(self, parent: Element, tag: str | None = None) -> Self:
        """Make the Figure under `parent` and return the picture."""
        self.element = parent.add(tag or "Figure", alt=self.alt)
        return self

    def drawOn(self, canvas: Any, x: float, y: float, _sW: float = 0) -> None:  # noqa: N802, N803
        """Draw as the content of the Figure, and note where on the page it stands."""
        with within(canvas, self.element, self):
            if self.element is not None:
                left = self._hAlignAdjust(x, _sW)
                corner = canvas.absolutePosition(left, y)
                opposite = canvas.absolutePosition(left + self.width, y + self.height)
                self.element.bbox = (*corner, *opposite)
            super().drawOn(canvas, x, y, _sW)

    def draw(self) -> None:
        """Paint the picture; ReportLab calls this with the origin in place."""
        self._paint(self.canv)
