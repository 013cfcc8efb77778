"""A canvas that knows which element each stroke belongs to, and writes the tags when it is saved.

It uses names of ReportLab that begin with an underscore; the tests of this folder guard them.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, Final

from reportlab.pdfgen.canvas import Canvas

from report.tagging import tree
from report.tagging.links import LinkAnnotation
from report.tagging.marks import CLOSE, Span, paints, with_artifacts
from report.tagging.structure import Annotated, Box, Element, Piece
from report.tagging.writing import register, shelved

Furniture = Callable[["TaggedCanvas", int, int], None]

ARTIFACTS: Final = frozenset({"Layout", "Page", "Pagination", "Background"})

# What belongs to one page while the next one is drawn.
_PAGE: Final = (
    *Canvas.STATE_ATTRIBUTES,
    *("_code", "_psCommandsAfterPage", "_psCommandsBeforePage", "_currentPageHasImages"),
    *("_formsinuse", "_annotationrefs", "_formData", "_colorsUsed", "_shadingUsed"),
    *("_pagesize", "_pageNumber", "_pageRotation", "_preamble", "state_stack"),
)
# Where an outline entry leads: a little above the heading.
_ABOVE: Final = 6.0


class TaggedCanvas(Canvas):  # type: ignore[misc]
    """A canvas whose pages are finished only when all are known: “page n of m” needs m."""

    def __init__(
        self,
        file: Any,
        *,
        structure: Element,
        language: str,
        page_size: tuple[float, float],
        font: str = "Helvetica",
        furniture: Furniture | None = None,
    ) -> None:
        """Draw into `file`; `structure` is the root, `language` a BCP 47 tag, sizes are in points.

        `furniture(canvas, page, pages)` draws on every finished page. `font` is what a page begins
        with: give an embedded one, or every page names Helvetica, which is never embedded.
        """
        if structure.tag != "Document":
            raise ValueError(f"the root of a structure is a Document, not {structure!r}")
        self.structure, self.language, self.furniture = structure, language, furniture
        self._open: list[Span] = []
        self._owners: list[Element] = []
        self._pages: list[tuple[dict[str, Any], list[Element]]] = []
        self._links: list[LinkAnnotation] = []
        self._addresses: dict[Element, str] = {}
        self._entries = 0
        super().__init__(
            file,
            pagesize=page_size,
            pageCompression=1,
            invariant=1,
            pdfVersion=(1, 7),
            initialFontName=font,
            lang=language,
        )

    @contextmanager
    def content(self, element: Element) -> Iterator[None]:
        """Give what is drawn inside to `element`.

        Inside another element’s content that one is closed first and opened again afterwards.
        Inside an artifact all remains part of it: so a repeated heading row is not read twice.
        """
        with self._within(Span(element)):
            yield

    @contextmanager
    def artifact(self, kind: str = "Layout") -> Iterator[None]:
        """Make what is drawn inside an artifact: not read, not copied, not reflowed.

        `kind` is Layout, Page, Pagination or Background; any other is a ValueError.
        """
        if kind not in ARTIFACTS:
            raise ValueError(f"“{kind}” is no kind of artifact: use one of {sorted(ARTIFACTS)}")
        with self._within(Span(None, kind)):
            yield

    @property
    def in_artifact(self) -> bool:
        """Whether what is drawn now is part of an artifact."""
        return bool(self._open) and self._open[-1].element is None

    @contextmanager
    def _within(self, span: Span) -> Iterator[None]:
        outer = self._open[-1] if self._open else None
        if outer is not None and (outer.element is None or outer.element is span.element):
            yield
            return
        if self._formData is not None:
            raise ValueError("a form is drawn once and used often: it cannot hold an element")
        if outer is not None:
            self._close(outer)
            _place_now(span.element, outer.element)
        self._open.append(span)
        self._begin(span)
        try:
            yield
        finally:
            self._close(self._open.pop())
            if outer is not None:
                self._begin(outer)

    def _begin(self, span: Span) -> None:
        span.start = len(self._code)
        self._code.append(span.opening(len(self._owners)))

    def _close(self, span: Span) -> None:
        if not paints(self._code, span.start + 1):
            del self._code[span.start]
            return
        self._code.append(CLOSE)
        if span.element is not None:
            span.element.kids.append(Piece(len(self._pages), len(self._owners)))
            self._owners.append(span.element)

    def _read_so_far(self) -> None:
        """End a piece of the open content, so that what is added now is read after it."""
        self._close(self._open[-1])
        self._begin(self._open[-1])

    def link(self, element: Element, rect: Box, uri: str, contents: str | None = None) -> None:
        """Make `rect` of the current coordinates a link to `uri`, as part of the Link element.

        `contents` says where the link leads (default: the address). The element must be a Link
        and the address one of `https://` or `mailto:`; anything else, and a link inside an
        artifact, is a ValueError.
        """
        if element.tag != "Link":
            raise ValueError(f"a link belongs to a Link element, not to {element!r}")
        if self.in_artifact:
            raise ValueError("an artifact is not read, so nobody would find a link inside it")
        annotation = LinkAnnotation(element, self._absRect(rect, 1), uri, contents or uri)
        number = register(self._doc, annotation)
        self._links.append(annotation)
        if self._open and self._open[-1].element is element:
            self._read_so_far()
        self._annotationrefs.append(f"{number} 0 R")
        element.kids.append(Annotated(len(self._pages), number))

    def link_element(self, uri: str) -> Element:
        """The Link element for what is drawn now: the one that is open, or one inside it.

        A link that is drawn in several pieces, one after the other, is one element. Where nothing
        is open that could hold a link, this is a ValueError.
        """
        outer = self._open[-1].element if self._open else None
        if outer is None:
            raise ValueError(f"no element is open that could hold the link to {uri[:60]!r}")
        if outer.tag == "Link":
            return outer
        last = next((kid for kid in reversed(outer.kids) if isinstance(kid, Element)), None)
        if last is not None and self._addresses.get(last) == uri:
            return last
        self._read_so_far()
        made = outer.add("Link")
        self._addresses[made] = uri
        return made

    @contextmanager
    def linked(self, uri: str) -> Iterator[None]:
        """Give what is drawn inside to a Link inside the open element: the text of a link.

        The place to click is made inside as well, with `linkURL` or with `link`.
        """
        with self.content(self.link_element(uri)):
            yield

    def linkURL(self, url: str, rect: Box, relative: int = 0, **_: Any) -> None:  # noqa: N802
        """ReportLab’s way to make a link; here it is part of the structure and has no frame."""
        if not relative:
            raise ValueError("give the place of a link in the coordinates of the moment")
        self.link(self.link_element(url), rect, url)

    def linkRect(self, *_: Any, **__: Any) -> None:  # noqa: N802 – ReportLab’s name
        """Not supported: links within the document are in its outline."""
        raise ValueError("only links to https:// and mailto: addresses are supported")

    def outline_entry(self, text: str, level: int, y: float) -> None:
        """Add an entry at `level` (0 is the top) that leads to height `y` of the coordinates now.

        An entry cannot be more than one level below the one before: a deeper one is lifted.
        """
        self._entries += 1
        key = f"heading-{self._entries}"
        self.bookmarkHorizontal(key, 0, y + _ABOVE)
        deepest = self._doc.outline.currentlevel + 1
        self.addOutlineEntry(shelved(text), key, min(level, deepest))

    def showPage(self) -> None:  # noqa: N802 – ReportLab’s name
        """Put the page aside; content that is still open goes on with the next one."""
        if self._open:
            self._close(self._open[-1])
        state = {name: self.__dict__[name] for name in _PAGE}
        state["_code"] = with_artifacts(self._code)
        self._pages.append((state, self._owners))
        self._owners = []
        self._doc.pageCounter += 1
        self._doc.inObject = None
        self._startPage()
        if self._open:
            self._begin(self._open[-1])

    def save(self) -> None:
        """Draw the furniture of every page, write the tags and then the file."""
        if self._open:
            raise ValueError(f"{self._open[-1].element!r} is still open; the file would be broken")
        if self._code or not self._pages:
            self.showPage()
        self._doc.pageCounter = 1
        for page, (state, owners) in enumerate(self._pages):
            self.__dict__.update(state)
            if self.furniture is not None:
                with self.artifact("Pagination"):
                    self.furniture(self, page + 1, len(self._pages))
            super().showPage()
            tree.mark_page(self._doc.Pages.pages[page], page if owners else None)
        tree.write(self._doc, self.structure, [owners for _, owners in self._pages], self._links)
        self._doc.SaveToFile(self._filename, self)


def _place_now(inner: Element | None, outer: Element | None) -> None:
    """Read a child that is drawn inside its parent where it is drawn, not where it was made."""
    if inner is not None and outer is not None and inner.parent is outer and not inner.filled():
        outer.adopt(inner)
