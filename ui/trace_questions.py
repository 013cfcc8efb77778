"""The questions about one priority, and the if–then sentence built from its four blanks."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

import streamlit as st

from bank.model import Bank
from bank.sections import TracePart
from scoring.assessment import MOST_BLANK, MOST_NAME, UNKNOWN
from scoring.trace import NO_REVIEW
from scoring.wording import fill
from storage import Json
from ui import asking, session
from ui.escape import isolate
from ui.visit import Visit

ONE_PERSON: Final = "one_person"
SKIPPED: Final = "What is left open here counts as missing in the trace of your priorities."
BLANKS: Final = {
    "result": "The result to reach",
    "date": "The date",
    "person": "The person (initials or a role)",
    "action": "What that person will do",
}


def ask_trace(bank: Bank, slot: int) -> None:
    """The questions of the trace for the priority in `slot`."""
    visit = session.here()
    for part in bank.trace.parts:
        if (
            part.id == "review_cadence"
            and visit.stored(f"priority:{slot}:review_form") == NO_REVIEW
        ):
            st.caption("“How often?” is not asked, because you do not look at progress.")
            continue
        _ask_part(bank, part, slot)
        if part.id == "owner":
            _ask_owner(visit, bank, slot)


def ask_sentence(bank: Bank, slot: int) -> None:
    """The blanks of the trigger sentence, and the sentence read back."""
    st.header(bank.trace.sentence_prompt, anchor=False)
    said = {
        blank: asking.line(f"priority:{slot}:rule_{blank}", label, MOST_BLANK)
        for blank, label in BLANKS.items()
    }
    if any(said.values()):
        with st.container(key="read-back"):
            st.text(
                fill(bank.trace.sentence, {key: isolate(text or "…") for key, text in said.items()})
            )


def reads_like_a_group(label: str, bank: Bank) -> bool:
    """Whether an owner's label holds a word that stands for more than one person."""
    words = re.findall(r"\w+", label.casefold())
    return any(word.casefold() in words for word in bank.trace.group_words)


def choices_of(part: TracePart, bank: Bank) -> dict[Any, str]:
    """A part's answers by code, then *I don't know*."""
    return {choice.code: choice.text for choice in part.choices} | {UNKNOWN: bank.scale.unknown}


def _ask_part(bank: Bank, part: TracePart, slot: int) -> None:
    asking.lines_of_choice(
        f"priority:{slot}:{part.id}",
        part.question,
        choices_of(part, bank),
        "ask-lines-escape",
    )


def _ask_owner(visit: Visit, bank: Bank, slot: int) -> None:
    """The owner's label, if one person answers; a group is asked about once and left as it is."""
    name = f"priority:{slot}:owner_ref"
    if visit.stored(f"priority:{slot}:owner") != ONE_PERSON and not visit.stored(name):
        return
    label = asking.line(name, bank.trace.owner_label, MOST_NAME)
    if label and reads_like_a_group(label, bank) and visit.queried.setdefault(name, label) == label:
        st.info(bank.trace.group_question)


def asked(visit: Visit, bank: Bank, slot: int) -> list[str]:
    """The names of the fields that the screen of a priority asks for."""
    hidden = visit.stored(f"priority:{slot}:review_form") == NO_REVIEW
    return [
        f"priority:{slot}:{part.id}"
        for part in bank.trace.parts
        if not (hidden and part.id == "review_cadence")
    ]


def rows_of(bank: Bank, fields: Mapping[str, Json], slot: int) -> Iterator[tuple[str, str | None]]:
    """The trace's questions about a priority with their answers in words."""
    for part in bank.trace.parts:
        hidden = part.id == "review_cadence"
        if hidden and fields.get(f"priority:{slot}:review_form") == NO_REVIEW:
            continue
        code = fields.get(f"priority:{slot}:{part.id}")
        yield part.question, choices_of(part, bank).get(code)
    label = fields.get(f"priority:{slot}:owner_ref")
    if label:
        yield "Who?", str(label)
    said = {blank: fields.get(f"priority:{slot}:rule_{blank}") for blank in BLANKS}
    if any(said.values()):
        yield (
            "The sentence",
            fill(bank.trace.sentence, {k: isolate(str(v or "…")) for k, v in said.items()}),
        )
