"""One line put on a page: the only place that writes text operators."""

from collections.abc import Iterable, Sequence
from contextlib import nullcontext
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from typing import Any, cast

from report.text.order import in_sight
from report.text.pieces import Piece, Prepared, Word


def without_end(words: Sequence[Word]) -> Sequence[Word]:
    """The words of a line without the spaces and the line end that close it."""
    last = len(words)
    while last and words[last - 1].text[0] in " \n":
        last -= 1
    return words[:last]


def with_one_space(words: Sequence[Word]) -> Sequence[Word]:
    """The words of a line with one of the spaces that close it, if it has any.

    It is not seen. It keeps two words apart for who is read to (ISO 32000-1, 14.8.2.5).
    """
    last = len(without_end(words))
    spaced = 0 < last < len(words) and words[last].text[0] == " "
    return words[: last + 1] if spaced else words[:last]


def seen(words: Sequence[Word], turned: bool) -> list[Piece]:
    """The pieces of a line from left to right, without the spaces that end it."""
    kept = without_end(words) if turned else with_one_space(words)
    pieces = [piece for word in kept for piece in word.pieces]
    return in_sight(pieces) if turned else pieces


def show_line(words: Sequence[Word], text: Prepared, size: float, doc: Any) -> str:
    """The operators that show a line of `text`; nothing for an empty one."""
    ink = text.ink
    if ink is None:
        return show(seen(words, text.turned), size, doc)
    of = with_one_space(words)
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


def draw_linked(
    canvas: Any, pieces: Sequence[Piece], left: float, baseline: float, size: float
) -> None:
    """Draw a line with links in it, so that the text of each belongs to its Link element."""
    linked = getattr(canvas, "linked", lambda _: nullcontext())
    for link, group in groupby(pieces, key=lambda piece: piece.ink.link):
        part = list(group)
        right = left + sum(piece.shape.width for piece in part) * size / 1000
        with linked(link) if link else nullcontext():
            place = f"1 0 0 1 {number(left)} {number(baseline)} Tm"
            canvas.addLiteral(f"q BT {place} {show(part, size, canvas._doc)} ET Q")
            if link:
                rect = (left, baseline - 0.25 * size, right, baseline + 0.85 * size)
                canvas.linkURL(link, rect, relative=1)
        left = right


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
