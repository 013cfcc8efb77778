"""Answers to look at together: pairs of answers that are hard to square (docs/method.md 3.10).

The conditions are here, one function a rule; their words, severities and cut-offs are in the bank.
"""

from collections.abc import Collection, Mapping, Sequence

from bank.model import Bank
from bank.verdicts import Rule
from scoring.contradictions import against_money, against_symptoms, against_trace
from scoring.contradictions.facts import Condition, Contradiction, Facts
from scoring.contradictions.outside import blames_people_but_work_explains_it

__all__ = ["Contradiction", "Facts", "find_contradictions", "find_outside", "named_items"]

CONDITIONS: Mapping[str, Condition] = {
    **against_trace.CONDITIONS,
    **against_money.CONDITIONS,
    **against_symptoms.CONDITIONS,
}
"""Every rule that can be decided before the causes are known."""


def find_contradictions(bank: Bank, facts: Facts) -> tuple[Contradiction, ...]:
    """All rules that fire, in the bank's order; K24 waits for the causes (`find_outside`)."""
    found = []
    for rule in bank.rules:
        condition = CONDITIONS.get(rule.id)
        detail = condition(facts, rule.cutoffs) if condition else None
        if detail is not None:
            found.append(_contradiction(rule, detail))
    return tuple(found)


def find_outside(
    bank: Bank,
    found: Sequence[Contradiction],
    blamed: Sequence[str],
    outside: float | None,
    overall: float | None,
) -> tuple[Contradiction, ...]:
    """`found` with K24 in its place when it fires; `outside` is the outside share of the causes."""
    rule = next(rule for rule in bank.rules if rule.id == "K24")
    detail = blames_people_but_work_explains_it(rule.cutoffs, blamed, outside, overall)
    if detail is None:
        return tuple(found)
    order = [entry.id for entry in bank.rules]
    return tuple(
        sorted([*found, _contradiction(rule, detail)], key=lambda entry: order.index(entry.code))
    )


def named_items(found: Collection[Contradiction], severities: Collection[str]) -> frozenset[str]:
    """Items named in a contradiction of one of `severities`."""
    return frozenset(
        item for entry in found if entry.severity in severities for item in entry.items
    )


def _contradiction(rule: Rule, detail: Mapping[str, tuple[int | str, ...]]) -> Contradiction:
    return Contradiction(rule.id, rule.severity, rule.items, detail)
