"""How many lines each part of the brief may take; tighter sets are for fuller results."""

from dataclasses import dataclass, replace
from typing import Final


@dataclass(frozen=True, slots=True)
class Limits:
    """The most lines of each part.

    `reasons` and `symptoms` count entries; `finding` is what two answers say, `put` the question
    about them; `ask` and `why` belong to the questions for this call.
    """

    who: int = 2
    reasons: int = 4
    reason: int = 2
    money: int = 3
    finding: int = 2
    put: int = 2
    symptoms: int = 4
    symptom: int = 2
    tried: int = 2
    ask: int = 3
    why: int = 4
    trust: int = 5


ROOMY: Final = Limits()
_FEWER: Final = replace(ROOMY, symptoms=2, trust=3, why=3)
_LESS: Final = replace(_FEWER, reasons=3, money=2)
_SHORT: Final = replace(_LESS, reason=1, trust=2)
_SHORTER: Final = replace(_SHORT, finding=1)
_TIGHT: Final = replace(_SHORTER, reasons=2, who=1, tried=1, ask=2, symptoms=1)
LIMITS: Final = (
    ROOMY,
    replace(ROOMY, symptoms=3, trust=4),
    _FEWER,
    _LESS,
    _SHORT,
    _SHORTER,
    _TIGHT,
    replace(_TIGHT, put=1, symptom=1, why=2, trust=1, money=1),
)
"""From roomy to tight; the first with which the page keeps room for notes is taken."""
