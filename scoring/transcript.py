"""Every question of an assessment with its answer in words, part by part: what a reader can check.

The paper prints it; anything else that has to show all answers can take the same rows.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from bank.model import Bank, Item
from bank.sections import ProfileField
from scoring.assessment import NOT_APPLICABLE, UNKNOWN, Assessment, Priority
from scoring.rounding import half_up_whole
from scoring.trace import NO_REVIEW
from scoring.wording import fill

Part = Literal["items", "priority", "money", "symptoms", "facts", "change"]

MONEY: Final = "How this year’s money is split"
TIME: Final = "How the team’s time is split"
HURTS: Final = "What hurt in the last six months"
FACTS: Final = "Facts about your marketing"
CHANGE: Final = "Compared with two years ago"

YES_NO: Final = {True: "Yes", False: "No"}
SPLIT: Final = "The split"
IMPORTANCE: Final = "How important is it?"
RULE: Final = "The rule"
BLANK: Final = "…"
"""What stands in the trigger sentence where nothing was written."""


@dataclass(frozen=True, slots=True)
class Row:
    """A question as it was asked and the answer in words; `None` is not answered."""

    question: str
    answer: str | None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """Rows that belong together under a title: a capability, a priority, the money."""

    part: Part
    title: str
    rows: tuple[Row, ...]


def transcript(bank: Bank, assessment: Assessment) -> tuple[Passage, ...]:
    """All of `assessment` in the order in which it was asked."""
    return (
        *_items(bank, assessment),
        *_priorities(bank, assessment),
        *_money(bank, assessment),
        _symptoms(bank, assessment),
        *_profile(bank, assessment),
    )


def rule_in_words(bank: Bank, priority: Priority) -> str | None:
    """The if–then sentence of a priority with what was written in its blanks, if anything was."""
    rule = priority.rule
    said = {
        "result": rule.result,
        "date": rule.date,
        "person": rule.person,
        "action": rule.action,
    }
    if not any(said.values()):
        return None
    return fill(bank.trace.sentence, {name: text or BLANK for name, text in said.items()})


def _items(bank: Bank, assessment: Assessment) -> Iterator[Passage]:
    for capability in bank.capabilities:
        rows = tuple(
            Row(item.stem, _item(bank, item, assessment), assessment.notes.get(item.id) or None)
            for item in bank.items
            if item.capability == capability.id
        )
        yield Passage("items", capability.name, rows)


def _item(bank: Bank, item: Item, assessment: Assessment) -> str | None:
    given = assessment.answers.get(item.id)
    escapes = {UNKNOWN: bank.scale.unknown, NOT_APPLICABLE: bank.scale.not_applicable}
    if isinstance(given, str):
        return escapes[given]
    return next((option.text for option in item.options if option.level == given), None)


def _priorities(bank: Bank, assessment: Assessment) -> Iterator[Passage]:
    for priority in assessment.priorities:
        rows = [Row(IMPORTANCE, _weight(priority))]
        for part in bank.trace.parts:
            if part.id == "review_cadence" and priority.review_form == NO_REVIEW:
                continue
            code = getattr(priority, part.id)
            chosen = (choice.text for choice in part.choices if choice.code == code)
            rows.append(Row(part.question, next(chosen, None)))
        if priority.owner_ref:
            rows.append(Row("Who?", priority.owner_ref))
        rule = rule_in_words(bank, priority)
        if rule:
            rows.append(Row(RULE, rule))
        yield Passage("priority", priority.name, tuple(rows))


def _weight(priority: Priority) -> str | None:
    if priority.points is not None:
        return f"{_number(priority.points)} points"
    return None if priority.rank is None else f"Place {priority.rank}"


def _money(bank: Bank, assessment: Assessment) -> Iterator[Passage]:
    budget = assessment.budget
    if budget is None:
        yield Passage("money", MONEY, (Row(SPLIT, None),))
        return
    asked = MONEY if budget.basis == "money" else TIME
    if not budget.known:
        yield Passage("money", asked, (Row(SPLIT, bank.budget.unknown),))
        return
    names = [priority.name for priority in assessment.priorities]
    shares = zip(names, budget.per_priority, strict=False)
    split = [*shares, (bank.budget.fixed, budget.fixed), (bank.budget.other, budget.other)]
    yield Passage("money", asked, tuple(Row(name, _share(share)) for name, share in split))


def _share(points: float | None) -> str | None:
    return None if points is None else f"{_number(points)} of 100"


def _symptoms(bank: Bank, assessment: Assessment) -> Passage:
    words = bank.symptoms.answers
    rows = []
    for symptom in bank.symptoms.checklist:
        often = assessment.symptoms.get(symptom.id)
        rows.append(Row(symptom.text, None if often is None else words[often]))
    return Passage("symptoms", HURTS, tuple(rows))


def _profile(bank: Bank, assessment: Assessment) -> tuple[Passage, Passage]:
    profile = assessment.profile
    facts = (
        Row(field.question, _fact(field, getattr(profile, field.id)))
        for field in bank.profile.fields
    )
    grown = {choice.code: choice.text for choice in bank.profile.change_choices}
    change = (
        Row(row.text, grown.get(profile.change.get(row.code, "")))
        for row in bank.profile.change_rows
    )
    return (
        Passage("facts", FACTS, tuple(facts)),
        Passage("change", CHANGE, tuple(change)),
    )


def _fact(field: ProfileField, value: object) -> str | None:
    choices = {choice.code: choice.text for choice in field.choices}
    if value is None:
        return None
    if isinstance(value, bool):
        return YES_NO[value]
    if isinstance(value, tuple):
        return "; ".join(choices.get(str(code), str(code)) for code in value) or None
    return choices.get(str(value), str(value))


def _number(points: float) -> str:
    """Points as they were typed: whole where they are whole."""
    return str(half_up_whole(points)) if points == int(points) else f"{points:g}"
