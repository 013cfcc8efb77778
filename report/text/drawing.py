"""One line put on a page: the only place that writes text operators."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple, cast

from report.text.order import in_sight
from report.text.pieces import Piece, Prepared, Word


class LinkPlace(NamedTuple):
    """Where a link's text stands: from `left` to `right` on the line."""

    link: str
    left: float
    right: float


def without_end(words: Sequence[Word]) -> Sequence[Word]:
    """The words of a line without the spaces and the line end that close it."""
    last = len(words)
    while last and words[last - 1].text[0] in " \n":
        last -= 1
    return words[:last]


def seen(words: Sequence[Word], turned: bool) -> list[Piece]:
    """The pieces of a line from left to right, without the spaces that end it."""
    pieces = [piece for word in without_end(words) for piece in word.pieces]
    return in_sight(pieces) if turned else pieces


def show_line(words: Sequence[Word], text: Prepared, size: float, doc: Any) -> str:
    """The operators that show a line of `text`; nothing for an empty one."""
    ink = text.ink
    if ink is None:
        return show(seen(words, text.turned), size, doc)
    of = without_end(words)
    shown = [word.show for word in of]
    if not shown or None in shown:
        return show(seen(of, False), size, doc)
    use = ink.face.use(doc)
    use.plain.update([word.text for word in of])
    elements = "".join(cast(list[str], shown)).replace("><", "")
    return f"/{use.name} {number(size)} Tf {rgb(ink.colour)} rg [{elements}] TJ"


def show(pieces: Iterable[Piece], size: float, doc: Any) -> str:
    """The operators that show `pieces` from the current place on."""
    parts: list[str] = []
    for ink, group in groupby(pieces, key=itemgetter(2)):
        use = ink.face.use(doc)
        parts.append(f"/{use.name} {number(size)} Tf {rgb(ink.colour)} rg [")
        for text, shape, _, level in group:
            if shape.plain:
                use.show(text, shape, level % 2 == 1)
                parts.append(shape.show)
            else:
                parts.append(shape.at_size(size, use.code))
        parts.append("] TJ ")
    return "".join(parts).replace("><", "").rstrip()


def links(pieces: Iterable[Piece], left: float, size: float) -> list[LinkPlace]:
    """Where the links of a line stand that begins at `left`; neighbours of one link are one."""
    found: list[LinkPlace] = []
    for piece in pieces:
        right = left + piece.shape.width * size / 1000
        link = piece.ink.link
        if link and found and found[-1].link == link and abs(found[-1].right - left) < size:
            found[-1] = LinkPlace(link, found[-1].left, right)
        elif link:
            found.append(LinkPlace(link, left, right))
        left = right
    return found


def number(value: float) -> str:
    """`value` as PDF writes it, to a thousandth of a point."""
    written = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if written == "-0" else written


@lru_cache(maxsize=256)
def rgb(colour: str) -> str:
    """“#RRGGBB” as three numbers from 0 to 1; ValueError for anything else."""
    if len(colour) != 7 or colour[0] != "#":
        raise ValueError(f"{colour!r} is not a colour like #12606F")
    return " ".join(number(int(colour[place : place + 2], 16) / 255) for place in (1, 3, 5))


def link_up(canvas: Any, places: Iterable[LinkPlace], baseline: float, size: float) -> None:
    """Make the links of a line at height `baseline` of the canvas's own coordinates."""
    for link, left, right in places:
        low, high = baseline - 0.25 * size, baseline + 0.85 * size
        canvas.linkURL(link, (left, low, right, high), relative=1)
