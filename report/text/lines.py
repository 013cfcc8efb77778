"""Words set into lines of a width."""

import unicodedata
from bisect import bisect_right
from itertools import accumulate
from typing import Final, NamedTuple

from report.text.pieces import Prepared, Word, part_of

SLACK: Final = 0.001
"""Points by which a line may seem too long through rounding."""


class Line(NamedTuple):
    """One line: all its words with the space or line end that closes it, and its width without."""

    words: tuple[Word, ...]
    width: float


def lines_of(text: Prepared, width: float, size: float) -> list[Line]:
    """`text` in lines of at most `width` points; a word that is longer breaks anywhere.

    A single character wider than `width` stands alone on its line. Empty text has one line,
    and a line end at the end of a text adds none.
    """
    lines: list[Line] = []
    line: list[Word] = []
    used = gap = 0.0
    for word in text.words:
        if word.text == "\n":
            lines.append(Line((*line, word), used))
            line, used, gap = [], 0.0, 0.0
        elif word.text[0] == " ":
            if line or not lines:
                line.append(word)
                gap += word.width
            else:
                lines[-1] = Line((*lines[-1].words, word), lines[-1].width)
        elif used + gap + word.width <= width + SLACK:
            line.append(word)
            used, gap = used + gap + word.width, 0.0
        else:
            if line:
                lines.append(Line(tuple(line), used))
                line = []
            *full, word = _broken(word, width, size)
            lines += (Line((part,), part.width) for part in full)
            line.append(word)
            used, gap = word.width, 0.0
    if line or not lines:
        lines.append(Line(tuple(line), used))
    return lines


def _broken(word: Word, width: float, size: float) -> list[Word]:
    """`word` in parts that fit `width`; an accent stays with its letter."""
    if word.width <= width + SLACK:
        return [word]
    ends = list(accumulate(advances(word, size)))
    parts: list[Word] = []
    done = 0
    while done < len(word.text):
        part = longest(word, done, width, ends, size)
        parts.append(part)
        done += len(part.text)
    return parts


def longest(word: Word, first: int, width: float, ends: list[float], size: float) -> Word:
    """As much of `word` from character `first` on as fits `width`, at least one letter.

    `ends` says where each character ends when nothing is shaped: near the truth, then corrected.
    """
    before = ends[first - 1] if first else 0.0
    last = letter_end(word.text, first, bisect_right(ends, before + width + SLACK))
    part = part_of(word, first, last, size)
    while part.width > width + SLACK:
        shorter = letter_end(word.text, first, last - 1)
        if shorter >= last:
            break
        last = shorter
        part = part_of(word, first, last, size)
    return part


def advances(word: Word, size: float) -> list[float]:
    """The unshaped width of each character, in points."""
    scale = size / 1000
    return [piece.ink.face.advance(char) * scale for piece in word.pieces for char in piece.text]


def letter_end(text: str, first: int, last: int) -> int:
    """The place nearest before `last` where a letter with its accents ends; one letter at least."""
    last = min(max(last, first + 1), len(text))
    while last > first + 1 and last < len(text) and unicodedata.combining(text[last]):
        last -= 1
    while last < len(text) and unicodedata.combining(text[last]):
        last += 1
    return last
