"""What stands in for a character that a face lacks: another face, plainer letters, or its name."""

import unicodedata
from collections.abc import Callable, Iterator
from typing import Final

from report.text.faces import SEMIBOLD, east_asian, fallbacks
from report.text.typeface import Face

MOST_NAMED: Final = 100
"""Characters of one text that are given their name; later ones get the shorter number."""
MOST_IN_A_ROW: Final = 12
"""Of a longer row of characters without a face the rest is counted, not named."""
UNSEEN: Final = frozenset("\u061c\u200c\u200d\u200e\u200f")
"""Joiners and marks of direction: they belong to the text around them and need no glyph."""
FOLLOWS: Final = UNSEEN | {" "}
"""What stays in the face before it, so that one face has all of a row of words."""

Finder = Callable[[str], Face | None]


def with_fallback(text: str, main: Face) -> Iterator[tuple[str, Face]]:
    """Stretches of `text` with a face that has all of each; what no face has is written out."""
    find = _finder(text, main)
    part, current = "", main
    for char in _drawable(text, find):
        follows = char in FOLLOWS or unicodedata.combining(char[0]) > 0
        if char == "\n" or (follows and char in current.covered):
            of = current
        else:
            of = main if len(char) > 1 else find(char) or main
        if of is not current and part:
            yield part, current
            part = ""
        part, current = part + char, of
    yield part, current


def _finder(text: str, main: Face) -> Finder:
    """The function that finds the first face with a character of `text`."""
    chain = (main, *fallbacks(main.fontName, text))
    weight = SEMIBOLD if main.fontName.endswith(SEMIBOLD) else ""
    found: dict[str, Face | None] = {}

    def find(char: str) -> Face | None:
        if char not in found:
            of = next((face for face in chain if char in face.covered), None)
            found[char] = of or east_asian(char, text, weight)
        return found[char]

    return find


def _drawable(text: str, find: Finder) -> Iterator[str]:
    """The characters of `text` that a face has; plainer ones or names in place of the others."""
    row = named = 0
    for char in text:
        if find(char):
            yield from _counted(row)
            row = 0
            yield char
            continue
        if char in UNSEEN:
            continue
        plain = unicodedata.normalize("NFKC", char)
        if all(map(find, plain)):
            yield from plain
            continue
        row, named = row + 1, named + 1
        if row <= MOST_IN_A_ROW:
            yield named_in_brackets(char) if named <= MOST_NAMED else _numbered(char)
    yield from _counted(row)


def named_in_brackets(char: str) -> str:
    """`[rocket]`: the Unicode name of a character that no face has; `[U+E000]` for one without."""
    name = unicodedata.name(char, "").lower()
    return f"[{name}]" if name else _numbered(char)


def _numbered(char: str) -> str:
    return f"[U+{ord(char):04X}]"


def _counted(row: int) -> Iterator[str]:
    if row > MOST_IN_A_ROW:
        yield f"[and {row - MOST_IN_A_ROW} more]"
