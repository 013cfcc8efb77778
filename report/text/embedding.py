"""A face written into a document: its glyphs, their widths, and the text that they stand for."""

import hashlib
import struct
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, Final

import uharfbuzz as hb
from reportlab.pdfbase import pdfdoc

if TYPE_CHECKING:
    from report.text.typeface import Face, Use

LIKE_A_SYMBOL: Final = 4
"""The descriptor's flag for “not the standard Latin set”, which a font of glyph numbers needs."""

FIRST_AGAIN: Final = 0x8000
"""Codes from here on repeat a glyph for another text; no face cut here has as many glyphs."""
FIRST_UNSEEN: Final = 0xFE00
"""Codes for dots and the like, that stand for no text. Readers that ignore a table’s empty entry
take the code for the character, and characters from here on are invisible."""


def composite_font(face: "Face", use: "Use", doc: Any) -> Any:
    """The font object for what `doc` shows of `face`, cut down to those glyphs."""
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


def _descriptor(face: "Face", name: Any, cut: bytes, doc: Any) -> Any:
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
    numbers = bytearray(2 * (max(glyphs) + 1))
    for code, glyph in glyphs.items():
        numbers[2 * code : 2 * code + 2] = glyph.to_bytes(2, "big")
    return doc.Reference(_stream(bytes(numbers)))


def _widths(face: "Face", glyphs: dict[int, int]) -> Iterator[Any]:
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
