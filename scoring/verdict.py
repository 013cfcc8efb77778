"""The verdict on readiness for a new strategy, with its reasons' facts (docs/method.md 3.14)."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from math import ceil
from typing import Final

from bank.model import Bank
from scoring.budget import Alignment
from scoring.contradictions import Contradiction
from scoring.maturity import DimensionScore
from scoring.thresholds import TOLERANCE, below, reaches
from scoring.trace import FACETS, Trace, TracedPriority

TIERS: Final = (
    ("I", "not_enough_evidence"),
    ("F", "fix_first"),
    ("C", "proceed_with_conditions"),
)
"""First letter of a reason's code and its verdict; the first tier with a reason decides."""

READY: Final = "ready"

Fact = Mapping[str, str | float | tuple[str, ...]]
"""What fills the blanks of a reason's sentence: ids, names and numbers, not words."""


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason code and the facts that make it true, at least one."""

    code: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """One of the bank's four verdict codes, with every reason that holds."""

    code: str
    reasons: tuple[Reason, ...]


def judge(
    bank: Bank,
    dimensions: Collection[DimensionScore],
    trace: Trace,
    alignment: Alignment,
    contradictions: Sequence[Contradiction],
    flags: Sequence[str],
) -> Verdict:
    """Report every reason that holds; the first tier that has one decides."""
    top = None if trace.top is None or trace.status == "none" else trace.priorities[trace.top]
    reasons = tuple(
        Reason(code, facts)
        for code, facts in (
            *_not_enough(bank, dimensions, trace),
            *_fix_first(bank, dimensions, trace, top, alignment),
            *_conditions(bank, dimensions, trace, top, alignment),
            *_cautions(bank, dimensions, contradictions, flags),
        )
        if facts
    )
    tiers = {reason.code[0] for reason in reasons}
    return Verdict(next((code for letter, code in TIERS if letter in tiers), READY), reasons)


Finding = tuple[str, tuple[Fact, ...]]


def _not_enough(
    bank: Bank, dimensions: Collection[DimensionScore], trace: Trace
) -> tuple[Finding, ...]:
    missing: tuple[Fact, ...] = tuple(
        {"dimension": entry.id, "count": _needed(bank, entry)}
        for entry in dimensions
        if entry.final is None
    )
    return (
        ("I1_dimension_not_scored", missing),
        ("I2_no_trace", ({},) if trace.status == "none" else ()),
    )


def _needed(bank: Bank, dimension: DimensionScore) -> int:
    """How many more answers would show a provisional score."""
    coverage = dimension.coverage
    enough = ceil(bank.numbers.coverage.provisional * coverage.applicable - TOLERANCE)
    return max(enough - coverage.answered, 0)


def _fix_first(
    bank: Bank,
    dimensions: Collection[DimensionScore],
    trace: Trace,
    top: TracedPriority | None,
    alignment: Alignment,
) -> tuple[Finding, ...]:
    numbers = bank.numbers.verdict
    untraceable = top is not None and top.clear <= numbers.fix_clear_at_most
    return (
        ("F1_dimension_below_documented", _low(dimensions, numbers.fix_dimension_below)),
        ("F2_trace_below_50", _under(trace.score, numbers.fix_trace_below)),
        ("F3_top_priority_not_traceable", _unclear(bank, top) if untraceable else ()),
        ("F4_budget_far_from_priorities", _under(alignment.index, numbers.fix_budget_below)),
    )


def _conditions(
    bank: Bank,
    dimensions: Collection[DimensionScore],
    trace: Trace,
    top: TracedPriority | None,
    alignment: Alignment,
) -> tuple[Finding, ...]:
    numbers = bank.numbers.verdict
    money: tuple[Fact, ...] = ({"which": "unknown", "reason": alignment.reason or ""},)
    if alignment.index is not None:
        apart = _under(alignment.index, numbers.budget_below)
        money = tuple({**fact, "which": "apart"} for fact in apart)
    return (
        ("C1_dimension_below_managed", _low(dimensions, numbers.dimension_below)),
        ("C2_trace_below_75", _under(trace.score, numbers.trace_below)),
        ("C3_top_priority_not_fully_clear", _unclear(bank, top)),
        ("C4_budget_unknown_or_apart", money),
    )


def _cautions(
    bank: Bank,
    dimensions: Collection[DimensionScore],
    contradictions: Sequence[Contradiction],
    flags: Sequence[str],
) -> tuple[Finding, ...]:
    limit = bank.numbers.verdict.coverage_below
    high = tuple(entry.code for entry in contradictions if entry.severity == "high")
    thin: tuple[Fact, ...] = tuple(
        {"dimension": entry.id, "count": entry.coverage.applicable - entry.coverage.answered}
        for entry in dimensions
        if below(entry.coverage.share, limit)
    )
    return (
        ("C5_high_severity_contradiction", ({"answers": high},) if high else ()),
        ("C6_low_coverage", thin),
        ("C7_answer_pattern", ({"flags": tuple(flags)},) if flags else ()),
    )


def _low(dimensions: Collection[DimensionScore], threshold: float) -> tuple[Fact, ...]:
    return tuple(
        {"dimension": entry.id, "score": entry.final, "threshold": threshold}
        for entry in dimensions
        if entry.final is not None and below(entry.final, threshold)
    )


def _under(score: float | None, threshold: float) -> tuple[Fact, ...]:
    if score is None or not below(score, threshold):
        return ()
    return ({"score": score, "threshold": threshold},)


def _unclear(bank: Bank, top: TracedPriority | None) -> tuple[Fact, ...]:
    """The top priority's facets that are not clear; nothing when all four are."""
    if top is None or top.clear == len(FACETS):
        return ()
    clear_from = bank.numbers.trace.clear_from
    missing = tuple(
        facet
        for facet, value in top.facets.named()
        if value is None or not reaches(value, clear_from)
    )
    return ({"priority": top.name, "missing": missing},)
