"""All answers on one page in the respondent's words, each with a way to change it."""

from collections.abc import Iterable
from typing import Final

import streamlit as st

from scoring.coverage import NOT_SCORED
from scoring.scorecard import Scorecard
from storage import Json
from ui import anchored, navigation, parts, profile_questions, trace_questions
from ui.escape import as_html, escape
from ui.visit import Current

OPEN: Final = "Not answered"
Row = tuple[str, str | None]
"""A question and the answer to it in words; `None` is not answered."""


def draw_missing(card: Scorecard) -> None:
    """What is missing and what that costs, dimension by dimension and for the trace."""
    bank = card.bank
    lines = [
        _coverage(card, dimension.id)
        for dimension in bank.dimensions
        if card.dimensions[dimension.id].coverage.share < 1
    ]
    if card.trace.status != "full":
        lines.append(
            "Priorities: the trace is not complete, so the result says less about what carries "
            "your priorities."
        )
    if card.alignment.reason is not None:
        lines.append("Money: there is no comparison with your priorities yet.")
    if lines:
        st.header("What is missing, and what it costs", anchor=False)
        st.markdown("\n".join(f"- {line}" for line in lines))
    else:
        st.markdown("Nothing is missing.")


def draw_everything(current: Current) -> None:
    """Every part with its questions and answers."""
    bank, fields = current.bank, current.record.fields
    by_id = {field.id: field for field in bank.profile.fields}
    early = [each for each in by_id.values() if each.early]
    _part("about_you", None, ((each.question, _profile(current, each.id)) for each in early))
    for step in range(1, len(bank.capabilities) + 1):
        _screen(current, step)
    _priorities(current)
    _part("money", None, _money(current))
    words = bank.symptoms.answers
    hurts: list[Row] = []
    for symptom in bank.symptoms.checklist:
        often = fields.get(f"symptom:{symptom.id}")
        hurts.append((symptom.text, words[often] if isinstance(often, int) else None))
    hurts += [(by_id[key].question, _profile(current, key)) for key in parts.ON_HURTS]
    _part("hurts", None, hurts)
    late = [each for each in by_id.values() if not each.early and each.id not in parts.ON_HURTS]
    growth = {choice.code: choice.text for choice in bank.profile.change_choices}
    change = [
        (row.text, growth.get(str(fields.get(f"change:{row.code}"))))
        for row in bank.profile.change_rows
    ]
    _part("facts", None, [*((each.question, _profile(current, each.id)) for each in late), *change])


def _coverage(card: Scorecard, dimension: str) -> str:
    name, coverage = card.bank.dimension_by_id[dimension].name, card.dimensions[dimension].coverage
    told = f"{name}: {coverage.answered} of {coverage.applicable} questions answered"
    if coverage.status == NOT_SCORED:
        return f"{told}, too few to show a score."
    return f"{told}; the score rests on those."


def _screen(current: Current, step: int) -> None:
    screen = anchored.screen_of(current.bank, step)
    rows: list[Row] = []
    for item in screen.items:
        answer = current.record.fields.get(f"answer:{item.id}")
        rows.append((item.stem, anchored.options_of(item, current.bank).get(answer)))
        note = current.record.fields.get(f"note:{item.id}")
        if note:
            rows.append(("Your note", str(note)))
    _part("questions", step, rows, screen.capability.name)


def _priorities(current: Current) -> None:
    bank, fields = current.bank, current.record.fields
    slots = parts.named_slots(fields, bank)
    weights = [(str(fields[f"priority:{slot}:name"]), _weight(current, slot)) for slot in slots]
    _part("priorities", 1, weights or [("Priorities", None)])
    for step, slot in enumerate(slots, start=2):
        rows = list(trace_questions.rows_of(bank, fields, slot))
        _part("priorities", step, rows, str(fields[f"priority:{slot}:name"]))


def _weight(current: Current, slot: int) -> str | None:
    fields = current.record.fields
    if fields.get("weighing") == "ranks":
        rank = fields.get(f"priority:{slot}:rank")
        return None if rank is None else f"Place {rank}"
    points = fields.get(f"priority:{slot}:points")
    return None if points is None else f"{points} points"


def _money(current: Current) -> Iterable[Row]:
    bank, fields = current.bank, current.record.fields
    if fields.get("budget:known") is False:
        yield "The split", bank.budget.unknown
        return
    rows = [
        (str(fields[f"priority:{slot}:name"]), f"budget:priority:{slot}")
        for slot in parts.named_slots(fields, bank)
    ]
    rows += [(bank.budget.fixed, "budget:fixed"), (bank.budget.other, "budget:other")]
    for label, name in rows:
        yield label, None if fields.get(name) is None else f"{fields[name]} of 100"


def _profile(current: Current, key: str) -> str | None:
    field = next(each for each in current.bank.profile.fields if each.id == key)
    name = key if field.kind == "several" else f"profile:{key}"
    value: Json = current.record.fields.get(name)
    return profile_questions.words_of(field, value)


def _part(key: str, step: int | None, rows: Iterable[Row], title: str | None = None) -> None:
    """A screen's heading, a link to change its answers, and the rows of question and answer."""
    name = title or navigation.PAGES[key].name
    with st.container(horizontal=True, vertical_alignment="bottom", key=f"part-{key}-{step or 0}"):
        st.header(escape(name), anchor=False)
        navigation.link(key, f"Change “{escape(name)}”", step)
    st.html(f'<dl class="answers">{"".join(map(_row, rows))}</dl>')


def _row(row: Row) -> str:
    question, answer = row
    told = f"<dd>{as_html(answer)}</dd>" if answer else f'<dd class="open">{OPEN}</dd>'
    return f"<dt>{as_html(question)}</dt>{told}"
