"""Rules for what can be answered: options, choices and what a low answer leads to."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from bank.lint.remark import Remark
from bank.model import Item
from bank.quoting import number, quote
from bank.sections import Profile, TracePart

STEPS = 5


def five_options(part: object) -> Iterator[Remark]:
    """Every item has five options; the method counts from 0 to 4."""
    if isinstance(part, Item) and len(part.options) != STEPS:
        yield Remark(
            ("options",),
            f"Item {quote(part.id)} has {len(part.options)} options.",
            "Write five, from level 0 to level 4.",
        )


def answers_climb(part: object) -> Iterator[Remark]:
    """Answers rise in listed order from an honest bottom one.

    Options of an item have the levels 0, 1, 2, 3, 4. Choices of a trace part begin at 0 and never
    fall; the ratios of the change grid rise. A list in this order makes any lean conservative.
    """
    if isinstance(part, Item):
        yield from _levels(part)
    elif isinstance(part, TracePart):
        yield from _values(part)
    elif isinstance(part, Profile):
        yield from _ratios(part)


def _levels(item: Item) -> Iterator[Remark]:
    for place, option in enumerate(item.options):
        if option.level != place:
            yield Remark(
                ("options", place, "level"),
                f"Option {place + 1} of item {quote(item.id)} has level {option.level}.",
                f"List the options from the lowest to the highest: level {place} stands here.",
            )
            return


def _values(part: TracePart) -> Iterator[Remark]:
    values = [choice.value for choice in part.choices]
    if values and values[0] != 0:
        yield Remark(
            ("choices", 0, "value"),
            f"The first choice of trace part {quote(part.id)} is worth {number(values[0])}.",
            "Begin with the lowest choice, worth 0.",
        )
    for place in _not_rising(values, level_allowed=True):
        yield Remark(
            ("choices", place, "value"),
            f"Choice {quote(part.choices[place].code)} of trace part {quote(part.id)} is worth "
            "less than the one before it.",
            "List the choices from the lowest to the highest.",
        )


def _ratios(profile: Profile) -> Iterator[Remark]:
    choices = profile.change_choices
    for place in _not_rising([choice.ratio for choice in choices], level_allowed=False):
        yield Remark(
            ("change_choices", place, "ratio"),
            f"Change choice {quote(choices[place].code)} does not stand for more than the one "
            "before it.",
            "List the choices from the least growth to the most.",
        )


def _not_rising(values: Sequence[float], level_allowed: bool) -> Iterator[int]:
    """Positions whose value falls (or stays the same, unless that is allowed)."""
    for place, (before, value) in enumerate(pairwise(values), start=1):
        if value < before or (value == before and not level_allowed):
            yield place


def low_needs_move(part: object) -> Iterator[Remark]:
    """A low answer without a question for the call and a first move leaves people with bad news."""
    if not isinstance(part, Item) or not any(option.level < 3 for option in part.options):
        return
    if not part.ask.strip():
        yield Remark(
            ("ask",),
            f"Item {quote(part.id)} has low options but nothing to ask on the call.",
            "Write the question a consultant asks when the answer is low.",
        )
    if not part.first_move.strip():
        yield Remark(
            ("first_move",),
            f"Item {quote(part.id)} has low options but no first move.",
            "Write a decision, a name, a number or a date to begin with.",
        )
