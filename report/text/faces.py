"""The faces of the paper: variable fonts from pinned packages, cut to one weight when first needed.

Every file of a machine, its settings and its fonts are left alone, so that the same answers give
the same bytes anywhere. A face is cut to the scripts drawn here: that is what makes it small.
"""

import threading
from importlib.util import find_spec
from pathlib import Path
from typing import Final, NamedTuple

import uharfbuzz as hb
from reportlab.pdfbase import pdfmetrics

from report.text.embedding import Face

SANS: Final = "PaperSans"
SANS_BOLD: Final = "PaperSans-Semibold"
SERIF: Final = "PaperSerif"
SERIF_BOLD: Final = "PaperSerif-Semibold"

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
    (0x20, 0x20),
    (0x600, 0x6FF),
    (0x200C, 0x200F),
    (0x750, 0x77F),
    (0x8A0, 0x8FF),
    (0x25CC, 0x25CC),
)
EAST_ASIA: Final = ((0x1100, 0x11FF), (0x2E80, 0x9FFF), (0xAC00, 0xD7FF), (0xF900, 0xFAFF),
                    (0xFF00, 0xFFEF), (0x20000, 0x323AF))  # fmt: skip
FEATURES: Final = (
    "kern", "mark", "mkmk", "ccmp", "locl", "curs", "init", "medi", "fina", "isol", "rlig", "calt",
)  # fmt: skip
"""What a language needs and kerning; no ligature of Latin letters, so that text comes out again."""

MAIN: Final = (SANS, SANS_BOLD, SERIF, SERIF_BOLD)


HEBREW_FACE: Final = "PaperHebrew"
ARABIC_FACE: Final = "PaperArabic"
EAST_ASIA_FACE: Final = "PaperEastAsia"


class Cut(NamedTuple):
    """Which file a face comes from, the place on its axes, and the characters to keep."""

    package: str
    file: str
    axes: dict[str, float]
    ranges: tuple[tuple[int, int], ...]


def _both(name: str, package: str, file: str, axes: dict[str, float],
          ranges: tuple[tuple[int, int], ...]) -> dict[str, Cut]:  # fmt: skip
    return {
        name: Cut(package, file, {**axes, "wght": 400}, ranges),
        f"{name}-Semibold": Cut(package, file, {**axes, "wght": 600}, ranges),
    }


RIGHT_TO_LEFT: Final = "justmytype_intl_rtl"
EAST_ASIAN: Final = "justmytype_intl_cjk"
_SANS_3: Final = "files/SourceSans3[wght].ttf"
_SERIF_4: Final = "files/SourceSerif4[opsz,wght].ttf"
_HEBREW_FILE: Final = "fonts/ofl/notosanshebrew/NotoSansHebrew[wdth,wght].ttf"
_ARABIC_FILE: Final = "fonts/ofl/notosansarabic/NotoSansArabic[wdth,wght].ttf"
CUTS: Final = (
    _both(SANS, "fontpkg_source_sans_3", _SANS_3, {}, EUROPE)
    | _both(SERIF, "fontpkg_source_serif_4", _SERIF_4, {"opsz": 20}, EUROPE)
    | _both(HEBREW_FACE, RIGHT_TO_LEFT, _HEBREW_FILE, {"wdth": 100}, HEBREW)
    | _both(ARABIC_FACE, RIGHT_TO_LEFT, _ARABIC_FILE, {"wdth": 100}, ARABIC)
)
STAND_INS: Final = (SANS, HEBREW_FACE, ARABIC_FACE, EAST_ASIA_FACE)
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
    known = _faces.get(name)
    if known is not None:
        return known
    with _lock:
        if name not in _faces:  # another thread may have been first
            made = Face(name, static(CUTS[name]))
            pdfmetrics.registerFont(made)
            _faces[name] = made
        return _faces[name]


def fallbacks(name: str) -> tuple[Face, ...]:
    """The faces that stand in for what `name` does not have, in order and of the same weight."""
    weight = "-Semibold" if name.endswith("-Semibold") else ""
    return tuple(face(other + weight) for other in STAND_INS if other + weight in CUTS)


def static(cut: Cut) -> bytes:
    """The font file of one cut; the same bytes each time."""
    source = hb.Face(hb.Blob.from_file_path(str(_folder(cut.package) / cut.file)))
    wanted = hb.SubsetInput()
    for axis, value in cut.axes.items():
        wanted.pin_axis_location(source, axis, value)
    for first, last in cut.ranges:
        wanted.unicode_set.update(range(first, last + 1))
    wanted.layout_feature_tag_set.clear()
    wanted.layout_feature_tag_set.update(int.from_bytes(tag.encode(), "big") for tag in FEATURES)
    wanted.flags = hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NO_BIDI_CLOSURE
    return bytes(hb.subset(source, wanted).blob.data)


def _folder(package: str) -> Path:
    found = find_spec(package)
    if found is None or found.origin is None:
        raise ModuleNotFoundError(f"The paper’s fonts need the package {package}; install it.")
    return Path(found.origin).parent
