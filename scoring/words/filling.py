"""Puts words into the blanks of the bank's sentences."""

import re
from collections.abc import Mapping
from typing import Final

from bank.model import Bank

BLANK: Final = re.compile(r"\{(\w+)\}")


def fill(template: str, blanks: Mapping[str, str]) -> str:
    """`template` with its {blanks} filled; what fills them is never read as a template itself."""
    return BLANK.sub(lambda match: blanks.get(match[1], match[0]), template)


def count(bank: Bank, number: int) -> str:
    """A small number as a word."""
    counts = bank.shown.counts
    return counts[number] if number < len(counts) else str(number)


def capital(sentence: str) -> str:
    """`sentence` with a capital letter at its beginning."""
    return sentence[:1].upper() + sentence[1:]
