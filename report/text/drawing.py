"""One line put on a page: the only place that writes text operators."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from report.text.order import in_sight
from report.text.pieces import Piece, Word
from report.text.spans import Ink


class LinkPlace(NamedTuple):
    """Where a link's text stands: from `left` to `right` on the line."""

    link: str
    left: float
    right: float


def seen(words: Iterable[Word]) -> list[Piece]:
    """The pieces of a line from left to right, without the spaces that end it."""
    of = list(words)
    while of and of[-1].text[0] in " \n":
        of.pop()
    pieces = [piece for word in of for piece in word.pieces]
    return in_sight(pieces) if any(piece.level for piece in pieces) else pieces


def show(pieces: Iterable[Piece], size: float, doc: Any) -> str:
    """The operators that show `pieces` from the current place on."""
    parts: list[str] = []
    current: Ink | None = None
    for piece in pieces:
        use = piece.ink.face.use(doc)
        shape = piece.shape
        if piece.ink is not current:
            if current is not None:
                parts.append("] TJ ")
            parts.append(f"/{use.name} {number(size)} Tf {rgb(piece.ink.colour)} rg [")
            current = piece.ink
        if shape.plain:
            use.characters.update(shape.characters)
            parts.append(shape.show)
        else:
            parts.append(shape.at_size(size, use.code))
    if current is not None:
        parts.append("] TJ")
    return "".join(parts)


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
