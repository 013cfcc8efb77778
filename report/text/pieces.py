"""Runs made into words and spaces of known width, which is what lines are built from."""

import re
from collections.abc import Hashable, Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from report.text.order import base_level, levels, turns
from report.text.shaping import Shape
from report.text.spans import Ink, Run, Span, runs
from report.text.style import Style

SPLIT: Final = re.compile(
    r"\n| +"
    r"|(?:[^ \n\-–—/]|(?<![^\W\d_])[\-–—/]|[\-–—/](?![^\W\d_]))+[\-–—/]?|[\-–—/]"
)
"""Line ends, spaces, words; a dash or a slash between letters ends a word."""
SPLIT_AT_SPACES: Final = re.compile(r"\n| +|[^ \n]+")
INNER_END: Final = re.compile(r"[\-–—/][^\W\d_]")
EAST_ASIAN: Final = re.compile(
    "[\u2e80-\u9fff\uac00-\ud7ff\uf900-\ufaff\uff00-\uffef\U00020000-\U000323af]"
)
"""Scripts without spaces, broken after any character."""


MOST_KNOWN: Final = 3_000
MOST_LOOKS: Final = 24
"""How many words of how many sizes and colours a face remembers, so that memory has an end."""


class Piece(NamedTuple):
    """Text of one ink and one direction, shaped."""

    text: str
    shape: Shape
    ink: Ink
    level: int


class Word(NamedTuple):
    """What stays on one line if it can, spaces and line ends included; `width` is in points.

    `show` is for TJ where all of the word is of one ink and nothing rises.
    """

    text: str
    width: float
    pieces: tuple[Piece, ...]
    show: str | None = None


class Prepared(NamedTuple):
    """Text ready for any width.

    `base` is 1 where it runs from right to left, and `turned` says whether any of it does. `ink`
    is the one ink of all of it, if it has only one. `linked` says whether any of it is a link.
    """

    words: tuple[Word, ...]
    base: int
    turned: bool
    ink: Ink | None
    linked: bool


def prepared(content: str | Sequence[Span], style: Style) -> Prepared:
    """`content` cleaned, given faces, put into words and shaped."""
    of = runs(content, style)
    text = "".join([run.text for run in of])
    turned = turns(text)
    linked = any(run.ink.link for run in of)
    if not turned and not EAST_ASIAN.search(text):
        return Prepared(
            _straight(of, style.size), 0, False, of[0].ink if len(of) == 1 else None, linked
        )
    base = base_level(text) if turned and style.direction != "ltr" else 0
    level = levels(text, base) if turned else [0] * len(text)
    words = tuple(
        Word(text[first:last], sum(p.shape.width for p in pieces) * style.size / 1000, pieces)
        for first, last, pieces in _cut(text, of, level)
    )
    return Prepared(words, base, turned, None, linked)


def _straight(of: Sequence[Run], size: float) -> tuple[Word, ...]:
    """The words of runs from left to right; one that goes on into the next run is put together."""
    if len(of) == 1:
        return _simple(of[0].text, of[0].ink, size)
    words: list[Word] = []
    for run in of:
        first, *others = _simple(run.text, run.ink, size)
        if words and words[-1].text[0] not in " \n" and first.text[0] not in " \n":
            last = words.pop()
            pieces = last.pieces + first.pieces
            first = Word(last.text + first.text, last.width + first.width, pieces)
        words += (first, *others)
    return tuple(words)


def _simple(text: str, ink: Ink, size: float) -> tuple[Word, ...]:
    """The words of text in one ink, left to right; a word of one look is made once."""
    known = _known(ink, size)
    parts = (SPLIT if INNER_END.search(text) else SPLIT_AT_SPACES).findall(text)
    for part in parts:
        if part not in known:
            known[part] = _word(part, ink, size)
    return tuple([known[part] for part in parts])


def _word(text: str, ink: Ink, size: float) -> Word:
    if text == "\n":
        return LINE_END
    shape = ink.face.shape(text)
    show = shape.show if shape.plain else None
    return Word(text, shape.width * size / 1000, (Piece(text, shape, ink, 0),), show)


def _known(ink: Ink, size: float) -> dict[str, Word]:
    """The words of one look made so far; those of links are not kept, others forgotten in time."""
    if ink.link:
        return {}
    looks: dict[Hashable, dict[str, Word]] = ink.face.words
    look = (size, ink.colour, ink.link)
    known = looks.get(look)
    if known is None or len(known) > MOST_KNOWN:
        if len(looks) >= MOST_LOOKS:
            looks = ink.face.words = {}
        known = looks[look] = {}
    return known


LINE_END: Final = Word("\n", 0.0, ())


def _cut(
    text: str, of: Sequence[Run], level: Sequence[int]
) -> Iterator[tuple[int, int, tuple[Piece, ...]]]:
    """Each word's place in `text` with its pieces."""
    ends: list[int] = []
    for run in of:
        ends.append(len(run.text) + (ends[-1] if ends else 0))
    borders = {0, *ends}
    borders.update(place for place, (a, b) in enumerate(pairwise(level), 1) if a != b)
    inks = [run.ink for run in of for _ in run.text]
    for first, last in _places(text):
        if text[first] == "\n":
            yield first, last, ()
            continue
        cuts = [first, *(place for place in range(first + 1, last) if place in borders), last]
        yield (
            first,
            last,
            tuple(
                Piece(
                    text[a:b], inks[a].face.shape(text[a:b], level[a] % 2 == 1), inks[a], level[a]
                )
                for a, b in pairwise(cuts)
            ),
        )


def _places(text: str) -> Iterator[tuple[int, int]]:
    for found in SPLIT.finditer(text):
        first, last = found.span()
        for place in range(first + 1, last):
            beside = text[place - 1 : place + 1]
            if (
                EAST_ASIAN.search(beside)
                and beside[1] not in NOT_FIRST
                and beside[0] not in NOT_LAST
            ):
                yield first, place
                first = place
        yield first, last


NOT_FIRST: Final = "、。，．：；！？）」』】》〉,.:;!?)"
NOT_LAST: Final = "（「『【《〈("


def part_of(word: Word, first: int, last: int, size: float) -> Word:
    """The characters `first` to `last` of a word, shaped anew."""
    pieces: list[Piece] = []
    place = 0
    for piece in word.pieces:
        text = piece.text[max(first - place, 0) : max(last - place, 0)]
        place += len(piece.text)
        if text:
            shape = piece.ink.face.shape(text, piece.level % 2 == 1)
            pieces.append(Piece(text, shape, piece.ink, piece.level))
    width = sum(piece.shape.width for piece in pieces) * size / 1000
    return Word(word.text[first:last], width, tuple(pieces))
