"""Capabilities, dimensions, caps, levels and the overall score (docs/method.md 3.2 to 3.5)."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from bank.model import Bank, Level
from scoring.coverage import NOT_SCORED, Coverage
from scoring.method import CapabilityTable, DimensionTable, Method
from scoring.thresholds import TOLERANCE, below

PERCENT_PER_LEVEL: Final = 25.0
"""Levels run 0 to 4, scores 0 to 100."""


@dataclass(frozen=True, slots=True)
class AnswerBand:
    """Lowest and highest score that one answer one step off would give, and which answers do it."""

    low: float
    high: float
    low_item: str | None = None
    high_item: str | None = None


@dataclass(frozen=True, slots=True)
class DimensionScore:
    """A dimension's result, 0-100. Numbers are `None` when too little was answered to show one.

    `caps` lists every cap that applies, lowest or not; `final` is the raw score under the
    lowest of them.
    """

    id: str
    coverage: Coverage
    evidence: float | None
    raw: float | None = None
    final: float | None = None
    level: int | None = None
    level_name: str | None = None
    caps: tuple[str, ...] = ()
    band: AnswerBand | None = None
    equal_weights_raw: float | None = None
    depends_on_weights: bool = False

    @property
    def capped(self) -> bool:
        """Does a cap hold the score under what the answers give?"""
        return self.raw is not None and self.final is not None and below(self.final, self.raw)


@dataclass(frozen=True, slots=True)
class Overall:
    """The three dimensions as one score (0-100), or all `None` when one of them has none."""

    formula: float | None = None
    score: float | None = None
    level: int | None = None
    level_name: str | None = None
    mean: float | None = None
    lowest: str | None = None
    band: AnswerBand | None = None


def capability_level(table: CapabilityTable, levels: Mapping[str, float]) -> float | None:
    """C = Σ w·x / Σ w over the answered items (0 to 4), `None` without any."""
    total = weights = 0.0
    for item, weight in table.items:
        level = levels.get(item)
        if level is not None:
            total += weight * level
            weights += weight
    return total / weights if weights else None


def raw_score(table: DimensionTable, capabilities: Mapping[str, float | None]) -> float | None:
    """Raw = 25 · Σ W·C / Σ W over the capabilities that have a value (0 to 100)."""
    total = weights = 0.0
    for capability in table.capabilities:
        value = capabilities[capability.id]
        if value is not None:
            total += capability.weight * value
            weights += capability.weight
    return PERCENT_PER_LEVEL * total / weights if weights else None


def answer_caps(
    bank: Bank, critical: int | None, weakest: float, evidence: float | None
) -> list[str]:
    """Every cap that applies, in the order of the bank's table (docs/method.md 3.3)."""
    limits = bank.numbers.caps
    caps = []
    if critical is None:
        caps.append("CRIT_MISSING")
    elif critical <= 1:
        caps.append("CRIT_1" if critical else "CRIT_0")
    if evidence is None:
        caps.append("UNVERIFIED")
    elif below(evidence, limits.evidence_thin_below):
        caps.append("EVIDENCE_THIN")
    elif below(evidence, limits.evidence_below):
        caps.append("EVIDENCE")
    if below(weakest, limits.weak_capability_below):
        caps.append("WEAK_CAPABILITY")
    return caps


def hold(method: Method, raw: float, caps: Sequence[str]) -> float:
    """The raw score under every cap that applies."""
    return min([raw, *(method.caps[code] for code in caps)])


def level_of(method: Method, score: float) -> Level:
    """The highest level whose start `score` reaches."""
    return method.levels[bisect_right(method.level_starts, score + TOLERANCE) - 1]


def score_dimension(
    method: Method,
    table: DimensionTable,
    levels: Mapping[str, int],
    capabilities: Mapping[str, float | None],
    coverage: Coverage,
    evidence: float | None,
) -> DimensionScore:
    """Raw score, caps, final score, level and the equal-weights check of one dimension."""
    raw = raw_score(table, capabilities)
    if coverage.status == NOT_SCORED or raw is None:
        return DimensionScore(table.id, coverage, evidence)
    known = [capabilities[entry.id] for entry in table.capabilities]
    weakest = min(value for value in known if value is not None)
    caps = answer_caps(method.bank, levels.get(table.critical), weakest, evidence)
    final = hold(method, raw, caps)
    level = level_of(method, final)
    answered = [levels[item] for item in table.items if item in levels]
    equal = PERCENT_PER_LEVEL * sum(answered) / len(answered)
    return DimensionScore(
        id=table.id,
        coverage=coverage,
        evidence=evidence,
        raw=raw,
        final=final,
        level=level.level,
        level_name=level.name,
        caps=tuple(caps),
        equal_weights_raw=equal,
        depends_on_weights=level_of(method, equal) is not level_of(method, raw),
    )


def overall_score(method: Method, finals: Mapping[str, float | None]) -> Overall:
    """Half the mean, half the lowest dimension, held to the top of the level it may reach.

    The level is at most one above the lowest dimension's and at most the second-lowest's.
    """
    known = {name: final for name, final in finals.items() if final is not None}
    if not known or len(known) < len(finals):
        return Overall()
    mean = sum(known.values()) / len(known)
    lowest = min(known, key=lambda name: round(known[name], 9))
    formula, level = _combine(method, list(known.values()))
    return Overall(formula, min(formula, level.top), level.level, level.name, mean, lowest)


def overall_value(method: Method, finals: Sequence[float]) -> float:
    """Only the score of `overall_score`, for finals that are all known."""
    formula, level = _combine(method, finals)
    return min(formula, level.top)


def _combine(method: Method, finals: Sequence[float]) -> tuple[float, Level]:
    """The formula's value and the level that the whole may reach."""
    numbers = method.bank.numbers.overall
    ordered = sorted(finals)
    mean = sum(finals) / len(finals)
    formula = numbers.mean_share * mean + numbers.lowest_share * ordered[0]
    places = [bisect_right(method.level_starts, value + TOLERANCE) for value in ordered[:2]]
    most = min(
        bisect_right(method.level_starts, formula + TOLERANCE),
        places[0] + numbers.levels_above_lowest,
        places[-1],
    )
    return formula, method.levels[most - 1]
