"""Rules for numbers that have to fit each other. Each docstring is the rule's manual."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from operator import attrgetter

from bank.lint.remark import Remark
from bank.model import Bank, Level
from bank.naming import Path, sentence
from bank.quoting import number, quote
from bank.sections import Band, Symptom

SLACK = 1e-9
"""How far a sum of decimals may miss its mark, in the sum's own unit."""

NOT_ABOVE = (
    ("coverage.provisional", "coverage.scored"),
    ("caps.evidence_thin_below", "caps.evidence_below"),
    ("verdict.fix_dimension_below", "verdict.dimension_below"),
    ("verdict.fix_trace_below", "verdict.trace_below"),
    ("verdict.fix_budget_below", "verdict.budget_below"),
)
"""Pairs of numbers: the first may not be above the second."""


def bands_cover(bank: Bank) -> Iterator[Remark]:
    """Levels cover 0 to 100 without gap or overlap; other bands begin at 0 and run one way.

    Each level begins above the `top` of the one before it, so that a held score stays in its
    level; the last `top` is 100.
    """
    yield from _levels_cover(bank.levels)
    yield from _one_direction(("budget", "bands"), bank.budget.bands)
    yield from _one_direction(("causes", "words"), bank.causes.words)
    yield from _one_direction(("causes", "shares"), bank.causes.shares)
    yield from _one_direction(("load", "bands"), bank.load.bands)


def _levels_cover(levels: Sequence[Level]) -> Iterator[Remark]:
    if not levels:
        return
    if levels[0].start != 0:
        message = f"The first level starts at {number(levels[0].start)}."
        yield Remark(("levels", 0, "start"), message, "Start it at 0.")
    for place, level in enumerate(levels):
        if level.top < level.start:
            message = f"Level {level.level} ends at {number(level.top)}, below its start."
            yield Remark(("levels", place, "top"), message, "Raise its 'top' or lower its 'start'.")
    for place, (below, level) in enumerate(pairwise(levels), start=1):
        if level.start <= below.top:
            message = (
                f"Level {level.level} starts at {number(level.start)}, "
                f"not above the top of level {below.level} ({number(below.top)})."
            )
            fix = f"Start it above {number(below.top)}, or lower that top."
            yield Remark(("levels", place, "start"), message, fix)
    if levels[-1].top != 100:
        message = f"The last level ends at {number(levels[-1].top)}."
        yield Remark(("levels", len(levels) - 1, "top"), message, "End it at 100.")


def _one_direction(path: Path, bands: Sequence[Band]) -> Iterator[Remark]:
    name = sentence(".".join(str(step) for step in path))
    starts = [band.start for band in bands]
    if not starts or min(starts) != 0:
        yield Remark(path, f"{name} has no band that starts at 0.", "Start the lowest band at 0.")
    rising = bool(starts) and starts[0] <= starts[-1]
    for place, (before, start) in enumerate(pairwise(starts), start=1):
        if before == start or (before < start) != rising:
            message = f"Band {quote(bands[place].id)} of {name} starts at {number(start)}, "
            message += f"after {number(before)}."
            fix = "List the bands in one direction, each with its own start."
            yield Remark((*path, place, "start"), message, fix)


def causes_sum(part: object) -> Iterator[Remark]:
    """The shares of a symptom's causes add up to 1, so that every symptom counts the same."""
    if not isinstance(part, Symptom):
        return
    total = sum(part.causes.values())
    if abs(total - 1) > SLACK:
        message = f"The causes of symptom {quote(part.id)} add up to {number(total)}."
        yield Remark(("causes",), message, "Change the shares until they add up to 1.")


def numbers_agree(bank: Bank) -> Iterator[Remark]:
    """Numbers that bound each other are in order; the shares of the overall score make 1."""
    for low, high in NOT_ABOVE:
        below, above = attrgetter(low)(bank.numbers), attrgetter(high)(bank.numbers)
        if below > above:
            message = f"numbers.{low} ({number(below)}) is above numbers.{high} ({number(above)})."
            yield Remark(
                ("numbers", *low.split(".")), message, "Lower the first or raise the other."
            )
    total = bank.numbers.overall.mean_share + bank.numbers.overall.lowest_share
    if abs(total - 1) > SLACK:
        message = f"numbers.overall.mean_share and lowest_share add up to {number(total)}."
        fix = "Change one of them until they add up to 1."
        yield Remark(("numbers", "overall", "mean_share"), message, fix)
