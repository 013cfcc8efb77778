"""Findings opened: likely causes, moves, the plan's order, the verdict, the load."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scoring.evidence import MOST_LEVEL
from scoring.explanation.node import Explanation
from scoring.explanation.scores import explain_item
from scoring.method import method_of

if TYPE_CHECKING:
    from scoring.scorecard import Scorecard


def explain_causes(card: Scorecard) -> Explanation:
    """The shares of all likely causes, the outside one among them."""
    return Explanation(
        "causes",
        "sum",
        float(bool(card.causes.shares)),
        parts=tuple(explain_cause(card, entry.cause) for entry in card.causes.ranked),
    )


def explain_cause(card: Scorecard, cause: str) -> Explanation:
    """A cause's share: the symptoms that point to it, and the gap that makes them count."""
    method, seen = method_of(card.bank), card.assessment.symptoms
    symptoms = tuple(
        Explanation(
            symptom,
            "symptom",
            seen[symptom] / method.most_symptom,
            share,
            choice=str(seen[symptom]),
        )
        for symptom, share in method.pointing[cause]
        if seen.get(symptom)
    )
    return Explanation(
        f"cause:{cause}",
        "share",
        card.causes.shares[cause],
        parts=(*symptoms, *_gap(card, cause)),
    )


def _gap(card: Scorecard, cause: str) -> tuple[Explanation, ...]:
    """What a capability's gap makes of its symptoms: base + slope x gap."""
    if cause not in card.capabilities_held:
        return (Explanation("factor", "outside", card.bank.numbers.causes.outside_factor),)
    numbers, held = card.bank.numbers.causes, card.capabilities_held[cause]
    gap = numbers.unknown_gap if held is None else 1 - held / MOST_LEVEL
    return (
        Explanation(
            "factor",
            "base_plus_slope_times_gap",
            numbers.gap_base + numbers.gap_slope * gap,
            parts=(Explanation(f"{cause}.held", "held", held), Explanation("gap", "gap", gap)),
        ),
    )


def explain_move(card: Scorecard, item: str) -> Explanation:
    """A move's value: gap x weight x boost / effort."""
    move = next(entry for entry in card.moves if entry.item == item)
    return Explanation(
        f"move:{item}",
        "gap_times_weight_times_boost_over_effort",
        move.value,
        choice=move.basis,
        parts=(
            Explanation("gap", "distance_to_target", move.gap, parts=(explain_item(card, item),)),
            Explanation("weight", "item_times_capability", move.weight),
            Explanation("boost", "sum", move.boost),
            Explanation("effort", "effort", move.effort),
        ),
    )


def explain_plan(card: Scorecard) -> Explanation:
    """Why each move stands where it does: its worth, its needs, the room in the column."""
    worth = {move.item: move.value for move in card.moves}
    return Explanation(
        "plan",
        "order",
        None,
        parts=tuple(
            Explanation(
                entry.item,
                "placed",
                worth[entry.item],
                choice=entry.column,
                binding=entry.column == entry.earliest,
                parts=(
                    *(Explanation(need, "needs", worth[need]) for need in entry.needs),
                    *(
                        (Explanation(entry.before, "brought_forward_for", worth[entry.before]),)
                        if entry.before
                        else ()
                    ),
                ),
            )
            for entry in card.plan.placings
        ),
    )


def explain_verdict(card: Scorecard) -> Explanation:
    """Every reason that holds, with the numbers compared."""
    return Explanation(
        "verdict",
        "first_tier_with_a_reason",
        None,
        choice=card.verdict.code,
        parts=tuple(
            Explanation(
                reason.code,
                "reason",
                None,
                binding=reason.code[0] == card.verdict.reasons[0].code[0],
                parts=tuple(
                    Explanation(
                        name,
                        "fact",
                        float(value) if isinstance(value, (int, float)) else None,
                        choice=None if isinstance(value, (int, float)) else _words(value),
                    )
                    for fact in reason.facts
                    for name, value in fact.items()
                ),
            )
            for reason in card.verdict.reasons
        ),
    )


def explain_confidence(card: Scorecard) -> Explanation:
    """What confidence rests on."""
    covered = tuple(
        Explanation(f"{name}.coverage", "share", entry.coverage.share)
        for name, entry in card.dimensions.items()
    )
    return Explanation(
        "confidence",
        "first_that_holds",
        None,
        choice=card.confidence,
        parts=(
            *(Explanation(flag, "flag", None) for flag in card.flags),
            *covered,
            Explanation("trace", "status", None, choice=card.trace.status),
            Explanation("budget", "share", card.alignment.index, choice=card.alignment.reason),
            Explanation("claims", "mean_of_sizes", card.claims.mean_abs),
        ),
    )


def explain_contradiction(card: Scorecard, code: str) -> Explanation:
    """The answers a contradiction is about, and the cut-offs it compared them with."""
    found = next(entry for entry in card.contradictions if entry.code == code)
    rule = next(entry for entry in card.bank.rules if entry.id == code)
    return Explanation(
        f"contradiction:{code}",
        "rule",
        None,
        choice=found.severity,
        parts=(
            *(explain_item(card, item) for item in found.items),
            *(Explanation(name, "cutoff", value) for name, value in rule.cutoffs.items()),
            *(
                Explanation(name, "detail", None, choice=str(value))
                for name, values in found.detail.items()
                for value in values
            ),
        ),
    )


def explain_load(card: Scorecard) -> Explanation:
    """Growth of complexity over growth of the team."""
    method, change = method_of(card.bank), card.assessment.profile.change
    rows = tuple(
        Explanation(row.code, "growth", method.ratios[change[row.code]], choice=change[row.code])
        for row in card.bank.profile.change_rows
        if row.code in change and row.code != "team"
    )
    team = (Explanation("team", "growth", card.load.team_growth, choice=change.get("team")),)
    return Explanation(
        "load",
        "ratio",
        card.load.ratio,
        choice=card.load.band,
        parts=(
            Explanation("complexity", "geometric_mean", card.load.complexity_growth, parts=rows),
            *team,
        ),
    )


def _words(value: object) -> str:
    return ", ".join(value) if isinstance(value, tuple) else str(value)
