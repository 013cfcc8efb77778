"""The respondent's whole way, answered as one of the worked examples: from Start to the result."""

from collections.abc import Iterable, Mapping
from typing import Any

from bank.sections import Choice, ProfileField
from scoring.assessment import Assessment, Priority
from scoring.trace import NO_REVIEW
from tests.browser.hands import Hand
from tests.scoring.verbs import the_bank

BANK = the_bank()
SAME = {"Marketing director": "director", "E-commerce": "retail", "B2B software": "b2b_software"}
"""What the examples tell in other words than the choices have, and what counts for nothing."""
FEW = 6
YES_NO = ("Yes", "No")


def walk(hand: Hand, given: Assessment) -> None:
    """Answer everything that `given` holds and stop before the result is asked for."""
    hand.press("Start")
    hand.person.at("About you")
    _profile(hand, given, (field for field in BANK.profile.fields if field.early))
    hand.press("Next")
    _questions(hand, given)
    hand.person.at("Your priorities")
    _priorities(hand, given.priorities)
    hand.person.at("Money")
    _money(hand, given)
    hand.press("Next")
    hand.person.at("What hurts")
    _hurts(hand, given)
    hand.press("Next")
    hand.person.at("A few more facts")
    late = (field for field in BANK.profile.fields if not field.early)
    _profile(hand, given, (field for field in late if field.id not in ("blamed", "tried")))
    for row in BANK.profile.change_rows:
        _choose(hand, row.text, BANK.profile.change_choices, given.profile.change.get(row.code))
    hand.press("Next")
    hand.person.at("Check your answers")


def _choose(hand: Hand, question: str, choices: Iterable[Choice], code: str | None) -> None:
    if code is None:
        return
    codes = [choice.code for choice in choices]
    hand.choose(question, [choice.text for choice in choices][codes.index(code)], codes.index(code))


def _profile(hand: Hand, given: Assessment, fields: Iterable[ProfileField]) -> None:
    for field in fields:
        value: Any = getattr(given.profile, field.id)
        value = SAME.get(value, value)
        if value in (None, ""):
            continue
        if field.kind == "count":
            hand.write(field.question, str(value))
        elif field.kind == "yes_no":
            hand.choose(field.question, YES_NO[not value], int(not value))
        elif len(field.choices) > FEW:
            texts = {choice.code: choice.text for choice in field.choices}
            hand.pick(field.question, texts[value])
        else:
            _choose(hand, field.question, field.choices, value)


def _questions(hand: Hand, given: Assessment) -> None:
    for capability in BANK.capabilities:
        hand.person.at(capability.name)
        for item in BANK.items:
            if item.capability == capability.id:
                level: Any = given.answers[item.id]
                hand.choose(item.stem, item.options[level].text, level)
        hand.press("Next")


def _priorities(hand: Hand, priorities: tuple[Priority, ...]) -> None:
    for place, priority in enumerate(priorities, start=1):
        hand.write(f"Priority {place}", priority.name)
    for priority in priorities:
        hand.write(priority.name, f"{priority.points:g}")
    hand.press("Next")
    for priority in priorities:
        hand.person.at(priority.name)
        for part in BANK.trace.parts:
            if part.id == "review_cadence" and priority.review_form == NO_REVIEW:
                continue
            _choose(hand, part.question, part.choices, getattr(priority, part.id))
            if part.id == "owner" and priority.owner_ref:
                hand.write(BANK.trace.owner_label, priority.owner_ref)
        hand.press("Next")


def _money(hand: Hand, given: Assessment) -> None:
    assert given.budget is not None
    rows: Mapping[str, float | None] = {
        **dict(
            zip((each.name for each in given.priorities), given.budget.per_priority, strict=True)
        ),
        BANK.budget.fixed: given.budget.fixed,
        BANK.budget.other: given.budget.other,
    }
    for label, share in rows.items():
        hand.write(label, f"{share:g}")


def _hurts(hand: Hand, given: Assessment) -> None:
    for symptom in BANK.symptoms.checklist:
        often: Any = given.symptoms[symptom.id]
        hand.choose(symptom.text, BANK.symptoms.answers[often], often)
    for key in ("blamed", "tried"):
        texts = {
            choice.code: choice.text
            for field in BANK.profile.fields
            if field.id == key
            for choice in field.choices
        }
        for code in texts:
            if code in getattr(given.profile, key):
                hand.tick(texts[code])
