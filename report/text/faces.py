"""The faces of the paper: variable fonts from pinned packages, cut to one weight when first needed.

Every file of a machine, its settings and its fonts are left alone, so that the same answers give
the same bytes anywhere. A face is cut to the scripts drawn here: that is what makes it small.
"""

import re
import threading
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Final, NamedTuple

import uharfbuzz as hb
from reportlab.pdfbase import pdfmetrics

from report.text.typeface import Face

SEMIBOLD: Final = "-Semibold"
SANS: Final = "PaperSans"
SANS_BOLD: Final = SANS + SEMIBOLD
SERIF: Final = "PaperSerif"
SERIF_BOLD: Final = SERIF + SEMIBOLD

EUROPE: Final = ((0x20, 0x7E), (0xA0, 0x52F), (0x1E00, 0x1FFF), (0x2000, 0x2BFF))
"""Latin, Greek and Cyrillic with their extensions, punctuation, arrows and other signs."""
HEBREW: Final = (
    (0x20, 0x20),
    (0x200E, 0x200F),
    (0x590, 0x5FF),
    (0x20AA, 0x20AA),
    (0x25CC, 0x25CC),
    (0xFB1D, 0xFB4F),
)
ARABIC: Final = (
    (0x20, 0x20), (0x60C, 0x60C), (0x61B, 0x61B), (0x61F, 0x61F), (0x621, 0x63A), (0x640, 0x64A),
    (0x660, 0x66C), (0x671, 0x671), (0x679, 0x67B), (0x67E, 0x680), (0x683, 0x684), (0x686, 0x688),
    (0x68C, 0x68E), (0x691, 0x691), (0x698, 0x698), (0x6A4, 0x6A4), (0x6A6, 0x6A6), (0x6A9, 0x6A9),
    (0x6AD, 0x6AD), (0x6AF, 0x6AF), (0x6B1, 0x6B1), (0x6B3, 0x6B3), (0x6BA, 0x6BB), (0x6BE, 0x6BE),
    (0x6C0, 0x6C1), (0x6C5, 0x6C9), (0x6CB, 0x6CC), (0x6D0, 0x6D0), (0x6D2, 0x6D4), (0x6F0, 0x6F9),
    (0x200C, 0x200F), (0xFB50, 0xFBB1), (0xFBD3, 0xFBE9), (0xFBFC, 0xFBFF), (0xFE80, 0xFEFC),
)  # fmt: skip
"""The letters that Unicode has joined forms of, and those forms.

Without rules of its own for joining, the font is joined by HarfBuzz through these forms, one whole
glyph a letter: that is what a reader of the document can turn into text again. The font's own rules
put letters together from bodies and dots, which some readers take apart.
"""
ARABIC_IN_FULL: Final = (
    (0x20, 0x20), (0x600, 0x6FF), (0x200C, 0x200F), (0x25CC, 0x25CC), (0x750, 0x77F),
    (0x8A0, 0x8FF),
)  # fmt: skip
"""With vowel signs and the letters of more languages, joined by the font's own rules."""
EAST_ASIA: Final = ((0x1100, 0x11FF), (0x2E80, 0x9FFF), (0xAC00, 0xD7FF), (0xF900, 0xFAFF),
                    (0xFF00, 0xFFEF), (0x20000, 0x323AF))  # fmt: skip
COUNTRY: Final = (
    ("JP", re.compile("[\u3040-\u30ff]")),
    ("KR", re.compile("[\u1100-\u11ff\uac00-\ud7ff]")),
    ("TC", re.compile("[\u3100-\u312f]")),
)
FEATURES: Final = ("kern", "mark", "mkmk", "ccmp", "locl")
"""What a language needs and kerning; no ligature of Latin letters, so that text comes out again."""
JOINING: Final = ("curs", "init", "medi", "fina", "isol", "rlig", "calt")

MAIN: Final = (SANS, SANS_BOLD, SERIF, SERIF_BOLD)


HEBREW_FACE: Final = "PaperHebrew"
ARABIC_FACE: Final = "PaperArabic"
ARABIC_FULL_FACE: Final = "PaperArabicFull"


class Cut(NamedTuple):
    """Which file a face comes from, the place on its axes, and the characters to keep."""

    package: str
    file: str
    axes: dict[str, float]
    ranges: tuple[tuple[int, int], ...]
    features: tuple[str, ...] = FEATURES


def _both(name: str, cut: Cut) -> dict[str, Cut]:
    """The regular and the semibold weight of one file."""
    return {
        name: cut._replace(axes={**cut.axes, "wght": 400}),
        name + SEMIBOLD: cut._replace(axes={**cut.axes, "wght": 600}),
    }


RIGHT_TO_LEFT: Final = "justmytype_intl_rtl"
EAST_ASIAN: Final = "justmytype_intl_cjk"
_SANS_3: Final = "files/SourceSans3[wght].ttf"
_SERIF_4: Final = "files/SourceSerif4[opsz,wght].ttf"
_HEBREW_FILE: Final = "fonts/ofl/notosanshebrew/NotoSansHebrew[wdth,wght].ttf"
_ARABIC_FILE: Final = "fonts/ofl/notosansarabic/NotoSansArabic[wdth,wght].ttf"
CUTS: Final = (
    _both(SANS, Cut("fontpkg_source_sans_3", _SANS_3, {}, EUROPE))
    | _both(SERIF, Cut("fontpkg_source_serif_4", _SERIF_4, {"opsz": 20}, EUROPE))
    | _both(HEBREW_FACE, Cut(RIGHT_TO_LEFT, _HEBREW_FILE, {"wdth": 100}, HEBREW))
    | _both(ARABIC_FACE, Cut(RIGHT_TO_LEFT, _ARABIC_FILE, {"wdth": 100}, ARABIC, ("kern",)))
    | _both(
        ARABIC_FULL_FACE,
        Cut(RIGHT_TO_LEFT, _ARABIC_FILE, {"wdth": 100}, ARABIC_IN_FULL, FEATURES + JOINING),
    )
)
STAND_INS: Final = (SANS, HEBREW_FACE, ARABIC_FACE, ARABIC_FULL_FACE)
_faces: Final[dict[str, Face]] = {}
_lock: Final = threading.Lock()


def load_faces() -> None:
    """Cut and register the four main faces, so that the first document need not wait for it.

    Does nothing the second time. ModuleNotFoundError where a package is missing.
    """
    for name in MAIN:
        face(name)


def face(name: str) -> Face:
    """The face called `name`; KeyError for one that is not ours."""
    return _faces.get(name) or _made(name, CUTS[name])


def _made(name: str, cut: Cut) -> Face:
    with _lock:
        if name not in _faces:  # another thread may have been first
            made = Face(name, static(cut))
            pdfmetrics.registerFont(made)
            _faces[name] = made
        return _faces[name]


def fallbacks(name: str, text: str) -> tuple[Face, ...]:
    """The faces that stand in for what `name` lacks of `text`, in order and of the same weight."""
    weight = SEMIBOLD if name.endswith(SEMIBOLD) else ""
    # letters of one word join in one face only
    unwanted = ARABIC_FULL_FACE if _only_in_full(weight).isdisjoint(text) else ARABIC_FACE
    return tuple(face(other + weight) for other in STAND_INS if other != unwanted)


@cache
def _only_in_full(weight: str) -> frozenset[str]:
    others = (face(name + weight).covered for name in STAND_INS if name != ARABIC_FULL_FACE)
    return face(ARABIC_FULL_FACE + weight).covered.difference(*others)


def east_asian(char: str, text: str, weight: str) -> Face | None:
    """The face for a Chinese, Japanese or Korean character of `text`, where one is installed.

    The fonts are large, so that a face holds only the 256 characters around the one wanted. Which
    country's shapes a Chinese character has is told by the other letters of `text`.
    """
    code = ord(char)
    if not any(first <= code <= last for first, last in EAST_ASIA) or not _east_asia_installed():
        return None
    first = code & ~0xFF
    written = next((of for of, letters in COUNTRY if letters.search(text)), "SC")
    for of in (written, "SC", "JP", "KR"):
        file = f"fonts/ofl/notosans{of.lower()}/NotoSans{of}[wght].ttf"
        cut = Cut(
            EAST_ASIAN,
            file,
            {"wght": 600 if weight else 400},
            ((0x20, 0x20), (first, first + 0xFF)),
        )
        name = f"Paper{of}{first >> 8:X}{weight}"
        found = _faces.get(name) or _made(name, cut)
        if char in found.covered:
            return found
    return None


@cache
def _east_asia_installed() -> bool:
    return find_spec(EAST_ASIAN) is not None


def static(cut: Cut) -> bytes:
    """The font file of one cut; the same bytes each time."""
    source = hb.Face(hb.Blob.from_file_path(str(_folder(cut.package) / cut.file)))
    wanted = hb.SubsetInput()
    for axis, value in cut.axes.items():
        wanted.pin_axis_location(source, axis, value)
    for first, last in cut.ranges:
        wanted.unicode_set.update(range(first, last + 1))
    wanted.layout_feature_tag_set.clear()
    wanted.layout_feature_tag_set.update(
        int.from_bytes(tag.encode(), "big") for tag in cut.features
    )
    wanted.flags = hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NO_BIDI_CLOSURE
    return bytes(hb.subset(source, wanted).blob.data)


def _folder(package: str) -> Path:
    found = find_spec(package)
    if found is None or found.origin is None:
        raise ModuleNotFoundError(f"The paper’s fonts need the package {package}; install it.")
    return Path(found.origin).parent
