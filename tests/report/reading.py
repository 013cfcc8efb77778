"""Reads a PDF back: its text, where each piece of it stands, and its pages as pictures."""

import ctypes
import re
import unicodedata
from dataclasses import dataclass, replace
from functools import lru_cache

import pypdfium2
import pypdfium2.raw as raw

MARGIN = 24.0
"""Points that stay free on every side."""
TOUCH = 0.6
"""Points that two pieces of text may share before they count as lying on each other."""


@dataclass(frozen=True)
class Piece:
    """A run of text with its box on the page, in points from the lower left corner."""

    page: int
    text: str
    left: float
    bottom: float
    right: float
    top: float

    def overlaps(self, other):
        """Whether the two lie on each other by more than a hair."""
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.top, other.top) - max(self.bottom, other.bottom)
        return across > TOUCH and down > TOUCH


def squeezed(text):
    """`text` without white space and soft breaks, for comparing what lines have broken up."""
    return re.sub(r"[\s\u00ad\u200b\u2060]+", "", text)


@lru_cache(maxsize=64)
def text_of(content):
    """All text of a PDF in the order of its content."""
    with pypdfium2.PdfDocument(content) as document:
        return "\n".join(page.get_textpage().get_text_range() for page in document)


def sizes_of(content):
    """Width and height of each page in points."""
    with pypdfium2.PdfDocument(content) as document:
        return [page.get_size() for page in document]


@lru_cache(maxsize=64)
def pieces_of(content):
    """Every run of visible text with its tight box; accents that stand alone belong to a letter."""
    with pypdfium2.PdfDocument(content) as document:
        return [piece for piece in _boxes(document, lambda _: True) if _visible(piece.text)]


def outside_of(content, margin=MARGIN):
    """The runs of visible text that reach into the margin of their page.

    Asking where a run stands takes a tenth of the time of asking what it says, so that only those
    that stand in the wrong place are read.
    """
    with pypdfium2.PdfDocument(content) as document:
        sizes = [page.get_size() for page in document]

        def leaves(piece):
            width, height = sizes[piece.page]
            low = min(piece.left, piece.bottom) < margin
            return low or piece.right > width - margin or piece.top > height - margin

        return [piece for piece in _boxes(document, leaves) if _visible(piece.text)]


def _boxes(document, wanted):
    """The runs of text whose box is wanted, with what they say."""
    for number, page in enumerate(document):
        text_page = None
        for item in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT]):
            piece = Piece(number, "", *item.get_bounds())
            if wanted(piece):
                text_page = text_page or page.get_textpage()
                yield replace(piece, text=_text(item, text_page))


def _visible(text):
    return any(unicodedata.category(char)[0] not in "MZC" for char in text)


def _text(item, text_page):
    length = raw.FPDFTextObj_GetText(item, text_page, None, 0)
    buffer = ctypes.create_string_buffer(length)
    given = ctypes.cast(buffer, ctypes.POINTER(raw.FPDF_WCHAR))
    raw.FPDFTextObj_GetText(item, text_page, given, length)
    return buffer.raw[: max(length - 2, 0)].decode("utf-16-le", "replace")


def pictures_of(content, scale):
    """Each page as a grey picture; `scale` 1 is 72 dots an inch."""
    with pypdfium2.PdfDocument(content) as document:
        return [page.render(scale=scale, grayscale=True).to_pil() for page in document]
