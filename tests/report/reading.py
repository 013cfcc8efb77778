"""Reads a PDF back: its text, where each piece of it stands, and its pages as pictures."""

import ctypes
import re
import unicodedata
from dataclasses import dataclass
from io import BytesIO

import pypdfium2
import pypdfium2.raw as raw
from pypdf import PdfReader

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


def text_of(content):
    """All text of a PDF in the order of its content."""
    return "\n".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages)


def sizes_of(content):
    """Width and height of each page in points."""
    with pypdfium2.PdfDocument(content) as document:
        return [page.get_size() for page in document]


def pieces_of(content):
    """Every run of visible text with its tight box; accents that stand alone belong to a letter."""
    found = []
    with pypdfium2.PdfDocument(content) as document:
        for number, page in enumerate(document):
            text_page = page.get_textpage()
            for item in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT]):
                text = _text(item, text_page)
                if any(unicodedata.category(char)[0] not in "MZC" for char in text):
                    found.append(Piece(number, text, *item.get_bounds()))
            text_page.close()
    return found


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
