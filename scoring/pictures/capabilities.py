"""The twelve capabilities as bars under their dimensions, with the answer moves aim at."""

from dataclasses import dataclass

from scoring.maturity import PERCENT_PER_LEVEL
from scoring.pictures.numbers import Numbers
from scoring.rounding import half_up_whole
from scoring.scorecard import Scorecard
from scoring.thresholds import below


@dataclass(frozen=True, slots=True)
class CapabilityBar:
    """A capability in points of 100 (`None` without answers) and the answer moves aim at."""

    dimension: str
    name: str
    points: float | None
    target: float
    is_low: bool


def capability_bars(card: Scorecard) -> tuple[CapabilityBar, ...]:
    """All capabilities in bank order."""
    bank = card.bank
    return tuple(
        CapabilityBar(
            bank.dimension_by_id[entry.dimension].name,
            entry.name,
            None if level is None else PERCENT_PER_LEVEL * level,
            PERCENT_PER_LEVEL * bank.numbers.moves.target,
            level is not None and below(level, bank.numbers.caps.weak_capability_below),
        )
        for entry in bank.capabilities
        for level in [card.capabilities[entry.id]]
    )


def numbers(rows: tuple[CapabilityBar, ...]) -> Numbers:
    """The bars as a table."""
    return Numbers(
        ("Part", "Area", "Points of 100"),
        tuple((row.name, row.dimension, points_words(row)) for row in rows),
    )


def points_words(row: CapabilityBar) -> str:
    """Its points in whole numbers, or that there are none."""
    return "no answer" if row.points is None else str(half_up_whole(row.points))


def alt_text(rows: tuple[CapabilityBar, ...]) -> str:
    """The bars in one sentence."""
    known = [row for row in rows if row.points is not None]
    low = sum(row.is_low for row in known)
    return f"{len(known)} parts in points of 100; {low} of them below the middle line."
