"""The handful of words the scoring tests are written in."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import bank
from bank import Bank
from scoring import Assessment, Scorecard, score
from scoring.answer_file import read_answer_file
from scoring.assessment import Answer, Budget, Priority, Profile

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "tests" / "worked_examples"
PERSONAS = ("P1", "P2", "P3", "P4", "P5")

CLEAR: dict[str, Any] = {
    "process": "written_used",
    "owner": "one_person",
    "review_form": "decision_review",
    "review_cadence": "monthly",
    "threshold": "number_and_date",
    "action": "set_action_named",
}
"""A priority that answers all four questions of the trace."""


@cache
def the_bank() -> Bank:
    """The project's own bank."""
    return bank.load((ROOT / "questions.yaml").read_bytes())


@cache
def example(name: str) -> Any:
    """A worked example as plain JSON."""
    return json.loads((EXAMPLES / f"{name}.json").read_text(encoding="utf-8"))


@cache
def person(name: str) -> Assessment:
    """What P1 … P5 answered."""
    return read_answer_file(json.dumps(example(name)["input"]).encode(), the_bank()).assessment


def answered(given: Any) -> Assessment:
    """Plain JSON input as an assessment."""
    return read_answer_file(json.dumps(given).encode(), the_bank()).assessment


def every(level: Answer, **other: Answer) -> dict[str, Answer]:
    """All 24 items answered with `level`, but for `other` (OWN_01=2)."""
    answers: dict[str, Answer] = {item.id: level for item in the_bank().items}
    return answers | {name.replace("_", "-"): answer for name, answer in other.items()}


def clear(name: str = "Pipeline", **other: Any) -> Priority:
    """A priority with four clear answers, but for `other`."""
    return Priority(name, **{**CLEAR, **other})


def split(*shares: float | None, fixed: float | None = 0, other: float | None = 0) -> Budget:
    """A budget with these shares for the priorities."""
    return Budget(per_priority=shares, fixed=fixed, other=other)


def sound(**other: Any) -> Assessment:
    """Somebody whose work is in order: level 3 everywhere, two clear priorities, money to match."""
    given: dict[str, Any] = {
        "profile": Profile(team_size=9, vendors=4, tools=11, added_capacity_12m=True),
        "answers": every(3),
        "priorities": (clear("First", points=60), clear("Second", points=40)),
        "budget": split(60, 40),
        "symptoms": {},
        "seconds_core": 600,
    }
    return Assessment(**{**given, **other})


def card(assessment: Assessment | None = None, **other: Any) -> Scorecard:
    """The scorecard of `assessment`, or of somebody sound but for `other`."""
    return score(the_bank(), assessment or sound(**other))


def fired(scorecard: Scorecard) -> list[str]:
    """Codes of the contradictions that fired."""
    return [entry.code for entry in scorecard.contradictions]


def reasons(scorecard: Scorecard) -> list[str]:
    """Codes of the verdict's reasons."""
    return [reason.code for reason in scorecard.verdict.reasons]
