"""One-answer bands: what one answer a step lower or higher would do (docs/method.md 3.16).

This is sensitivity, not a confidence interval. Moving one answer changes one capability of one
dimension, so only that much is worked out again.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from math import inf

from scoring.evidence import MOST_LEVEL
from scoring.maturity import (
    PERCENT_PER_LEVEL,
    AnswerBand,
    DimensionScore,
    Overall,
    answer_caps,
    hold,
    overall_value,
)
from scoring.method import DimensionTable, Method
from scoring.thresholds import below

Step = tuple[str, int, float, float]
"""An item, its level one step off, its capability's level and the raw score that follow."""


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
    now = levels.get(table.critical)
    limits: dict[tuple[int | None, bool], float] = {}
    for item, level, weakest, raw in _steps(table, levels, capabilities, scored.raw):
        critical = level if item == table.critical else now
        weak = below(weakest, method.bank.numbers.caps.weak_capability_below)
        limit = limits.get((critical, weak))
        if limit is None:
            caps = answer_caps(method.bank, critical, weakest, scored.evidence)
            limit = limits[critical, weak] = hold(method, inf, caps)
        final = raw if raw < limit else limit
        if final < low:
            low, low_item = final, item
        elif final > high:
            high, high_item = final, item
    return replace(scored, band=AnswerBand(low, high, low_item, high_item))


def _steps(
    table: DimensionTable,
    levels: Mapping[str, int],
    capabilities: Mapping[str, float | None],
    raw: float,
) -> Iterator[Step]:
    """Each answered item one step lower and higher, with the weakest capability then."""
    known = [
        (entry, value)
        for entry in table.capabilities
        if (value := capabilities[entry.id]) is not None
    ]
    whole = sum(entry.weight for entry, _ in known)
    for entry, value in known:
        others = min((other for part, other in known if part is not entry), default=inf)
        answered = [(item, weight) for item, weight in entry.items if item in levels]
        inside = sum(weight for _, weight in answered)
        for item, weight in answered:
            level, share = levels[item], weight / inside
            points = PERCENT_PER_LEVEL * share * entry.weight / whole
            if level > 0:
                yield item, level - 1, min(value - share, others), raw - points
            if level < MOST_LEVEL:
                yield item, level + 1, min(value + share, others), raw + points


def band_overall(
    method: Method, scored: Overall, dimensions: Mapping[str, DimensionScore]
) -> Overall:
    """The overall score with its band.

    One answer moves one dimension and a higher dimension never lowers the whole, so the ends
    of the dimensions' bands give the ends of this one.
    """
    if scored.score is None:
        return scored
    low = high = scored.score
    low_item = high_item = None
    finals = [entry.final for entry in dimensions.values() if entry.final is not None]
    bands = [entry.band for entry in dimensions.values() if entry.band is not None]
    for place, band in enumerate(bands):
        lower = overall_value(method, [*finals[:place], band.low, *finals[place + 1 :]])
        higher = overall_value(method, [*finals[:place], band.high, *finals[place + 1 :]])
        if lower < low:
            low, low_item = lower, band.low_item
        if higher > high:
            high, high_item = higher, band.high_item
    return replace(scored, band=AnswerBand(low, high, low_item, high_item))
