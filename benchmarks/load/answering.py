"""What a simulated respondent answers: a value for every kind of field, and what is stored."""

from collections.abc import Mapping
from functools import lru_cache
from random import Random
from typing import Any

from benchmarks.load.tab import Shown
from storage import Json
from tests.storage.verbs import the_bank

WORDS = ("Lead generation", "Brand", "Retention", "Website", "Events", "Partners", "Pricing")
SEVERAL = ("tried", "blamed")


@lru_cache
def codes_of(name: str) -> Mapping[str, Json]:
    """The code that is stored for each text of a choice."""
    bank = the_bank()
    group, _, rest = name.partition(":")
    if group == "answer":
        item = next(each for each in bank.items if each.id == rest)
        codes: dict[str, Json] = {option.text: option.level for option in item.options}
        return codes | {bank.scale.unknown: "dk", bank.scale.not_applicable: "na"}
    if group == "symptom":
        return {text: number for number, text in enumerate(bank.symptoms.answers)}
    if group == "change":
        return {choice.text: choice.code for choice in bank.profile.change_choices}
    if group == "profile":
        field = next(each for each in bank.profile.fields if each.id == rest)
        return {choice.text: choice.code for choice in field.choices} or {"Yes": True, "No": False}
    part = next(each for each in bank.trace.parts if each.id == rest.partition(":")[2])
    return {choice.text: choice.code for choice in part.choices} | {bank.scale.unknown: "dk"}


def choose(shown: Shown, held: Any, random: Random) -> tuple[Any, Json]:
    """Another value than `held` for a widget, and what the store is to hold then."""
    if shown.kind in ("radio", "selectbox"):
        text = random.choice([each for each in shown.widget.options if each != held])
        return text, codes_of(shown.name)[text]
    if shown.kind == "number_input":
        number = random.randrange(1, 100)
        return float(number), number
    if shown.kind == "checkbox":
        return not held, None
    text = f"{random.choice(WORDS)} {random.randrange(10_000)}"
    return text, text


def boxes(name: str) -> tuple[str, str] | None:
    """The field of several and the code that a box to tick stands for; `None` for other widgets."""
    field, _, code = name.partition(":")
    return (field, code) if field in SEVERAL else None
