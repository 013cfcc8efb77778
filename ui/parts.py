"""The parts of the respondent's way and how far each one is: not started, part-way or done."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

from bank.model import Bank
from scoring.assessment import Priority
from scoring.trace import NO_REVIEW
from storage import Json
from ui.visit import Current

State = Literal["not started", "part-way", "done"]

WAY: Final = ("about_you", "questions", "priorities", "money", "hurts", "facts", "check")
"""The pages of the way, in order."""
ON_HURTS: Final = ("blamed", "tried")
"""Questions of the profile that stand beside the symptoms."""
OPTIONAL: Final = ("revenue_band",)
"""Questions of the profile that a part is done without."""


@dataclass(frozen=True, slots=True)
class Part:
    """One part: its page, its state, and how many of its questions are answered."""

    key: str
    state: State
    answered: int
    asked: int


def parts_of(current: Current) -> tuple[Part, ...]:
    """Every part with questions, in the order of the way."""
    fields, bank = current.record.fields, current.bank
    return (
        _counted("about_you", early_fields(bank), fields),
        _counted("questions", [f"answer:{item.id}" for item in bank.items], fields),
        _priorities(current),
        _money(current),
        _counted("hurts", [f"symptom:{each.id}" for each in bank.symptoms.checklist], fields),
        _counted("facts", late_fields(bank), fields),
    )


def early_fields(bank: Bank) -> list[str]:
    """The profile's questions that come before the items."""
    return [f"profile:{each.id}" for each in bank.profile.fields if each.early]


def late_fields(bank: Bank) -> list[str]:
    """The rest of the profile with its change grid, without what is optional."""
    asked = [
        f"profile:{each.id}"
        for each in bank.profile.fields
        if not each.early and each.id not in (*ON_HURTS, *OPTIONAL)
    ]
    return asked + [f"change:{row.code}" for row in bank.profile.change_rows]


def open_questions(priority: Priority, bank: Bank) -> list[str]:
    """The ids of the trace's questions that are not answered for a priority."""
    asked = [part.id for part in bank.trace.parts]
    if priority.review_form == NO_REVIEW:
        asked.remove("review_cadence")
    return [each for each in asked if getattr(priority, each) is None]


def named_slots(fields: Mapping[str, Json], bank: Bank) -> list[int]:
    """The slots of the priorities that have a name, in order."""
    return [slot for slot in range(bank.trace.most) if fields.get(f"priority:{slot}:name")]


def _counted(key: str, names: list[str], fields: Mapping[str, Json]) -> Part:
    answered = sum(name in fields for name in names)
    return Part(key, _state(answered, len(names)), answered, len(names))


def _priorities(current: Current) -> Part:
    bank, priorities = current.bank, current.assessment.priorities
    parts = len(bank.trace.parts)
    missing = sum(len(open_questions(each, bank)) for each in priorities)
    asked = max(2, len(priorities)) * (parts + 1)
    answered = len(priorities) * (parts + 1) - missing
    weighed = all(each.points is not None for each in priorities) or all(
        each.rank is not None for each in priorities
    )
    state = _state(answered, asked)
    return Part(
        "priorities", "part-way" if state == "done" and not weighed else state, answered, asked
    )


def _money(current: Current) -> Part:
    budget = current.assessment.budget
    asked = len(current.assessment.priorities) + 2
    if budget is None:
        return Part("money", "not started", 0, asked)
    if not budget.known:
        return Part("money", "done", asked, asked)
    rows = (*budget.per_priority, budget.fixed, budget.other)
    answered = sum(row is not None for row in rows)
    return Part("money", _state(answered, asked) if answered else "part-way", answered, asked)


def _state(answered: int, asked: int) -> State:
    if not answered:
        return "not started"
    return "done" if answered >= asked else "part-way"
