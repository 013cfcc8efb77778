"""What an answer is taken to be worth for moves and causes (docs/method.md 3.11).

People who over-claim need a useful plan too.
"""

from collections.abc import Collection, Mapping
from typing import NamedTuple

from scoring.evidence import MOST_LEVEL, Evidence
from scoring.method import Method
from scoring.thresholds import below


class Held(NamedTuple):
    """A level (0-4) and what it rests on: *answer*, *evidence*, *contradiction* or *unknown*."""

    level: float
    basis: str


def hold_answers(
    method: Method, levels: Mapping[str, int], evidence: Evidence, contradicted: Collection[str]
) -> dict[str, Held]:
    """Hold each answer to its evidence and to the contradictions that name it.

    `contradicted` are the items named in a rule of high or medium severity. Moves and causes
    are worked out from these values; scores never are.
    """
    numbers = method.bank.numbers.held
    shown = {entry.item: evidence.of(entry.evidence) for entry in method.bank.claims}
    held: dict[str, Held] = {}
    for item, level in levels.items():
        value, basis = float(level), "answer"
        limit = shown.get(item)
        if limit is not None and below(MOST_LEVEL * limit, value):
            value, basis = MOST_LEVEL * limit, "evidence"
        claims = item in contradicted and level >= numbers.claim_from
        if claims and below(numbers.contradiction_limit, value):
            value, basis = numbers.contradiction_limit, "contradiction"
        held[item] = Held(value, basis)
    return held
