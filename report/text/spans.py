"""Text with its emphasis and links, cut into runs of one face; a character without one is named."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple
from urllib.parse import quote

from report.text.clean import clean
from report.text.embedding import Face
from report.text.faces import SANS, SANS_BOLD, SERIF, SERIF_BOLD, face, fallbacks
from report.text.style import Style

MOST_NAMED: Final = 100
"""Characters of one text that are given their name; later ones get the shorter number."""
MOST_IN_A_ROW: Final = 12
"""Of a longer row of characters without a face the rest is counted, not named."""
LINK: Final = re.compile(r"(?:https://[^\s/?#]+|mailto:[^\s@]+@)[^\s]*", re.IGNORECASE)
LONGEST_LINK: Final = 2000
UNSEEN: Final = frozenset("\u061c\u200c\u200d\u200e\u200f")
"""Joiners and marks of direction: they belong to the text around them and need no glyph."""
FOLLOWS: Final = UNSEEN | {" "}
"""What stays in the face before it, so that one face has all of a row of words."""
BOLD: Final = {SANS: SANS_BOLD, SERIF: SERIF_BOLD}


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of text. `colour` is “#RRGGBB” or the style's; `link` is an address or nothing.

    Only `https:` and `mailto:` addresses become links; with any other the text is plain.
    """

    text: str
    bold: bool = False
    colour: str | None = None
    link: str | None = None


class Ink(NamedTuple):
    """What a run is drawn with."""

    face: Face
    colour: str
    link: str | None


class Run(NamedTuple):
    """Text of one ink; `face` has every character of it."""

    text: str
    ink: Ink


def runs(content: str | Sequence[Span], style: Style) -> list[Run]:
    """`content`, cleaned, as runs that can be drawn in full."""
    spans = (Span(content),) if isinstance(content, str) else content
    found: list[Run] = []
    for span in spans:
        text = clean(span.text)
        main = face(BOLD.get(style.face, style.face) if span.bold else style.face)
        colour, link = span.colour or style.colour, linked(span.link)
        if main.covered.issuperset(text):
            found.append(Run(text, Ink(main, colour, link)))
        else:
            found += (Run(part, Ink(of, colour, link)) for part, of in _with_fallback(text, main))
    return [run for run in found if run.text]


def linked(link: str | None) -> str | None:
    """`link` as it may go into a document, or nothing."""
    if link is None or len(link) > LONGEST_LINK or not LINK.fullmatch(link):
        return None
    if any(unicodedata.category(char) in ("Cc", "Cf", "Cs", "Co", "Cn") for char in link):
        return None
    return quote(link, safe="%!#$&'()*+,/:;=?@[]~")


def _with_fallback(text: str, main: Face) -> Iterator[tuple[str, Face]]:
    """Stretches of `text` with the first face that has them."""
    chain = (main, *fallbacks(main.fontName, text))
    part, current = "", main
    for char in _nameable(text, chain):
        covers = char in main.covered or len(char) > 1
        follows = char in FOLLOWS or unicodedata.combining(char[0]) > 0
        if char == "\n" or (follows and char in current.covered):
            of = current
        else:
            of = main if covers else next(other for other in chain if char in other.covered)
        if of is not current and part:
            yield part, current
            part = ""
        part, current = part + char, of
    yield part, current


def _nameable(text: str, chain: Sequence[Face]) -> Iterator[str]:
    """The characters of `text` that a face has; plainer ones or names in place of the others."""
    covered = frozenset().union(*(other.covered for other in chain), "\n")
    row = named = 0
    for char in text:
        if char in covered:
            yield from _counted(row)
            row = 0
            yield char
            continue
        if char in UNSEEN:
            continue
        plain = unicodedata.normalize("NFKC", char)
        if covered.issuperset(plain):
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
