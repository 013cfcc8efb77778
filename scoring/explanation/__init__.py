"""From any number down to the answers that made it, as a tree of data."""

from __future__ import annotations

from collections.abc import Callable
from difflib import get_close_matches
from typing import TYPE_CHECKING

from scoring.explanation import findings, scores, shown
from scoring.explanation.node import Explanation

if TYPE_CHECKING:
    from scoring.scorecard import Scorecard

__all__ = ["WHOLES", "Explanation", "UnknownNumberError", "explain", "numbers"]


class UnknownNumberError(KeyError):
    """There is no number of this name; the message names the closest one."""

    def __str__(self) -> str:
        """The message alone, without the quotes that a `KeyError` puts around it."""
        return str(self.args[0])


Opener = Callable[["Scorecard", str], Explanation]

WHOLES: dict[str, Callable[[Scorecard], Explanation]] = {
    "overall": scores.explain_overall,
    "trace": shown.explain_trace,
    "budget": shown.explain_budget,
    "claims": shown.explain_claims,
    "load": findings.explain_load,
    "causes": findings.explain_causes,
    "verdict": findings.explain_verdict,
    "confidence": findings.explain_confidence,
    "plan": findings.explain_plan,
}


def explain(scorecard: Scorecard, number: str) -> Explanation:
    """Open `number`; raises `UnknownNumberError` when the scorecard has none of that name."""
    if number in WHOLES:
        return WHOLES[number](scorecard)
    opener = _openers(scorecard).get(number)
    if opener is None:
        close = get_close_matches(number, numbers(scorecard), n=1)
        hint = f" Did you mean '{close[0]}'?" if close else ""
        raise UnknownNumberError(f"This scorecard has no number called '{number}'.{hint}")
    return opener(scorecard, number.split(":", 1)[-1])


def numbers(scorecard: Scorecard) -> tuple[str, ...]:
    """Every id that `explain` can open for this scorecard."""
    return (*WHOLES, *_openers(scorecard))


def _openers(scorecard: Scorecard) -> dict[str, Opener]:
    bank = scorecard.bank
    return {
        **dict.fromkeys(bank.dimension_by_id, scores.explain_dimension),
        **dict.fromkeys(bank.capability_by_id, scores.explain_capability),
        **dict.fromkeys(bank.item_by_id, scores.explain_item),
        **{f"priority:{n}": shown.explain_priority for n in range(len(scorecard.trace.priorities))},
        **{f"cause:{cause}": findings.explain_cause for cause in scorecard.causes.shares},
        **{f"move:{move.item}": findings.explain_move for move in scorecard.moves},
        **{
            f"contradiction:{entry.code}": findings.explain_contradiction
            for entry in scorecard.contradictions
        },
    }
