"""One-answer bands: what one answer a step lower or higher would do to a score (domain.md 3.16).

This is sensitivity, not a confidence interval. Moving one answer changes one capability of one
dimension, so only that much is worked out again.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from bank.model import Bank
from scoring.evidence import MOST_LEVEL
from scoring.maturity import (
    PERCENT_PER_LEVEL,
    AnswerBand,
    DimensionScore,
    Overall,
    answer_caps,
    hold,
    overall_score,
)
from scoring.method import CapabilityTable, DimensionTable, Method
from scoring.thresholds import below


@dataclass(frozen=True, slots=True)
class _Step:
    """One answer moved by one: what it does to its capability and to the raw score."""

    item: str
    level: int
    capability: float
    others: float
    raw: float


def band_dimension(
    method: Method,
    table: DimensionTable,
    levels: Mapping[str, int],
    capabilities: Mapping[str, float | None],
    scored: DimensionScore,
) -> DimensionScore:
    """The same score with its one-answer band; a dimension without a score stays without one."""
    if scored.raw is None or scored.final is None:
        return scored
    low = high = scored.final
    low_item = high_item = None
    limits: dict[tuple[int | None, bool], float] = {}
    for step in _steps(table, levels, capabilities, scored.raw):
        critical = step.level if step.item == table.critical else levels.get(table.critical)
        weakest = min(step.capability, step.others)
        weak = below(weakest, method.bank.numbers.caps.weak_capability_below)
        limit = limits.get((critical, weak))
        if limit is None:
            caps = answer_caps(method.bank, critical, weakest, scored.evidence)
            limit = limits[critical, weak] = hold(method, float("inf"), caps)
        final = min(step.raw, limit)
        if final < low:
            low, low_item = final, step.item
        elif final > high:
            high, high_item = final, step.item
    return replace(scored, band=AnswerBand(low, high, low_item, high_item))


def _steps(
    table: DimensionTable,
    levels: Mapping[str, int],
    capabilities: Mapping[str, float | None],
    raw: float,
) -> Iterator[_Step]:
    known = {
        entry.id: value
        for entry in table.capabilities
        if (value := capabilities[entry.id]) is not None
    }
    total = sum(entry.weight for entry in table.capabilities if entry.id in known)
    for entry in table.capabilities:
        if entry.id not in known:
            continue
        value = known[entry.id]
        others = min((known[name] for name in known if name != entry.id), default=float("inf"))
        scale = PERCENT_PER_LEVEL * entry.weight / total
        for item, share in _shares(entry, levels):
            for change in (-1, 1):
                level = levels[item] + change
                if 0 <= level <= MOST_LEVEL:
                    yield _Step(
                        item, level, value + change * share, others, raw + change * share * scale
                    )


def _shares(entry: CapabilityTable, levels: Mapping[str, int]) -> list[tuple[str, float]]:
    """Each answered item with its share of the capability."""
    answered = [(item, weight) for item, weight in entry.items if item in levels]
    total = sum(weight for _, weight in answered)
    return [(item, weight / total) for item, weight in answered]


def band_overall(bank: Bank, scored: Overall, dimensions: Mapping[str, DimensionScore]) -> Overall:
    """The overall score with its band.

    One answer moves one dimension and a higher dimension never lowers the whole, so the ends
    of the dimensions' bands give the ends of this one.
    """
    if scored.score is None:
        return scored
    finals = {name: dimension.final for name, dimension in dimensions.items()}
    low = high = scored.score
    low_item = high_item = None
    for name, dimension in dimensions.items():
        if dimension.band is None:
            continue
        lower = overall_score(bank, {**finals, name: dimension.band.low}).score
        higher = overall_score(bank, {**finals, name: dimension.band.high}).score
        if lower is not None and lower < low:
            low, low_item = lower, dimension.band.low_item
        if higher is not None and higher > high:
            high, high_item = higher, dimension.band.high_item
    return replace(scored, band=AnswerBand(low, high, low_item, high_item))
