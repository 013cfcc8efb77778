"""A story in, the bytes of a tagged PDF out: the same story gives the same bytes anywhere."""

from collections.abc import Sequence
from datetime import datetime
from io import BytesIO
from threading import Lock
from typing import Any, Final, NamedTuple, TypedDict

from reportlab.platypus.doctemplate import BaseDocTemplate, PageTemplate
from reportlab.platypus.flowables import Flowable
from reportlab.platypus.frames import Frame

from report.tagging.attachment import attach
from report.tagging.canvas import Furniture, TaggedCanvas
from report.tagging.metadata import About, describe
from report.tagging.structure import Element

# ReportLab cuts a font down by moving one reading position that all documents share.
_FONTS: Final = Lock()


class Margins(NamedTuple):
    """The white around the story’s frame, in points."""

    top: float
    right: float
    bottom: float
    left: float


class _Look(TypedDict):
    language: str
    page_size: tuple[float, float]
    font: str
    furniture: Furniture | None


def build(
    story: Sequence[Flowable],
    *,
    structure: Element,
    title: str,
    author: str,
    subject: str,
    language: str,
    page_size: tuple[float, float],
    margins: Margins,
    finished: datetime,
    fingerprint: bytes,
    furniture: Furniture | None = None,
    attachment: tuple[str, bytes] | None = None,
    font: str = "Helvetica",
) -> bytes:
    """Lay the story out and return the file.

    `structure` is the Document element that the story’s flowables belong to; it and the flowables
    are used up. `page_size` is in points. `finished` needs a time zone and becomes both dates.
    `fingerprint` is a hash of all that goes in and becomes the file’s identifier.
    `furniture(canvas, page, pages)` draws what repeats on every page, as an artifact. `attachment`
    is a file name and JSON. `font` is the embedded font a page begins with. An empty story is a
    ValueError, a flowable that fits no page ReportLab’s LayoutError.
    """
    if not story:
        raise ValueError("a document needs something to say: the story is empty")
    about = About(title, author, subject, language, finished, fingerprint)
    file = BytesIO()
    look = _Look(language=language, page_size=page_size, font=font, furniture=furniture)
    canvas = _Canvas(file, structure=structure, **look)
    describe(canvas._doc, about)
    if attachment is not None:
        attach(canvas._doc, *attachment, about)
    _Template(canvas, page_size, margins).build(list(story))
    return file.getvalue()


class _Canvas(TaggedCanvas):
    """The canvas of `build`: only one thread at a time writes fonts."""

    def save(self) -> None:
        with _FONTS:
            super().save()


class _Template(BaseDocTemplate):  # type: ignore[misc]
    """One frame on every page, on a canvas that is there already."""

    def __init__(
        self, canvas: TaggedCanvas, page_size: tuple[float, float], margins: Margins
    ) -> None:
        self._canvas = canvas
        width, height = page_size
        frame = Frame(
            margins.left,
            margins.bottom,
            width - margins.left - margins.right,
            height - margins.top - margins.bottom,
            *(0, 0, 0, 0),
        )
        page = PageTemplate(frames=[frame], pagesize=page_size)
        super().__init__("", pagesize=page_size, pageTemplates=[page])

    def _makeCanvas(self, **_: Any) -> TaggedCanvas:  # noqa: N802 – ReportLab’s name
        return self._canvas
