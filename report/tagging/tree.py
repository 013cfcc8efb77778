"""Writes the structure into the file: the tree, the way back from the content, the marks."""

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFDictionary

from report.tagging.links import LinkAnnotation
from report.tagging.structure import Annotated, Element, Piece
from report.tagging.writing import Written, page_number, points, register, text_string

Kids = list[Element | Piece | Annotated]


def mark_page(page: Any, parent_key: int | None) -> None:
    """Say that Tab follows the structure here and, unless `None`, where the parents are listed."""
    page.__NoDefault__ = [*page.__NoDefault__, "Tabs", "StructParents"]
    page.Tabs = "/S"
    page.StructParents = parent_key


def write(
    document: Any,
    root: Element,
    owners: Sequence[Sequence[Element]],
    links: Sequence[LinkAnnotation],
) -> None:
    """Register every object of the structure and tie it to the catalog.

    `owners[page][number]` is the element of a piece of content. Nothing may be drawn afterwards. An
    element with content that is not below `root`, and a root without content, are a ValueError.
    """
    if not root.filled():
        raise ValueError("nothing of this document would be read: no element has content")
    top = Written()
    top_number = register(document, top)
    numbers: dict[Element, int] = {}
    written = [(element, kids, Written()) for element, kids in _in_order(root)]
    for element, _, place in written:
        numbers[element] = register(document, place)
    notes: list[tuple[str, int]] = []
    for element, kids, place in written:
        parent = element.parent
        above = top_number if parent is None or element is root else numbers[parent]
        name = f"note-{len(notes) + 1}" if element.tag == "Note" else None
        if name is not None:
            notes.append((name, numbers[element]))
        place.content = _element(document, element, kids, (above, name), numbers)
    for element in (*chain(*owners), *(link.element for link in links)):
        if element not in numbers:
            raise ValueError(f"{element!r} was drawn, but it is not part of the structure")
    parents = register(document, Written(_parent_tree(numbers, owners, links)))
    top.content = _top(numbers.get(root), parents, len(owners) + len(links), notes)
    catalog = document.Catalog
    catalog.StructTreeRoot = top
    catalog.MarkInfo = PDFDictionary({"Marked": "true"})


def _in_order(element: Element) -> Iterator[tuple[Element, Kids]]:
    kids = element.shown()
    yield element, kids
    for kid in kids:
        if isinstance(kid, Element):
            yield from _in_order(kid)


def _top(root: int | None, parents: int, next_key: int, notes: list[tuple[str, int]]) -> bytes:
    names = " ".join(f"({name}) {number} 0 R" for name, number in sorted(notes))
    ids = f"/IDTree<</Names[{names}]>>" if notes else ""
    return (
        f"<</Type/StructTreeRoot/K {root} 0 R/ParentTree {parents} 0 R"
        f"/ParentTreeNextKey {next_key}{ids}>>"
    ).encode("ascii")


def _element(
    document: Any,
    element: Element,
    kids: Kids,
    place: tuple[int, str | None],
    numbers: dict[Element, int],
) -> bytes:
    """One element; `place` is the number of its parent and, for a note, its own name."""
    above, name = place
    pages = [kid.page for kid in kids if not isinstance(kid, Element)]
    page = pages[0] if pages else None
    listed = " ".join([_kid(document, kid, page, numbers) for kid in kids])
    parts = [f"/S/{element.tag}/P {above} 0 R".encode()]
    if page is not None:
        parts.append(b"/Pg %d 0 R" % page_number(document, page))
    if kids:
        parts.append(f"/K[{listed}]".encode() if len(kids) > 1 else f"/K {listed}".encode())
    for key, text in (
        (b"Alt", element.alt),
        (b"ActualText", element.actual),
        (b"Lang", element.lang),
        (b"T", element.title),
        (b"ID", name),
    ):
        if text:
            parts.append(b"/%b %b" % (key, text_string(text)))
    return b"<<" + b"".join(parts) + _attributes(element) + b">>"


def _kid(
    document: Any,
    kid: Element | Piece | Annotated,
    page: int | None,
    numbers: dict[Element, int],
) -> str:
    if isinstance(kid, Element):
        return f"{numbers[kid]} 0 R"
    where = "" if kid.page == page else f"/Pg {page_number(document, kid.page)} 0 R"
    if isinstance(kid, Annotated):
        return f"<</Type/OBJR/Obj {kid.object_number} 0 R{where}>>"
    return f"<</Type/MCR/MCID {kid.number}{where}>>" if where else str(kid.number)


def _attributes(element: Element) -> bytes:
    """The attributes of layout, table and list (ISO 32000-1, 14.8.5) that this element has."""
    if element.bbox is not None:
        return f"/A<</O/Layout/Placement/Block/BBox[{points(*element.bbox)}]>>".encode("ascii")
    if element.scope is not None:
        return f"/A<</O/Table/Scope/{element.scope}>>".encode("ascii")
    if element.numbering is not None:
        return f"/A<</O/List/ListNumbering/{element.numbering}>>".encode("ascii")
    return b""


def _parent_tree(
    numbers: dict[Element, int],
    owners: Sequence[Sequence[Element]],
    links: Sequence[LinkAnnotation],
) -> bytes:
    """A number tree: a page’s key leads to the elements of its content, a link’s to its element."""
    rows = [
        f"{page}[{' '.join(f'{numbers[element]} 0 R' for element in elements)}]"
        for page, elements in enumerate(owners)
        if elements
    ]
    for key, link in enumerate(links, len(owners)):
        link.settle(key)
        rows.append(f"{key} {numbers[link.element]} 0 R")
    return f"<</Nums[{' '.join(rows)}]>>".encode("ascii")
