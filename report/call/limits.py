"""How many lines each part of the brief may take; tighter sets follow for results with more in them."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Limits:
    """Lines at the most: who and priorities, one reason, one finding and its question, and so on.

    `reasons` and `symptoms` count entries.
    """

    who: int = 2
    reasons: int = 4
    reason: int = 2
    money: int = 3
    finding: int = 2
    symptoms: int = 4
    symptom: int = 2
    tried: int = 2
    ask: int = 3
    why: int = 4
    trust: int = 5


LIMITS: Final = (
    Limits(),
    Limits(symptoms=3, trust=4),
    Limits(reasons=3, symptoms=3, trust=3, why=3),
    Limits(reasons=3, symptoms=2, trust=3, why=3),
    Limits(reasons=3, money=2, symptoms=2, why=3, trust=2),
    Limits(reasons=2, money=2, symptoms=2, symptom=1, ask=2, why=3, trust=2),
    Limits(1, 2, 1, 2, 2, 2, 1, 1, 2, 3, 2),
    Limits(1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 1),
)
"""From roomy to tight; the first with which the page keeps room for notes is taken."""
