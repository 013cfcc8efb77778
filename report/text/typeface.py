"""A face of type as ReportLab wants one: glyphs by number, embedded with only those a page shows.

ReportLab's own TrueType font is read in Python, knows no glyph without a character and remembers
what other documents shaped. This one leaves reading and cutting to HarfBuzz and keeps everything
that belongs to a document on that document, so that documents can be made side by side.
"""

import threading
from collections.abc import Hashable
from typing import Any, Final

import uharfbuzz as hb

from report.text.embedding import FIRST_AGAIN, FIRST_UNSEEN, composite_font
from report.text.shaping import SHAPES_KEPT, Shape, shaped


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
        self.covered = frozenset((*glyphs, "\n"))
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
        return width * size / 1000

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
        font = composite_font(self, use, doc)
        doc.idToObject["BasicFonts"].dict[use.name] = doc.Reference(font)


class Use:
    """One document's use of a face: its name there and what each glyph shown stands for."""

    def __init__(self, face: Face, name: str) -> None:
        self.face, self.name = face, name
        self.plain: set[str] = set()  # words from left to right
        self.characters: dict[int, str] = {}
        self.again: dict[tuple[int, str], int] = {}
        self.unseen: dict[int, int] = {}

    def show(self, text: str, shape: Shape, right_to_left: bool) -> None:
        """Take note that `text` with a plain shape is shown."""
        if right_to_left:  # shaped from left to right it has other glyphs
            self.characters.update(shape.characters)
        else:
            self.plain.add(text)

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
