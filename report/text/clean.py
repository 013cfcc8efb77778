"""The one boundary for text that people wrote: what comes out can be drawn as it is."""

import re
import unicodedata
from typing import Final

MOST_MARKS: Final = 4
"""Accents on one letter: no language drawn here needs more, and a pile of them leaves its line."""

PLAIN: Final = re.compile("[\n -~\u00a1-\u00ac\u00ae-\u024f‘’“”–—…•€→]*")
LINE_ENDS: Final = re.compile("\r\n?|[\u2028\u2029]")
CONTROL: Final = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff]+")
INVISIBLE: Final = re.compile(
    "[\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u202a-\u202e\u2060-\u206f\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0000-\U000e0fff]+"
)
"""Turns of direction, fillers, variation selectors, tags: they change what others say, unseen."""
JOINERS: Final = re.compile(
    "(?<![\u0600-\u08ff])[\u200c\u200d]+|[\u200c\u200d]+(?![\u0600-\u08ff])"
)
"""Joiners mean something between Arabic letters only."""
MARKS: Final = re.compile(
    f"([\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1-\u05c7\u0610-\u061a\u064b-\u065f\u0670"
    f"\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u08d3-\u08ff\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff"
    f"\ufe20-\ufe2f]{{{MOST_MARKS}}})[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u0610-\u061a"
    f"\u064b-\u065f\u06d6-\u06ed\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+"
)


def clean(text: str, most: int = 10_000) -> str:
    """`text` composed (NFC), at most `most` characters, ending in “…” where it was cut.

    Line breaks stay and become line feeds; other control characters and halves of characters
    become a space, as on screen. Invisible characters that turn or hide text go away.
    """
    if len(text) <= most and PLAIN.fullmatch(text):
        return text
    shortened = text[: 4 * most + 4]  # what goes away below must not make the work unbounded
    lines = CONTROL.sub(" ", LINE_ENDS.sub("\n", shortened))
    seen = JOINERS.sub("", INVISIBLE.sub("", lines))
    composed = MARKS.sub(r"\1", unicodedata.normalize("NFC", seen))
    if len(composed) <= most and len(shortened) == len(text):
        return composed
    return composed[: max(most - 1, 0)].rstrip() + "…"


def one_line(text: str, most: int = 10_000) -> str:
    """`clean(text)` with its line breaks as spaces."""
    return clean(text, most).replace("\n", " ")
