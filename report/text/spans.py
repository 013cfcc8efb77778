"""Text with its emphasis and links, cut into runs of one face."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple
from urllib.parse import quote

from report.text.clean import clean
from report.text.faces import SANS, SANS_BOLD, SERIF, SERIF_BOLD, face
from report.text.fallback import with_fallback
from report.text.style import Style
from report.text.typeface import Face

LINK: Final = re.compile(r"(?:https://[^\s/?#]+|mailto:[^\s@]+@)[^\s]*", re.IGNORECASE)
LONGEST_LINK: Final = 2000
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
            found += (Run(part, Ink(of, colour, link)) for part, of in with_fallback(text, main))
    return [run for run in found if run.text]


def linked(link: str | None) -> str | None:
    """`link` as it may go into a document, or nothing."""
    if link is None or len(link) > LONGEST_LINK or not LINK.fullmatch(link):
        return None
    if any(unicodedata.category(char) in ("Cc", "Cf", "Cs", "Co", "Cn") for char in link):
        return None
    return quote(link, safe="%!#$&'()*+,/:;=?@[]~")
