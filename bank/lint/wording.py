"""Rules from item-writing practice, for stems and options. Each docstring is the rule's manual."""

import re
from collections.abc import Iterator
from dataclasses import fields

from bank.lint.remark import Remark
from bank.model import Bank, Item
from bank.naming import Path
from bank.quoting import quote
from bank.readability import grade, words

LONGEST_STEM = 16
LONGEST_OPTION = 15
HIGHEST_GRADE = 6
HIGHEST_GRADE_EXPLAINED = 8

VAGUE = re.compile(r"\b(?:regularly|effective(?:ly)?|appropriate(?:ly)?)\b", re.IGNORECASE)
LEADING = re.compile(
    r"^(?:do|does|did|is|are|was|were|would|could|should|has|have)n['’]t\b"
    r"|^(?:surely|of course|obviously|clearly)\b|^(?:do|would) you (?:not )?agree\b"
    r"|, (?:right|correct|is it not|isn['’]t it|don['’]t you)\?",
    re.IGNORECASE,
)


def double_barrelled(part: object) -> Iterator[Remark]:
    """A stem with "and" or "or" may ask two things, and one answer cannot serve both."""
    if not isinstance(part, Item):
        return
    for joint in (" and ", " or "):
        if joint in part.stem.lower():
            yield Remark(
                ("stem",),
                f"The stem of item {quote(part.id)} may ask two things at once "
                f"({quote(joint.strip())}).",
                "Ask one of them, or check that both always have the same answer.",
                joint.strip(),
            )


def vague_word(part: object) -> Iterator[Remark]:
    """Words such as "regularly", "effectively" and "appropriate" mean something else to all."""
    if not isinstance(part, Item):
        return
    options = enumerate(part.options, start=1)
    texts: list[tuple[Path, str, str]] = [(("stem",), "The stem", part.stem)]
    texts += [(("options", n - 1, "text"), f"Option {n}", one.text) for n, one in options]
    for path, who, text in texts:
        found = VAGUE.search(text)
        if found:
            yield Remark(
                path,
                f"{who} of item {quote(part.id)} says {quote(found.group())}.",
                "Write what can be seen: how often, how many, by when.",
                found.group(),
            )


def long_stem(part: object) -> Iterator[Remark]:
    """A stem of more than 16 words is read twice or not at all."""
    if isinstance(part, Item) and len(words(part.stem)) > LONGEST_STEM:
        yield Remark(
            ("stem",),
            f"The stem of item {quote(part.id)} has {len(words(part.stem))} words.",
            f"Keep it to {LONGEST_STEM}.",
        )


def long_option(part: object) -> Iterator[Remark]:
    """An option of more than 15 words is skimmed, and the lean is towards shorter ones."""
    if not isinstance(part, Item):
        return
    for place, option in enumerate(part.options):
        count = len(words(option.text))
        if count > LONGEST_OPTION:
            yield Remark(
                ("options", place, "text"),
                f"Option {place + 1} of item {quote(part.id)} has {count} words.",
                f"Keep it to {LONGEST_OPTION}.",
            )


def leading_question(part: object) -> Iterator[Remark]:
    """A stem that suggests its answer ("Don’t you …", "…, right?") measures politeness."""
    found = LEADING.search(part.stem) if isinstance(part, Item) else None
    if isinstance(part, Item) and found:
        yield Remark(
            ("stem",),
            f"The stem of item {quote(part.id)} suggests an answer ({quote(found.group())}).",
            "Ask what happens: who, what, when, how.",
            found.group(),
        )


def reading_grade(bank: Bank) -> Iterator[Remark]:
    """Questions are for quick reading: US grade 6 or lower by the Flesch-Kincaid formula.

    Measured over each item's stem and options, and over all items together. Explanations of numbers
    may read at grade 8. A smoke alarm, not a judge: test with people.
    """
    every_text: list[str] = []
    for place, item in enumerate(bank.items):
        texts = (item.stem, *(option.text for option in item.options))
        every_text.extend(texts)
        if grade(texts) > HIGHEST_GRADE:
            yield _too_hard(("items", place, "stem"), f"Item {quote(item.id)} reads", grade(texts))
    if grade(tuple(every_text)) > HIGHEST_GRADE:
        yield _too_hard(("items",), "All items together read", grade(tuple(every_text)))
    for one in fields(bank.explained):
        text = getattr(bank.explained, one.name)
        if isinstance(text, str) and grade((text,)) > HIGHEST_GRADE_EXPLAINED:
            who, path = f"The explanation {quote(one.name)} reads", ("explained", one.name)
            yield _too_hard(path, who, grade((text,)), HIGHEST_GRADE_EXPLAINED)


def _too_hard(path: Path, who: str, measured: float, highest: int = HIGHEST_GRADE) -> Remark:
    return Remark(
        path,
        f"{who} at grade {measured:.1f}.",
        f"Use shorter words and sentences until it is {highest} or lower.",
    )
