"""Questions about the marketing operation, by their kind, and the grid of what has grown."""

from functools import partial

import streamlit as st

from bank.model import Bank
from bank.sections import ProfileField
from scoring.answer_sections import MOST_COUNTED
from scoring.assessment import MOST_NAME
from storage import Json
from ui import alone, asking

YES_NO: dict[bool, str] = {True: "Yes", False: "No"}
FEW = 6
"""Up to so many choices are drawn as lines; more of them go into a list that opens."""


def ask(field: ProfileField) -> None:
    """Draw one question of the profile."""
    choices = {choice.code: choice.text for choice in field.choices}
    name = f"profile:{field.id}"
    match field.kind:
        case "count":
            asking.count(name, field.question, MOST_COUNTED)
        case "yes_no":
            asking.taps(name, field.question, YES_NO)
        case "several":
            asking.several(field.id, field.question, choices)
        case "choice" if len(choices) > FEW:
            asking.one_of_many(name, field.question, choices)
        case "choice":
            asking.lines_of_choice(name, field.question, choices, "ask-lines")
        case _:
            asking.line(name, field.question, MOST_NAME)


def ask_change(bank: Bank) -> None:
    """The grid of what has grown in two years."""
    st.header(bank.profile.change_prompt, anchor=False)
    choices = {choice.code: choice.text for choice in bank.profile.change_choices}
    for row in bank.profile.change_rows:
        alone.draw(partial(asking.taps, f"change:{row.code}", row.text, choices))


def words_of(field: ProfileField, value: Json) -> str | None:
    """A stored answer of the profile in words."""
    choices = {choice.code: choice.text for choice in field.choices}
    if value is None:
        return None
    if isinstance(value, bool):
        return YES_NO[value]
    if isinstance(value, list):
        return "; ".join(choices.get(code, code) for code in value)
    return choices.get(str(value), str(value))
