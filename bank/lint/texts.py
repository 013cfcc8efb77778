"""Rules for any text that people read. Each docstring is the rule's manual."""

import re
from collections.abc import Iterator
from functools import cache

from bank.kinds import NO_BLANKS, Blanks
from bank.lint.remark import Passage, Remark
from bank.model import Bank
from bank.naming import sentence
from bank.quoting import listed, quote
from bank.shapes import TextShape, record_shape, shape_at

NUMBER = r"(?:\d+(?:[.,]\d+)?|one|two|three|four|five|six|seven|eight|nine|ten)"
STATISTIC = re.compile(
    rf"\d+(?:[.,]\d+)?\s?%|\b{NUMBER} per ?cent\b"
    rf"|\b\d+(?:\.\d+)? times\b|\b{NUMBER} times (?:as|more|less|higher|lower)\b"
    rf"|\b\d+(?:\.\d+)?\s?[x×](?!\w)"
    rf"|\b{NUMBER} (?:out of|of|in) (?:the )?{NUMBER}\b",
    re.IGNORECASE,
)
REFERENCE = re.compile(r"\[[ABCE]\d+[a-z]?\]")
UNCHECKED_FOR_SOURCES = frozenset({"sources", "released", "numbers", "meaning"})

BLANK = re.compile(r"\{([^{}]*)\}")


def empty_text(passage: Passage) -> Iterator[Remark]:
    """A text of nothing but spaces shows as a hole on the page."""
    if not passage.text.strip() and passage.keys[-1] not in ("ask", "first_move", "screen"):
        yield Remark(
            passage.path, f"{sentence(passage.name)} has no words in it.", "Write the text."
        )


def stray_space(passage: Passage) -> Iterator[Remark]:
    """Spaces at either end, two in a row, or a line break inside show as flaws in print."""
    if not passage.text.strip():
        return
    if passage.text != passage.text.strip():
        what = "begins or ends with a space or a line break"
    elif re.search(r"\s\s|[^\S ]", passage.text.replace("\N{NO-BREAK SPACE}", "_")):
        what = "has two spaces in a row or a line break in it"
    else:
        return
    fix = "Remove it; for a text over several lines write '>-' after the colon."
    yield Remark(passage.path, f"{sentence(passage.name)} {what}.", fix)


def straight_quote(passage: Passage) -> Iterator[Remark]:
    """Typewriter quotation marks look careless in print; write ’ and “ ” instead."""
    for mark, real in (("'", "’"), ('"', "“ and ”")):
        if mark in passage.text:
            yield Remark(
                passage.path,
                f"{sentence(passage.name)} has a straight quotation mark ({mark}) in it.",
                f"Write {real} instead.",
                mark,
            )


def unsourced_claim(passage: Passage) -> Iterator[Remark]:
    """A statistic (a percentage, "two times as", "three of four", "one in ten") needs a source.

    Items and symptoms carry `sources`; anywhere else the text itself names one, such as [E21].
    Notes beside numbers and the list of sources are where such figures belong.
    """
    if passage.sourced or UNCHECKED_FOR_SOURCES.intersection(passage.keys):
        return
    found = STATISTIC.search(passage.text)
    if found and not REFERENCE.search(passage.text):
        yield Remark(
            passage.path,
            f"{sentence(passage.name)} states a figure ({quote(found.group())}) without a source.",
            "Name the source in the text, such as [E21], or leave the figure out.",
            found.group(),
        )


def unknown_blank(passage: Passage) -> Iterator[Remark]:
    """A `{blank}` that the software does not fill would be shown with its braces."""
    blanks = _blanks_at(passage.keys)
    allowed = blanks.names
    found = BLANK.findall(passage.text)
    for blank in dict.fromkeys(found):
        if blank not in allowed:
            yield Remark(
                passage.path,
                f"{sentence(passage.name)} has a blank {quote('{' + blank + '}')} "
                "that nothing fills.",
                f"The blanks here are: {listed(tuple('{' + one + '}' for one in allowed))}.",
                "{" + blank + "}",
            )
    if blanks.all:
        for blank in allowed:
            if blank not in found:
                yield Remark(
                    passage.path,
                    f"{sentence(passage.name)} lacks the blank '{{{blank}}}'.",
                    "Every blank of this text has to be in it.",
                )


@cache
def _blanks_at(keys: tuple[str, ...]) -> Blanks:
    """The blanks that the software fills at a place; anywhere else there are none."""
    shape = shape_at(record_shape(Bank), keys)
    return shape.blanks if isinstance(shape, TextShape) else NO_BLANKS
