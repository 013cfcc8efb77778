"""The whole result: an assessment in, a `Scorecard` out, from which every number can be opened.

`score` calls the steps of docs/method.md 3 in their order. Nothing is rounded on the way.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bank.model import Bank
from scoring.assessment import Assessment
from scoring.bands import band_dimension, band_overall
from scoring.budget import Alignment, align
from scoring.causes import Causes, find_causes
from scoring.contradictions import (
    Contradiction,
    Facts,
    find_contradictions,
    find_outside,
    named_items,
)
from scoring.coverage import Responses, cover, sort_answers
from scoring.evidence import ClaimGap, Evidence, compare_claims, gather
from scoring.explanation import Explanation, explain
from scoring.flags import doubts, find_flags, trust
from scoring.held import Held, hold_answers
from scoring.load import Load, weigh_load
from scoring.maturity import (
    DimensionScore,
    Overall,
    capability_level,
    overall_score,
    score_dimension,
)
from scoring.method import Method, method_of
from scoring.moves import Move, Plan, find_moves, make_plan
from scoring.trace import Trace, trace
from scoring.verdict import Verdict, judge

HOLDING_SEVERITIES = frozenset({"high", "medium"})
"""Contradictions of these severities hold the answers that they name (docs/method.md 3.11)."""

ANY_SEVERITY = HOLDING_SEVERITIES | {"low"}


@dataclass(frozen=True, eq=False)
class Scorecard:
    """One assessment's result under one bank. Scores run 0 to 100, levels of answers 0 to 4.

    Mappings are in bank order. `confidence` is *lower*, *medium* or *higher*.
    """

    bank: Bank
    assessment: Assessment
    responses: Responses
    capabilities: Mapping[str, float | None]
    held: Mapping[str, Held]
    capabilities_held: Mapping[str, float | None]
    dimensions: Mapping[str, DimensionScore]
    overall: Overall
    trace: Trace
    alignment: Alignment
    evidence: Evidence
    claims: ClaimGap
    load: Load
    causes: Causes
    flags: tuple[str, ...]
    contradictions: tuple[Contradiction, ...]
    verdict: Verdict
    moves: tuple[Move, ...]
    plan: Plan
    confidence: str

    def explain(self, number: str) -> Explanation:
        """The tree of values, weights and caps behind a number, down to the answers.

        `number` is an id: a dimension, capability or item, *overall*, *trace*, *budget*,
        *claims*, *load*, *causes*, *verdict*, *plan*, `move:REV-05`, `cause:R1`, `priority:0`.
        Raises `UnknownNumberError` for anything else.
        """
        return explain(self, number)


def score(bank: Bank, assessment: Assessment) -> Scorecard:
    """Score `assessment` with `bank`. Takes any assessment whose codes are in the bank."""
    method = method_of(bank)
    responses = sort_answers(method, assessment)
    traced = trace(method, assessment.priorities)
    alignment = align(bank, assessment.budget, traced)
    evidence = gather(traced, alignment)
    capabilities = _capabilities(method, responses.levels)
    dimensions = _dimensions(method, responses, capabilities, evidence)
    finals = {name: entry.final for name, entry in dimensions.items()}
    overall = band_overall(method, overall_score(method, finals), dimensions)
    claims = compare_claims(bank, responses.levels, evidence)
    load = weigh_load(method, assessment.profile)
    found = find_contradictions(
        bank,
        Facts(
            assessment=assessment,
            levels=responses.levels,
            not_applicable=responses.not_applicable,
            trace=traced,
            alignment=alignment,
            load=load,
            claims=claims,
            raw={name: entry.raw for name, entry in dimensions.items()},
        ),
    )
    measured = _Measured(
        method, assessment, responses, dimensions, overall, traced, alignment, claims
    )
    return _conclude(measured, capabilities, evidence, load, found)


@dataclass(frozen=True, slots=True)
class _Measured:
    """What is known before findings turn into moves and a verdict."""

    method: Method
    assessment: Assessment
    responses: Responses
    dimensions: Mapping[str, DimensionScore]
    overall: Overall
    trace: Trace
    alignment: Alignment
    claims: ClaimGap


def _conclude(
    known: _Measured,
    capabilities: Mapping[str, float | None],
    evidence: Evidence,
    load: Load,
    found: tuple[Contradiction, ...],
) -> Scorecard:
    """Causes, moves, plan, verdict and confidence from everything measured."""
    method, bank, assessment = known.method, known.method.bank, known.assessment
    levels, unknown = known.responses.levels, known.responses.unknown
    held = hold_answers(method, levels, evidence, named_items(found, HOLDING_SEVERITIES))
    held_capabilities = _capabilities(method, {item: entry.level for item, entry in held.items()})
    causes = find_causes(method, assessment.symptoms, held_capabilities)
    contradictions = find_outside(
        bank, found, assessment.profile.blamed, causes.outside, known.overall.score
    )
    moves = find_moves(method, held, unknown, named_items(contradictions, ANY_SEVERITY), causes.top)
    flags = find_flags(bank, levels, unknown, assessment.seconds_core)
    return Scorecard(
        bank=bank,
        assessment=assessment,
        responses=known.responses,
        capabilities=capabilities,
        held=held,
        capabilities_held=held_capabilities,
        dimensions=known.dimensions,
        overall=known.overall,
        trace=known.trace,
        alignment=known.alignment,
        evidence=evidence,
        claims=known.claims,
        load=load,
        causes=causes,
        flags=flags,
        contradictions=contradictions,
        verdict=_judge(known, contradictions, flags),
        moves=moves,
        plan=make_plan(method, moves),
        confidence=_trust(known, contradictions, flags),
    )


def _judge(
    known: _Measured, contradictions: Sequence[Contradiction], flags: Sequence[str]
) -> Verdict:
    return judge(
        known.method.bank,
        list(known.dimensions.values()),
        known.trace,
        known.alignment,
        contradictions,
        flags,
    )


def _trust(known: _Measured, contradictions: Sequence[Contradiction], flags: Sequence[str]) -> str:
    found = doubts(
        known.method.bank,
        known.trace,
        {name: entry.coverage for name, entry in known.dimensions.items()},
        known.alignment.index is not None,
        any(entry.severity == "high" for entry in contradictions),
        known.claims,
    )
    return trust(flags, found)


def _capabilities(
    method: Method, levels: Mapping[str, float] | Mapping[str, int]
) -> dict[str, float | None]:
    return {
        entry.id: capability_level(entry, levels)
        for dimension in method.dimensions
        for entry in dimension.capabilities
    }


def _dimensions(
    method: Method,
    responses: Responses,
    capabilities: Mapping[str, float | None],
    evidence: Evidence,
) -> dict[str, DimensionScore]:
    scored = {}
    for table, shown in zip(method.dimensions, evidence.by_dimension(), strict=True):
        coverage = cover(method.bank, table, responses)
        plain = score_dimension(method, table, responses.levels, capabilities, coverage, shown)
        scored[table.id] = band_dimension(method, table, responses.levels, capabilities, plain)
    return scored
