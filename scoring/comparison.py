"""Answering again: what changed between two assessments of one operation (docs/method.md 4.5)."""

from collections.abc import Mapping
from dataclasses import dataclass

from scoring.rounding import half_up
from scoring.scorecard import Scorecard
from scoring.thresholds import above, below


class NotComparableError(Exception):
    """The two assessments were answered with banks that differ too much; the message says how."""


@dataclass(frozen=True, slots=True)
class DimensionChange:
    """A dimension then and now (0-100, four decimals) and the items that moved.

    `verdict` is *clear_up*, *clear_down* or *unclear*: clear when the new score lies outside
    the first one-answer band and enough items moved that way.
    """

    first: float | None
    second: float | None
    change: float | None
    items_up: tuple[str, ...]
    items_down: tuple[str, ...]
    verdict: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two scorecards side by side. Changes are second minus first, in score points."""

    dimensions: Mapping[str, DimensionChange]
    overall_change: float | None
    trace_change: float | None
    verdict_from: str
    verdict_to: str


def compare(first: Scorecard, second: Scorecard) -> Comparison:
    """Compare two scorecards on the items answered both times.

    Raises `NotComparableError` unless both banks have the same id and major version.
    """
    _check(first, second)
    return Comparison(
        dimensions={name: _dimension(first, second, name) for name in first.dimensions},
        overall_change=_change(first.overall.score, second.overall.score),
        trace_change=_change(first.trace.score, second.trace.score),
        verdict_from=first.verdict.code,
        verdict_to=second.verdict.code,
    )


def _check(first: Scorecard, second: Scorecard) -> None:
    ours, theirs = first.bank.about, second.bank.about
    if (ours.id, ours.version.split(".")[0]) != (theirs.id, theirs.version.split(".")[0]):
        raise NotComparableError(
            f"The first was answered with bank {ours.id} {ours.version}, the second with "
            f"{theirs.id} {theirs.version}; only banks of one major version can be compared."
        )


def _dimension(first: Scorecard, second: Scorecard, name: str) -> DimensionChange:
    before, after = first.dimensions[name], second.dimensions[name]
    moved = _moved(first, second, name)
    up = tuple(item for item, change in moved.items() if change > 0)
    down = tuple(item for item, change in moved.items() if change < 0)
    needed = first.bank.numbers.comparison.items_needed
    verdict = "unclear"
    if before.band is not None and after.final is not None:
        if above(after.final, before.band.high) and len(up) >= needed:
            verdict = "clear_up"
        elif below(after.final, before.band.low) and len(down) >= needed:
            verdict = "clear_down"
    return DimensionChange(
        first=None if before.final is None else half_up(before.final),
        second=None if after.final is None else half_up(after.final),
        change=_change(before.final, after.final),
        items_up=up,
        items_down=down,
        verdict=verdict,
    )


def _moved(first: Scorecard, second: Scorecard, dimension: str) -> dict[str, int]:
    """Change of level of each of the dimension's items that was answered both times."""
    before, after = first.responses.levels, second.responses.levels
    capabilities = first.bank.capability_by_id
    return {
        item.id: after[item.id] - before[item.id]
        for item in first.bank.items
        if capabilities[item.capability].dimension == dimension
        and item.id in before
        and item.id in after
    }


def _change(first: float | None, second: float | None) -> float | None:
    """Difference of the two numbers as printed, so that a reader can check it."""
    if first is None or second is None:
        return None
    return half_up(half_up(second) - half_up(first))
