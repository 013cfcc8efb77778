"""What was shown, opened: the trace, the budget split, and the claims set against them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scoring.assessment import Priority
from scoring.explanation.node import Explanation
from scoring.method import method_of
from scoring.trace import FACETS, FacetId

if TYPE_CHECKING:
    from scoring.scorecard import Scorecard

CODES: dict[FacetId, tuple[str, ...]] = {
    "process": ("process",),
    "owner": ("owner",),
    "review": ("review_form", "review_cadence"),
    "trigger": ("threshold", "action"),
}
"""The trace questions behind each facet."""

RULES: dict[FacetId, str] = {
    "process": "choice",
    "owner": "choice",
    "review": "product",
    "trigger": "lowest",
}
"""How the parts of a facet make its value."""

DIMENSION_EVIDENCE: tuple[tuple[str, ...], ...] = (("owner", "process"), (), ("review", "trigger"))
"""Facets behind each dimension's evidence, in dimension order; none means the budget."""


def explain_trace(card: Scorecard) -> Explanation:
    """The weighted mean of the priorities' scores."""
    return Explanation(
        "trace",
        "weighted_mean",
        card.trace.score,
        parts=tuple(
            explain_priority(card, str(position)) for position in range(len(card.trace.priorities))
        ),
    )


def explain_priority(card: Scorecard, position: str) -> Explanation:
    """The mean of a priority's four facets; a part that was not answered counts 0."""
    place = int(position)
    traced, priority = card.trace.priorities[place], card.assessment.priorities[place]
    return Explanation(
        f"priority:{position}",
        "mean_of_facets",
        traced.score,
        traced.weight,
        choice=traced.name,
        parts=tuple(
            _facet(card, priority, facet, value, 1 / len(FACETS))
            for facet, value in traced.facets.named()
        ),
    )


def explain_facet(card: Scorecard, facet: FacetId) -> Explanation:
    """A facet's weighted mean over the priorities that answered it."""
    pairs = [
        (traced.weight, getattr(traced.facets, facet), priority)
        for traced, priority in zip(card.trace.priorities, card.assessment.priorities, strict=True)
    ]
    total = sum(weight for weight, value, _ in pairs if value is not None)
    return Explanation(
        facet,
        "weighted_mean",
        getattr(card.trace.facet_means, facet),
        parts=tuple(
            _facet(
                card, priority, facet, value, None if value is None or not total else weight / total
            )
            for weight, value, priority in pairs
        ),
    )


def explain_dimension_evidence(card: Scorecard, dimension: str) -> Explanation:
    """What the priorities show about a dimension: a mean of facets, or the budget."""
    place = list(card.dimensions).index(dimension)
    wanted = DIMENSION_EVIDENCE[place]
    parts = tuple(explain_facet(card, facet) for facet in FACETS if facet in wanted)
    return Explanation(
        f"{dimension}.evidence",
        "mean",
        card.dimensions[dimension].evidence,
        parts=parts or (explain_budget(card),),
    )


def explain_budget(card: Scorecard) -> Explanation:
    """The overlap of stated weights and movable shares: the sum of the smaller of each pair."""
    alignment = card.alignment
    return Explanation(
        "budget",
        "sum_of_overlaps",
        alignment.index,
        choice=alignment.reason,
        parts=tuple(
            Explanation(
                f"priority:{place}",
                "smaller_of",
                min(priority.weight, share),
                choice=priority.name,
                parts=(
                    Explanation("weight", "share", priority.weight),
                    Explanation("spent", "share", share),
                ),
            )
            for place, (priority, share) in enumerate(
                zip(card.trace.priorities, alignment.shares, strict=False)
            )
        ),
    )


def explain_claims(card: Scorecard) -> Explanation:
    """The mean difference between five answers and what stands beside them."""
    pairs = card.claims.pairs
    return Explanation(
        "claims",
        "mean",
        card.claims.mean,
        parts=tuple(
            Explanation(
                name,
                "difference",
                pair.gap,
                1 / len(pairs),
                parts=(
                    Explanation(pair.item, "answer", pair.claim),
                    explain_budget(card) if name == "budget" else _named_facet(card, name),
                ),
            )
            for name, pair in pairs.items()
        ),
    )


def _named_facet(card: Scorecard, name: str) -> Explanation:
    return explain_facet(card, next(facet for facet in FACETS if facet == name))


def _facet(
    card: Scorecard,
    priority: Priority,
    facet: FacetId,
    value: float | None,
    weight: float | None,
) -> Explanation:
    codes = CODES[facet]
    leaves = tuple(
        Explanation(code, "choice", _worth(card, code, choice), choice=choice)
        for code in codes
        if (choice := getattr(priority, code)) is not None or value is None
    )
    return Explanation(facet, RULES[facet], value, weight, choice=priority.name, parts=leaves)


def _worth(card: Scorecard, part: str, choice: str | None) -> float | None:
    return None if choice is None else method_of(card.bank).trace_values[part][choice]
