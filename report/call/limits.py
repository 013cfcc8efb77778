"""How a brief is set: its type, its rules, and how many lines each part of it may take."""

from dataclasses import dataclass, fields, replace
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
_ENDLESS: Final = 99
_WHOLE: Final = Limits(**{field.name: _ENDLESS for field in fields(Limits)} | {"symptoms": 4})
"""Every text to its end; only further symptoms wait for room."""


@dataclass(frozen=True, slots=True)
class Setting:
    """How a brief is set: its limits, the size of its type (1 is the usual one), the points above
    and below a rule, and the least share of the room inside the margins that stays for notes.
    """

    limits: Limits
    size: float = 1.0
    gap: float = 2.8
    notes: float = 0.25


_CLOSE: Final = Setting(replace(_WHOLE, symptoms=1), 0.95, 1.6)
SETTINGS: Final = (
    *(Setting(replace(_WHOLE, symptoms=most)) for most in (4, 3, 2, 1)),
    _CLOSE,
    replace(_CLOSE, size=0.9),
    replace(_CLOSE, size=0.9, notes=0.2),
    *(Setting(limits) for limits in (_FEWER, _LESS, _SHORT, _SHORTER, _TIGHT)),
    Setting(replace(_TIGHT, put=1, symptom=1, why=2, trust=1, money=1)),
)
"""From roomy to tight; the first with which the page keeps room for notes is taken. The first ones
set type and rules closer before any text is cut; the others cut what nobody of the worked examples
has to say.
"""
