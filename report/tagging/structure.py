"""The structure of a document: elements in reading order, made before anything is drawn."""

from collections.abc import Iterator
from typing import Final, Literal, NamedTuple

Scope = Literal["Column", "Row", "Both"]
Numbering = Literal["None", "Disc", "Circle", "Square", "Decimal", "LowerAlpha", "UpperAlpha"]
Box = tuple[float, float, float, float]

HEADINGS: Final = ("H1", "H2", "H3", "H4", "H5", "H6")
TAGS: Final = frozenset(
    {
        *("Document", "Part", "Sect", "Div", "BlockQuote", "P", *HEADINGS),
        *("L", "LI", "Lbl", "LBody", "Table", "THead", "TBody", "TR", "TH", "TD"),
        *("Figure", "Caption", "Link", "Span", "Note", "Quote", "Code"),
    }
)
CELLS: Final = frozenset({"TH", "TD"})


class Piece(NamedTuple):
    """Content of an element: the page’s place (from 0) and the content’s number on it."""

    page: int
    number: int


class Annotated(NamedTuple):
    """An annotation of an element: the page’s place (from 0) and the number of the object."""

    page: int
    object_number: int


class Element:
    """One structure element (ISO 32000-1, 14.7.2) with its children and, once drawn, its content.

    An element may have many pieces of content, on many pages. One that has none, and whose children
    have none, is left out of the file. Copying an element gives the element itself, because
    ReportLab copies flowables and two elements would then stand for one paragraph.
    """

    __slots__ = (
        *("tag", "parent", "kids", "alt", "actual", "lang", "title"),
        *("scope", "numbering", "bbox"),
    )

    def __init__(
        self,
        tag: str = "Document",
        *,
        alt: str | None = None,
        actual: str | None = None,
        lang: str | None = None,
        title: str | None = None,
        scope: Scope | None = None,
        numbering: Numbering | None = None,
        bbox: Box | None = None,
    ) -> None:
        """Make an element that has no parent yet.

        `alt` stands in for a picture, `actual` is the text that shapes stand for, `title` is shown
        in the outline, `scope` belongs to a TH and `numbering` to an L. `bbox` is left, bottom,
        right, top in points from the page’s lower left corner. A tag that is not in `TAGS` is a
        ValueError.
        """
        if tag not in TAGS:
            raise ValueError(f"“{tag}” is no standard structure tag; see report.tagging.structure")
        self.tag = tag
        self.alt, self.actual, self.lang, self.title = alt, actual, lang, title
        self.scope, self.numbering, self.bbox = scope, numbering, bbox
        self.parent: Element | None = None
        self.kids: list[Element | Piece | Annotated] = []

    def add(
        self,
        tag: str,
        *,
        alt: str | None = None,
        actual: str | None = None,
        lang: str | None = None,
        title: str | None = None,
        scope: Scope | None = None,
        numbering: Numbering | None = None,
        bbox: Box | None = None,
    ) -> "Element":
        """Make an element and read it after all that this one has so far; see `__init__`."""
        child = Element(
            tag,
            alt=alt,
            actual=actual,
            lang=lang,
            title=title,
            scope=scope,
            numbering=numbering,
            bbox=bbox,
        )
        return self.adopt(child)

    def adopt(self, child: "Element") -> "Element":
        """Read `child` after all that this one has so far; taking it from its parent if it has one.

        A child that would contain itself is a ValueError.
        """
        if child is self or (child.kids and any(above is child for above in self.ancestry())):
            raise ValueError(f"{child!r} cannot be inside itself")
        if child.parent is not None:
            child.parent.kids.remove(child)
        child.parent = self
        self.kids.append(child)
        return child

    def ancestry(self) -> Iterator["Element"]:
        """Yield this element, its parent, and so on up to the root."""
        element: Element | None = self
        while element is not None:
            yield element
            element = element.parent

    def filled(self) -> bool:
        """Whether this element or one below it has content or an annotation."""
        return any(not isinstance(kid, Element) or kid.filled() for kid in self.kids)

    def shown(self) -> list["Element | Piece | Annotated"]:
        """The kids that go into the file; a row that has any content keeps its empty cells."""
        row = self.tag == "TR"
        return [
            kid
            for kid in self.kids
            if not isinstance(kid, Element) or kid.filled() or (row and kid.tag in CELLS)
        ]

    def __copy__(self) -> "Element":
        return self

    def __deepcopy__(self, memo: dict[int, object]) -> "Element":
        return self

    def __repr__(self) -> str:
        words = self.title or self.alt or self.actual
        return f"<{self.tag}{f' “{words}”' if words else ''}, {len(self.kids)} kids>"
