"""Every cut-off and weight of the scoring method that is not written beside an item.

Each is written in the bank as `{value: …, note: …}`; the note says whose judgement it is.
The formulas that use them are in `scoring/`.
"""

from dataclasses import dataclass

from bank.kinds import NotedCount, NotedNumber, NotedScore, NotedShare


@dataclass(frozen=True, slots=True)
class NotApplicableNumbers:
    """Profile facts that make *Does not apply* believable."""

    alone_team_size: NotedCount
    few_tools: NotedCount


@dataclass(frozen=True, slots=True)
class CoverageNumbers:
    """How much must be answered before a dimension is shown."""

    scored: NotedShare
    provisional: NotedShare
    minimum_items: NotedCount


@dataclass(frozen=True, slots=True)
class CapNumbers:
    """When a cap applies; how high it is stands with its text under `caps`."""

    evidence_thin_below: NotedShare
    evidence_below: NotedShare
    weak_capability_below: NotedNumber


@dataclass(frozen=True, slots=True)
class OverallNumbers:
    """How the three dimensions make one score."""

    mean_share: NotedShare
    lowest_share: NotedShare
    levels_above_lowest: NotedCount


@dataclass(frozen=True, slots=True)
class TraceNumbers:
    """From which value a facet counts as clear."""

    clear_from: NotedShare


@dataclass(frozen=True, slots=True)
class BudgetNumbers:
    """How far a split may miss 100, and when fixed costs dominate."""

    sum_slack: NotedNumber
    mostly_fixed_above: NotedShare


@dataclass(frozen=True, slots=True)
class ClaimNumbers:
    """From which difference a claim and its evidence are listed."""

    gap_from: NotedShare


@dataclass(frozen=True, slots=True)
class LoadNumbers:
    """How many answers of the change grid are needed."""

    ratios_needed: NotedCount


@dataclass(frozen=True, slots=True)
class HeldNumbers:
    """What an answer is taken to be worth when moves and causes are worked out."""

    claim_from: NotedNumber
    contradiction_limit: NotedNumber
    unknown_level: NotedNumber
    unknown_effort: NotedCount


@dataclass(frozen=True, slots=True)
class CauseNumbers:
    """How a capability's gap turns symptoms into likely causes."""

    gap_base: NotedNumber
    gap_slope: NotedNumber
    unknown_gap: NotedShare
    outside_factor: NotedNumber
    top: NotedCount


@dataclass(frozen=True, slots=True)
class MoveNumbers:
    """How moves are valued and placed."""

    target: NotedNumber
    critical_at_most: NotedNumber
    critical_boost: NotedNumber
    contradiction_boost: NotedNumber
    cause_boost: NotedNumber
    per_column: NotedCount
    shown_first: NotedCount


@dataclass(frozen=True, slots=True)
class VerdictNumbers:
    """Where the verdict's tiers begin."""

    fix_dimension_below: NotedScore
    fix_trace_below: NotedScore
    fix_clear_at_most: NotedCount
    fix_budget_below: NotedShare
    dimension_below: NotedScore
    trace_below: NotedScore
    budget_below: NotedShare
    coverage_below: NotedShare


@dataclass(frozen=True, slots=True)
class FlagNumbers:
    """When a pattern of answers is worth a word of caution."""

    same_answer_from: NotedCount
    long_run_from: NotedCount
    ceiling_from: NotedCount
    ceiling_share: NotedShare
    fast_below_seconds: NotedNumber
    unknown_from: NotedCount


@dataclass(frozen=True, slots=True)
class ConfidenceNumbers:
    """When confidence in the whole result drops."""

    coverage_below: NotedShare
    gap_from: NotedShare


@dataclass(frozen=True, slots=True)
class CompanyNumbers:
    """Several respondents of one company."""

    difference_from: NotedNumber
    deviation_above: NotedNumber
    null_variance: NotedNumber
    team_minimum: NotedCount
    benchmark_minimum: NotedCount


@dataclass(frozen=True, slots=True)
class ComparisonNumbers:
    """Answering again."""

    items_needed: NotedCount
    days_between: NotedCount


@dataclass(frozen=True, slots=True)
class QuestionNumbers:
    """From when on answers say something about the questions themselves, and what to watch for."""

    assessments_needed: NotedCount
    one_option_above: NotedShare
    dead_option_below: NotedShare
    unknown_above: NotedShare


@dataclass(frozen=True, slots=True)
class Numbers:
    """All groups, in the order in which the method uses them."""

    not_applicable: NotApplicableNumbers
    coverage: CoverageNumbers
    caps: CapNumbers
    overall: OverallNumbers
    trace: TraceNumbers
    budget: BudgetNumbers
    claims: ClaimNumbers
    load: LoadNumbers
    held: HeldNumbers
    causes: CauseNumbers
    moves: MoveNumbers
    verdict: VerdictNumbers
    flags: FlagNumbers
    confidence: ConfidenceNumbers
    company: CompanyNumbers
    comparison: ComparisonNumbers
    questions: QuestionNumbers
