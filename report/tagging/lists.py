"""An item of a list: its label beside its first line, its text indented and split if it must."""

from typing import Any

from reportlab.platypus.flowables import Flowable

from report.tagging.flowables import InStructure
from report.tagging.structure import Element


class ListItem(Flowable):  # type: ignore[misc]
    """One LI: a Lbl and an LBody, whose text is a flowable in a structure."""

    def __init__(self, item: Element, label: InStructure | None, body: InStructure, indent: float):
        """Make the Lbl and the LBody under `item`, an LI; the body is indented by `indent` points.

        A list inside the item is an L under `body.element`. A body that has an element already is a
        later part of a split one and keeps it.
        """
        super().__init__()
        self.item, self.label, self.body, self.indent = item, label, body, indent
        if label is not None and label.element is None:
            label.tagged(item, "Lbl")
        if body.element is None:
            body.tagged(item, "LBody")

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: N803
        """The full width, and the height of the body or of the label, whichever is more."""
        self.width = availWidth
        _, self.height = self.body.wrapOn(self.canv, availWidth - self.indent, availHeight)
        if self.label is not None:
            _, self._label_height = self.label.wrapOn(self.canv, self.indent, availHeight)
            self.height = max(self.height, self._label_height)
        return availWidth, self.height

    def split(self, availWidth: float, availHeight: float) -> list[Any]:  # noqa: N803
        """Split the body; the label stays with its first part."""
        parts = self.body.splitOn(self.canv, availWidth - self.indent, availHeight)
        if len(parts) < 2:
            return []
        labels = (self.label, *(None for _ in parts[1:]))
        return [
            ListItem(self.item, label, part, self.indent)
            for label, part in zip(labels, parts, strict=True)
        ]

    def getSpaceBefore(self) -> float:  # noqa: N802
        """The space before the body, in points."""
        return float(self.body.getSpaceBefore())

    def getSpaceAfter(self) -> float:  # noqa: N802
        """The space after the body, in points."""
        return float(self.body.getSpaceAfter())

    def draw(self) -> None:
        """Draw the label at the top left and the body beside it."""
        if self.label is not None:
            self.label.drawOn(self.canv, 0, self.height - self._label_height)
        self.body.drawOn(self.canv, self.indent, self.height - self.body.height)
