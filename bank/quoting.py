"""How a piece of the author's file is quoted inside a message: short, on one line, harmless."""

from difflib import get_close_matches

LONGEST = 40
"""Longest quotation in characters; the rest becomes an ellipsis."""


def visible(text: str) -> str:
    """`text` with every character that would not show replaced by a question mark in a box."""
    return "".join(
        letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in text
    )


def quote(text: str) -> str:
    """`text` in single quotes, at most `LONGEST` characters of it."""
    shown = visible(" ".join(text.split("\n")))
    if len(shown) > LONGEST:
        shown = shown[: LONGEST - 1] + "…"
    return f"'{shown}'"


def listed(words: tuple[str, ...]) -> str:
    """The words with commas between them, or *none*."""
    return ", ".join(words) if words else "none"


def number(value: float) -> str:
    """A number as an author would write it: 1, 0.75, 62.5."""
    return f"{value:g}"


def counted(count: int, noun: str) -> str:
    """A number with its noun: 1 item, 3 items."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def nearest(word: str, known: tuple[str, ...]) -> str | None:
    """The known word that `word` was probably meant to be, or None when none is close."""
    close = get_close_matches(word[:LONGEST], known, cutoff=0.7)
    return close[0] if close else None
