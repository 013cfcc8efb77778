"""Text as placed glyphs: kerned, accents set, Arabic letters joined. HarfBuzz does the work."""

import re
from collections.abc import Callable
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

import uharfbuzz as hb

if TYPE_CHECKING:
    from report.text.typeface import Face

SHAPES_KEPT: Final = 10_000
"""Shapes a face remembers, so that a word is shaped once and not on every page."""
STEP: Final = re.compile("\x00(-?[0-9]+)\x00|\x01([0-9A-F]{4})")


class Glyph(NamedTuple):
    """A glyph where it goes, in thousandths of the size, and the text that it stands for."""

    number: int
    text: str
    advance: int
    right: int
    up: int


class Shape(NamedTuple):
    """Glyphs of one piece of text.

    `width` is in thousandths of the size. `show` holds elements of the array of the PDF operator
    TJ; where accents rise or glyphs need codes of their own, `at_size` says what to put instead.
    """

    width: int
    show: str
    plain: bool
    glyphs: tuple[Glyph, ...]
    characters: dict[int, str]

    def at_size(self, size: float, code: Callable[[int, str], int]) -> str:
        """`show` for type of `size` points; `code` gives the code of a glyph with its text."""
        if self.plain:
            return self.show
        glyphs = iter(self.glyphs)

        def step(found: re.Match[str]) -> str:
            if found[1]:
                return f"] TJ {int(found[1]) * size / 1000:.3f} Ts ["
            glyph = next(glyphs)
            return f"{code(glyph.number, glyph.text):04X}"

        return STEP.sub(step, self.show)


def shaped(face: "Face", text: str, right_to_left: bool) -> Shape:
    """`text`, all of one face and one direction, shaped. Not for several threads at once."""
    buffer = hb.Buffer()
    buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_CHARACTERS
    buffer.add_str(text)
    buffer.direction = "rtl" if right_to_left else "ltr"
    buffer.language = "und"  # otherwise that of the machine
    buffer.guess_segment_properties()
    hb.shape(face.font, buffer)
    infos, places = buffer.glyph_infos, buffer.glyph_positions
    behind = _text_behind(
        text, [(i.cluster, p.x_advance) for i, p in zip(infos, places, strict=True)]
    )
    glyphs = tuple(
        Glyph(
            info.codepoint, face.tidied(info.codepoint, said), p.x_advance, p.x_offset, p.y_offset
        )
        for info, p, said in zip(infos, places, behind, strict=True)
    )
    plain = all(glyph.text == face.character.get(glyph.number) and not glyph.up for glyph in glyphs)
    return Shape(
        sum(glyph.advance for glyph in glyphs),
        _shown(face, glyphs, "" if plain else "\x01"),
        plain,
        glyphs,
        {glyph.number: glyph.text for glyph in glyphs} if plain else {},
    )


def _text_behind(text: str, glyphs: list[tuple[int, int]]) -> list[str]:
    """For each glyph its part of `text`: of several for one part, the widest has all of it."""
    starts = [*sorted({cluster for cluster, _ in glyphs}), len(text)]
    ends = dict(pairwise(starts))
    widest: dict[int, int] = {}
    for place, (cluster, advance) in enumerate(glyphs):
        if cluster not in widest or advance > glyphs[widest[cluster]][1]:
            widest[cluster] = place
    return [
        text[cluster : ends[cluster]] if widest[cluster] == place else ""
        for place, (cluster, _) in enumerate(glyphs)
    ]


def _shown(face: "Face", glyphs: tuple[Glyph, ...], mark: str) -> str:
    """The glyphs as elements of TJ; changes of height stand between zero bytes."""
    parts: list[str] = []
    codes: list[str] = []
    shift = rise = 0
    for glyph in glyphs:
        shift -= glyph.right
        if (shift or glyph.up != rise) and codes:
            parts.append(f"<{''.join(codes)}>")
            codes = []
        if glyph.up != rise:
            rise = glyph.up
            parts.append(f"\x00{rise}\x00")
        if shift:
            parts.append(str(shift))
        codes.append(f"{mark}{glyph.number:04X}")
        shift = face.advances[glyph.number] + glyph.right - glyph.advance
    if codes:
        parts.append(f"<{''.join(codes)}>")
    if rise:
        parts.append("\x000\x00")
    if shift:
        parts.append(str(shift))
    return "".join(parts)
