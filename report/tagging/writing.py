"""PDF objects written as bytes at once, and the strings inside them."""

from typing import Any, Final

from reportlab.pdfbase.pdfdoc import PDFObject, PDFString

_ESCAPED: Final = {ord("\\"): "\\\\", ord("("): "\\(", ord(")"): "\\)"}
_UTF_16_MARK: Final = b"\xfe\xff"


class Written(PDFObject):  # type: ignore[misc]
    """An object of the file whose bytes are known when it is registered, or shortly after."""

    __RefOnly__ = 1

    def __init__(self, content: bytes = b"") -> None:
        self.content = content

    def format(self, document: Any) -> bytes:
        """Return the bytes; ReportLab puts the object’s number around them."""
        return self.content


def register(document: Any, written: Written) -> int:
    """Give the object its number in the file (from 1) and return that number."""
    document.Reference(written)
    return int(document.objectcounter)


def page_number(document: Any, page: int) -> int:
    """The number in the file of the page at this place (from 0)."""
    return int(document.idToObjectNumberAndVersion[f"Page{page + 1}"][0])


def whole(text: str) -> str:
    """The text with every lone half of a surrogate pair replaced by U+FFFD: it has no encoding."""
    return text.encode("utf-16-be", "surrogatepass").decode("utf-16-be", "replace")


def text_string(text: str) -> bytes:
    """A PDF text string (ISO 32000-1, 7.9.2.2) of any Unicode text.

    Printable ASCII is the same in every encoding of strings; all else is UTF-16 with its mark.
    """
    if text.isascii() and text.isprintable():
        return f"({text.translate(_ESCAPED)})".encode("ascii")
    return b"<" + (_UTF_16_MARK + whole(text).encode("utf-16-be")).hex().encode("ascii") + b">"


def shelved(text: str) -> PDFString:
    """The same string for places where ReportLab writes the object itself."""
    if text.isascii() and text.isprintable():
        return PDFString(text.encode("ascii"), enc="raw")
    return PDFString(_UTF_16_MARK + whole(text).encode("utf-16-be"), enc="raw")


def points(*numbers: float) -> str:
    """Lengths in points with at most three decimals and no exponent, separated by spaces."""
    return " ".join(f"{number:.3f}".rstrip("0").rstrip(".") for number in numbers)
