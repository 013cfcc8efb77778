"""A face of type as ReportLab wants one: glyphs by number, embedded with only those a page shows.

ReportLab's own TrueType font is read in Python, knows no glyph without a character and remembers
what other documents shaped. This one leaves reading and cutting to HarfBuzz and keeps everything
that belongs to a document on that document, so that documents can be made side by side.
"""

import hashlib
import struct
import threading
from collections.abc import Hashable, Iterable, Iterator
from typing import Any, Final

import uharfbuzz as hb
from reportlab.pdfbase import pdfdoc

from report.text.shaping import SHAPES_KEPT, Shape, shaped

LIKE_A_SYMBOL: Final = 4
"""The descriptor's flag for “not the standard Latin set”, which a font of glyph numbers needs."""


FIRST_AGAIN: Final = 0x8000
"""Codes from here on repeat a glyph for another text; no face cut here has as many glyphs."""

FIRST_UNSEEN: Final = 0xFE00
"""Codes for dots and the like, that stand for no text. Readers that ignore a table’s empty entry
take the code for the character, and characters from here on are invisible."""


class Metrics:
    """What ReportLab asks about a face: heights in thousandths of the size."""

    builtIn: Final = False  # noqa: N815 – ReportLab's name

    def __init__(self, name: str, font: hb.Font) -> None:
        extents = font.get_font_extents("ltr")
        self.name = name
        self.ascent: int = extents.ascender
        self.descent: int = extents.descender


class Face:
    """One static face, registered under `fontName` and safe to use from several threads."""

    _dynamicFont: Final = 1  # noqa: N815 – ReportLab's names
    _multiByte: Final = 1  # noqa: N815
    shapable: Final = False

    def __init__(self, name: str, blob: bytes) -> None:
        self.fontName = name
        self.source = hb.Face(hb.Blob(blob))
        self.font = hb.Font(self.source)
        self.face = Metrics(name, self.font)
        glyphs = {chr(code): self.font.get_nominal_glyph(code) for code in self.source.unicodes}
        self.glyphs: dict[str, int] = glyphs
        self.covered = frozenset(glyphs)
        self.advances: list[int] = [
            self.font.get_glyph_h_advance(glyph) for glyph in range(self.source.glyph_count)
        ]
        self.character = {glyph: char for char, glyph in sorted(glyphs.items(), reverse=True)}
        self.instead: int = glyphs.get("?", 0)
        self.words: dict[Hashable, dict[str, Any]] = {}
        self._shapes: dict[tuple[str, bool], Shape] = {}
        self._lock = threading.Lock()

    def shape(self, text: str, right_to_left: bool = False) -> Shape:
        """`text` as glyphs; what was shaped before is remembered."""
        known = self._shapes.get((text, right_to_left))
        if known is not None:
            return known
        with self._lock:
            shape = shaped(self, text, right_to_left)
            if len(text) <= 40:
                if len(self._shapes) >= SHAPES_KEPT:
                    self._shapes.clear()
                self._shapes[text, right_to_left] = shape
        return shape

    def advance(self, character: str) -> int:
        """The width of one character in thousandths of the size; 0 for one without a glyph."""
        glyph = self.glyphs.get(character)
        return 0 if glyph is None else self.advances[glyph]

    def tidied(self, glyph: int, text: str) -> str:
        """What `glyph` is read back as: the plainest of the characters that look like `text`."""
        return self.character[glyph] if self.glyphs.get(text) == glyph else text

    def use(self, doc: Any) -> "Use":
        """What `doc` has shown of this face so far."""
        uses = doc.__dict__.setdefault("faces_in_use", {})
        use = uses.get(self.fontName)
        if use is None:
            use = uses[self.fontName] = Use(self, f"T{len(uses) + 1}")
            doc.delayedFonts.append(self)
        return use  # type: ignore[no-any-return]

    def stringWidth(self, text: str, size: float, encoding: str = "utf8") -> float:  # noqa: N802
        """The width of unshaped text in points, as ReportLab's own drawing has it."""
        of, advances, instead = self.glyphs, self.advances, self.instead
        width = sum(advances[of.get(char, instead)] for char in text)
        return float(width * size / 1000)

    def splitString(self, text: str, doc: Any, encoding: str = "utf8") -> list[tuple[int, bytes]]:  # noqa: N802
        """`text` as codes for one piece of ReportLab's own drawing."""
        use, codes = self.use(doc), bytearray()
        for char in text:
            glyph = self.glyphs.get(char, self.instead)
            use.characters[glyph] = self.character.get(glyph, "?")
            codes += glyph.to_bytes(2, "big")
        return [(0, bytes(codes))]

    def getSubsetInternalName(self, subset: int, doc: Any) -> str:  # noqa: N802
        """The name that a page's content calls this face."""
        return f"/{self.use(doc).name}"

    def addObjects(self, doc: Any) -> None:  # noqa: N802
        """Embed the glyphs that `doc` shows; ReportLab calls it once, when it writes the file."""
        use = self.use(doc)
        font = _composite_font(self, use, doc)
        doc.idToObject["BasicFonts"].dict[use.name] = font


class Use:
    """One document's use of a face: its name there and what each glyph shown stands for."""

    def __init__(self, face: Face, name: str) -> None:
        self.face, self.name = face, name
        self.plain: set[str] = set()
        self.characters: dict[int, str] = {}
        self.again: dict[tuple[int, str], int] = {}
        self.unseen: dict[int, int] = {}

    def all_characters(self) -> dict[int, str]:
        """Each glyph shown with its text, those of plain words too."""
        found = dict(self.characters)
        for text in self.plain:
            found |= self.face.shape(text).characters
        return found

    def code(self, glyph: int, text: str) -> int:
        """The code for `glyph` where it stands for `text`; the same as the glyph if it can be.

        One glyph may be part of several letters, as Arabic ones are put together from a body and
        dots; each gets a code of its own, so that a reader finds the right letter behind it.
        """
        if not text:
            return self.unseen.setdefault(glyph, FIRST_UNSEEN + len(self.unseen))
        own = self.face.character.get(glyph, text)
        if self.characters.setdefault(glyph, own) == text:
            return glyph
        return self.again.setdefault((glyph, text), FIRST_AGAIN + len(self.again))


def _composite_font(face: Face, use: Use, doc: Any) -> Any:
    texts = use.all_characters()
    glyphs = {glyph: glyph for glyph in texts}
    own = len(glyphs)
    for (glyph, text), code in use.again.items():
        glyphs[code], texts[code] = glyph, text
    for glyph, code in use.unseen.items():
        glyphs[code], texts[code] = glyph, ""
    cut = _cut(face.source, glyphs.values())
    tag = "".join(chr(65 + byte % 26) for byte in hashlib.sha256(cut).digest()[:6])
    name = pdfdoc.PDFName(f"{tag}+{face.fontName}")
    descendant = {
        "Type": "/Font",
        "Subtype": "/CIDFontType2",
        "BaseFont": name,
        "CIDSystemInfo": pdfdoc.PDFDictionary(
            {
                "Registry": pdfdoc.PDFString("Adobe"),
                "Ordering": pdfdoc.PDFString("Identity"),
                "Supplement": 0,
            }
        ),
        "CIDToGIDMap": _glyph_map(glyphs, doc) if len(glyphs) > own else "/Identity",
        "DW": 0,
        "W": pdfdoc.PDFArray(list(_widths(face, glyphs))),
        "FontDescriptor": doc.Reference(_descriptor(face, name, cut, doc)),
    }
    return pdfdoc.PDFDictionary(
        {
            "Type": "/Font",
            "Subtype": "/Type0",
            "BaseFont": name,
            "Encoding": "/Identity-H",
            "DescendantFonts": pdfdoc.PDFArray([doc.Reference(pdfdoc.PDFDictionary(descendant))]),
            "ToUnicode": doc.Reference(_stream(_to_unicode(texts))),
        }
    )


def _cut(source: hb.Face, glyphs: Iterable[int]) -> bytes:
    wanted = hb.SubsetInput()
    wanted.glyph_set.update(glyphs)
    wanted.flags = (
        hb.SubsetFlags.RETAIN_GIDS | hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NO_LAYOUT_CLOSURE
    )
    for table in ("GSUB", "GPOS", "GDEF", "BASE", "STAT", "gasp", "cmap", "OS/2", "name"):
        wanted.drop_table_tag_set.add(int.from_bytes(table.ljust(4).encode(), "big"))
    return bytes(hb.subset(source, wanted).blob.data)


def _descriptor(face: Face, name: Any, cut: bytes, doc: Any) -> Any:
    program = _stream(cut)
    program.dictionary["Length1"] = len(cut)
    head = bytes(face.source.reference_table("head").data)
    return pdfdoc.PDFDictionary(
        {
            "Type": "/FontDescriptor",
            "FontName": name,
            "Flags": LIKE_A_SYMBOL,
            "FontBBox": pdfdoc.PDFArray(list(struct.unpack(">4h", head[36:44]))),
            "ItalicAngle": 0,
            "Ascent": face.face.ascent,
            "Descent": face.face.descent,
            "CapHeight": 660,
            "StemV": 80,
            "FontFile2": doc.Reference(program),
        }
    )


def _glyph_map(glyphs: dict[int, int], doc: Any) -> Any:
    numbers = (glyphs.get(code, 0) for code in range(max(glyphs) + 1))
    return doc.Reference(_stream(b"".join(number.to_bytes(2, "big") for number in numbers)))


def _widths(face: Face, glyphs: dict[int, int]) -> Iterator[Any]:
    for code, glyph in sorted(glyphs.items()):
        yield code
        yield pdfdoc.PDFArray([face.advances[glyph]])


def _to_unicode(characters: dict[int, str]) -> bytes:
    """The table that gives a reader the text behind the glyphs."""
    pairs = [
        f"<{glyph:04X}> <{text.encode('utf-16-be').hex().upper()}>"
        for glyph, text in sorted(characters.items())
    ]
    blocks = (pairs[first : first + 100] for first in range(0, len(pairs), 100))
    table = "\n".join(
        f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks
    )
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
        "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
        f"{table}\nendcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
    ).encode("ascii")


def _stream(content: bytes) -> Any:
    return pdfdoc.PDFStream(content=content, filters=[pdfdoc.PDFZCompress])
