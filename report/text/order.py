"""The order of right-to-left text, after Unicode's bidirectional algorithm (UAX 9)."""

import re
from collections.abc import Sequence
from typing import Any, Final, Protocol, TypeVar

from bidi import algorithm

RIGHT_TO_LEFT: Final = re.compile(
    "[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)

BRACKETS: Final = {"(": ")", "[": "]", "{": "}", "〈": "〉", "《": "》", "「": "」", "【": "】"}
CLOSING: Final = frozenset(BRACKETS.values())
MOST_OPEN: Final = 63
"""Brackets open at once before the algorithm gives up, as Unicode has it."""
STRONG: Final = {"L": "L", "R": "R", "AN": "R", "EN": "R"}


class Levelled(Protocol):
    """Something with a level: even runs left to right, odd right to left."""

    @property
    def level(self) -> int:
        """The depth of turning, 0 and up."""


Turned = TypeVar("Turned", bound=Levelled)


def turns(text: str) -> bool:
    """Whether any of `text` runs from right to left."""
    return RIGHT_TO_LEFT.search(text) is not None


def base_level(text: str) -> int:
    """1 where the first letter runs right to left, otherwise 0 (rules P2 and P3)."""
    return int(algorithm.get_base_level(text))


def levels(text: str, base: int) -> list[int]:
    """The level of each character of `text`, every line of which is a paragraph (rules W, N, I)."""
    found: list[int] = []
    for line in text.split("\n"):
        found += _levels_of_line(line, base) if turns(line) or base else [0] * len(line)
        found.append(base)
    return found[:-1]


def _levels_of_line(line: str, base: int) -> list[int]:
    storage: dict[str, Any] = algorithm.get_empty_storage()
    storage["base_level"] = base
    storage["base_dir"] = "LR"[base]
    algorithm.get_embedding_levels(line, storage)
    for place, character in enumerate(storage["chars"]):
        character["place"] = place
    algorithm.explicit_embed_and_overrides(storage)
    algorithm.resolve_weak_types(storage)
    _pair_brackets(storage["chars"], "LR"[base])
    algorithm.resolve_neutral_types(storage, False)
    algorithm.resolve_implicit_levels(storage, False)
    at = {character["place"]: int(character["level"]) for character in storage["chars"]}
    found: list[int] = []
    for place in range(len(line)):  # characters that the algorithm leaves out go with the last one
        found.append(at.get(place, found[-1] if found else base))
    return found


def _pair_brackets(characters: list[dict[str, Any]], base: str) -> None:
    """Turn both brackets of a pair the same way (rule N0), which the library leaves out."""
    kinds = [STRONG.get(character["type"], "") for character in characters]
    for first, last in _pairs(characters):
        inside = set(kinds[first + 1 : last]) - {""}
        if not inside:
            continue
        before = next((kind for kind in reversed(kinds[:first]) if kind), base)
        kind = base if base in inside else before
        for place in (first, last):
            characters[place]["type"] = kinds[place] = kind


def _pairs(characters: list[dict[str, Any]]) -> list[tuple[int, int]]:
    opened: list[tuple[str, int]] = []
    pairs: list[tuple[int, int]] = []
    for place, character in enumerate(characters):
        sign = character["ch"]
        if sign in BRACKETS:
            if len(opened) == MOST_OPEN:
                break
            opened.append((BRACKETS[sign], place))
        elif sign in CLOSING and any(sign == wanted for wanted, _ in opened):
            while opened[-1][0] != sign:
                opened.pop()
            pairs.append((opened.pop()[1], place))
    return sorted(pairs)


def in_sight(pieces: Sequence[Turned]) -> list[Turned]:
    """The pieces of one line from left to right (rule L2)."""
    line = list(pieces)
    highest = max((piece.level for piece in line), default=0)
    for level in range(highest, 0, -1):
        first = 0
        while first < len(line):
            last = first
            while last < len(line) and line[last].level >= level:
                last += 1
            line[first:last] = line[first:last][::-1]
            first = last + 1
    return line
