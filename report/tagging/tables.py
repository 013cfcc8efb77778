"""Tables whose rows and cells are elements, also where a page ends inside them."""

from collections.abc import Sequence
from typing import Any, Final

from reportlab.platypus.flowables import Flowable
from reportlab.platypus.tables import Table, TableStyle

from report.tagging.canvas import TaggedCanvas
from report.tagging.flowables import Cell
from report.tagging.structure import Element

# Inside a row, ReportLab splits cells that begin at the top; others it moves about.
_TOP: Final = ("VALIGN", (0, 0), (-1, -1), "TOP")
# The least height of either part of a row that is split, in points; two lines stay together anyway.
_LEAST: Final = 12


class TaggedTable(Table):  # type: ignore[misc]
    """A table of flowables: rules and backgrounds are artifacts, cells are TH and TD.

    It splits between rows and inside them. The heading rows are drawn again on every page, there as
    an artifact, so that they are read once. Cells that span others are not supported.
    """

    # Whether this is a later part of a split table: then its heading rows were read before.
    continued = False
    # The least height of the first part of a row that is split, in points; 0 is never.
    splitInRow: float  # noqa: N815 – ReportLab’s name

    def __init__(
        self,
        data: Sequence[Sequence[Cell]],
        colWidths: Any = None,  # noqa: N803 – ReportLab’s name
        *args: Any,
        element: Element | None = None,
        header: int = 1,
        row_headers: bool = False,
        **options: Any,
    ) -> None:
        """Make the elements of every cell under `element`, a Table.

        The first `header` rows are THs of their columns; with `row_headers` the first cell of every
        other row is the TH of its row. A cell is a flowable, several, or nothing. Widths are in
        points and `options` are ReportLab’s. ReportLab itself leaves `element` out when it splits.
        Rows of unequal length, and text that is no flowable, are a ValueError.
        """
        if element is not None:
            data = _with_elements(element, data, header, row_headers)
            style = [_TOP, *_commands(options.pop("style", None))]
            defaults = {"repeatRows": header, "splitInRow": _LEAST, "style": style}
            options = defaults | options
        super().__init__(data, colWidths, *args, **options)

    def split(self, availWidth: float, availHeight: float) -> list[Any]:  # noqa: N803
        """Split between rows; inside one only if it is too tall for a page of its own.

        ReportLab would leave the heading and a sliver of the next row at the foot of a page.
        """
        inside, self.splitInRow = self.splitInRow, 0
        parts: list[Any] = super().split(availWidth, availHeight)
        self.splitInRow = inside
        for part in parts:
            part.splitInRow = inside
        if not parts and inside and self._next_row_ends() > self._getPossibleHeight(availHeight):
            parts = super().split(availWidth, availHeight)
        for place, part in enumerate(parts):
            part.continued = self.continued or place > 0
        return parts

    def _next_row_ends(self) -> float:
        """How far down the first row after the heading reaches, in points."""
        return float(sum(self._rowHeights[: self.repeatRows + 1]))

    def draw(self) -> None:
        """Draw the cells in their elements and everything else as an artifact."""
        if not isinstance(self.canv, TaggedCanvas):
            raise TypeError("a tagged table can only be drawn on a tagged canvas")
        super().draw()

    def _drawCell(self, cellval: Any, cellstyle: Any, pos: Any, size: Any) -> None:  # noqa: N802
        # The style’s own font would come first; it is Helvetica, and no text here is drawn in it.
        self._curcellstyle = cellstyle
        if self.continued and self.repeatRows and pos[1] >= self._rowpositions[self.repeatRows]:
            with self.canv.artifact("Pagination"):
                super()._drawCell(cellval, cellstyle, pos, size)
        elif cellval:
            super()._drawCell(cellval, cellstyle, pos, size)

    def _splitCell(  # noqa: N802
        self, value: Any, style: Any, old: float, new: float, width: float
    ) -> Any:
        """Split at the width the text is set in: ReportLab forgets what the cell keeps free."""
        inner = style.copy()
        inner.leftPadding = inner.rightPadding = 0
        room = width - style.leftPadding - style.rightPadding
        return super()._splitCell(value, inner, old, new, room)


def _commands(style: Any) -> list[Any]:
    return list(style.getCommands() if isinstance(style, TableStyle) else style or ())


def _with_elements(
    element: Element, data: Sequence[Sequence[Cell]], header: int, row_headers: bool
) -> list[list[tuple[Flowable, ...]]]:
    if len({len(row) for row in data}) != 1:
        raise ValueError("every row of a table needs the same number of cells")
    head = element.add("THead") if header else element
    body = element.add("TBody")
    rows = []
    for place, row in enumerate(data):
        line = (head if place < header else body).add("TR")
        heads = len(row) if place < header else int(row_headers)
        scope = "Column" if place < header else "Row"
        rows.append(
            [_cell(line, cell, scope if column < heads else "") for column, cell in enumerate(row)]
        )
    return rows


def _cell(line: Element, cell: Cell, scope: str) -> tuple[Flowable, ...]:
    """Make the element of one cell; an empty one heads nothing and is a TD."""
    if isinstance(cell, str) and cell:
        raise ValueError(f"a cell holds flowables, not bare text: “{cell[:40]}”")
    flowables = (cell,) if isinstance(cell, Flowable) else tuple(cell or ())
    head = bool(scope and flowables)
    element = line.add("TH" if head else "TD", scope=scope if head else None)  # type: ignore[arg-type]
    for flowable in flowables:
        own = flowable.element
        if own is not None:
            element.adopt(own)
        elif len(flowables) == 1 and getattr(flowable, "tag", None) == "P":
            flowable.element = element
        else:
            flowable.tagged(element)
    return flowables
