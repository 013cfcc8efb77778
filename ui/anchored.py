"""An item of the bank: full-sentence options, lowest first, the escapes apart from the scale."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache, partial
from types import MappingProxyType
from typing import Any

import streamlit as st

from bank.model import Bank, Capability, Item, Scale
from scoring.assessment import MOST_NOTE, NOT_APPLICABLE, UNKNOWN
from ui import alone, asking, session
from ui.escape import as_html
from ui.visit import Current


def ask_item(current: Current, item: Item) -> None:
    """Draw one item with its options, its escapes, what they mean, and room for a note."""
    alone.draw(partial(_ask_answer, item))
    asking.note(f"note:{item.id}", "Add a note", MOST_NOTE)


def _ask_answer(item: Item) -> None:
    current = session.here().current
    look: asking.Look = "ask-lines-escape" if item.na is None else "ask-lines-escapes"
    options = options_of(item, current.bank)
    answer = asking.lines_of_choice(f"answer:{item.id}", item.stem, options, look)
    if answer == NOT_APPLICABLE and item.na is not None:
        st.caption(item.na.text)
        if item.id in session.scorecard(current).responses.na_rejected:
            st.caption(
                "Your facts under “About you” or “A few more facts” say otherwise, so for now "
                "this counts as a skipped question."
            )


def options_of(item: Item, bank: Bank) -> Mapping[Any, str]:
    """The item's answers by code: its levels, then the escapes; the same mapping for everybody."""
    return _options(bank)[item.id]


@lru_cache(maxsize=8)
def _options(bank: Bank) -> Mapping[str, Mapping[Any, str]]:
    """The answers of every item by code, by the item's id."""
    return {item.id: MappingProxyType(_options_of(item, bank.scale)) for item in bank.items}


def _options_of(item: Item, scale: Scale) -> dict[Any, str]:
    codes: dict[Any, str] = {option.level: option.text for option in item.options}
    codes[UNKNOWN] = scale.unknown
    if item.na is not None:
        codes[NOT_APPLICABLE] = scale.not_applicable
    return codes


def draw_instruction(bank: Bank) -> None:
    """How to answer, with the meaning of the words for how often behind a small “i”."""
    words = "".join(
        f"<dt>{as_html(word.code)}</dt><dd>{as_html(word.text)}</dd>" for word in bank.scale.words
    )
    st.html(
        f'<div class="instruction"><p>{as_html(bank.scale.instruction)}</p><details>'
        f"<summary>What the words mean</summary><dl>{words}</dl></details></div>"
    )


@dataclass(frozen=True, slots=True)
class Screen:
    """One screen of questions: a capability, its items, and where it stands in its dimension."""

    capability: Capability
    items: tuple[Item, ...]
    place: str

    @property
    def fields(self) -> list[str]:
        """The names of the fields that the screen asks for."""
        return [f"answer:{item.id}" for item in self.items]


def screen_of(bank: Bank, step: int) -> Screen:
    """The screen number `step` (from 1): *Ownership, 2 of 4*."""
    capability = bank.capabilities[step - 1]
    mates = [each.id for each in bank.capabilities if each.dimension == capability.dimension]
    name = bank.dimension_by_id[capability.dimension].name
    return Screen(
        capability,
        tuple(item for item in bank.items if item.capability == capability.id),
        f"{name}, {mates.index(capability.id) + 1} of {len(mates)}",
    )


def step_of_item(bank: Bank, item: Item) -> int:
    """The number of the screen that asks `item`."""
    return [each.id for each in bank.capabilities].index(item.capability) + 1
