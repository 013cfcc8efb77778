"""One assessment under its own bank and under the new one."""

import json
from collections.abc import Callable, Mapping
from typing import Any, Final

from bank import BrokenBank
from bank.model import Bank
from scoring import Scorecard, score
from storage.fields import assessment_of
from storage.rescoring.tally import NONE, OVERALL, VERDICT, Moved, Tally
from storage.standing import Standing

ANSWER: Final = "answer:"


def score_twice(
    one: Standing, new: Bank, bank_of: Callable[[str], Bank], tally: Tally
) -> Moved | None:
    """Count `one` in `tally`; what moves, if anything does. What does not fit `new` is left out."""
    try:
        fields = json.loads(one.fields)
        if one.result is not None:
            before = _of_result(json.loads(one.result))
        else:
            own = bank_of(one.bank_sha256)
            before = _of_card(score(own, assessment_of(fields, own)))
            tally.scorings += 1
    except (BrokenBank, ValueError, KeyError, TypeError):
        tally.unreadable += 1
        return None
    assessment = assessment_of(fields, new)
    after = _of_card(score(new, assessment))
    tally.scorings += 1
    tally.finished += one.result is not None
    given = sum(name.startswith(ANSWER) for name in fields)
    tally.left_out += given > len(assessment.answers)
    return tally.note(one.id, before, after)


def _of_card(card: Scorecard) -> dict[str, str]:
    found = {name: _level(entry.level) for name, entry in card.dimensions.items()}
    return {**found, OVERALL: _level(card.overall.level), VERDICT: card.verdict.code}


def _of_result(result: Mapping[str, Any]) -> dict[str, str]:
    found = {name: _level(entry["level"]) for name, entry in result["dimensions"].items()}
    overall, verdict = result["overall"]["level"], result["verdict"]["code"]
    return {**found, OVERALL: _level(overall), VERDICT: str(verdict)}


def _level(level: object) -> str:
    return NONE if level is None else str(level)
