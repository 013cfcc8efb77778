"""The next steps of a share: the call’s own saved as it is typed, each closed with a note."""

from collections.abc import Callable
from secrets import token_hex
from typing import Final

import streamlit as st

from storage import Json, NotRead, NotSaved
from storage.desk import Step, StepOutcome
from storage.desk.call_fields import MOST_OWNER, MOST_STEP, STATUSES
from ui import asking, session
from ui.escape import escape
from ui.workspace import entries
from ui.workspace.call_sheet import CallSheet

KEY: Final = "step-key"
NAMES: Final = {"text": "what", "owner_label": "who", "due": "the day", "closing_note": "the note"}
STATUS_WORDS: Final = {"open": "Open", "done": "Done", "dropped": "Dropped"}


def draw(sheet: CallSheet) -> None:
    """The step that this call ends with, saved as it is typed; then those there were before."""
    st.header("Next step", anchor=False)
    asking.line("step", "Next step: what", MOST_STEP)
    asking.line("step_owner", "Next step: who (initials or a role)", MOST_OWNER)
    entries.day("step_due", "Next step: by which day")
    try:
        steps = sheet.store.desk.steps.of(sheet.call.share_id)
    except NotRead as fault:
        st.markdown(f":red[The steps cannot be read now. {escape(fault)}]")
        return
    for step in sorted(steps, key=lambda step: step.id != sheet.call.id):
        _draw_step(sheet, step)
    box = st.expander("A further step", key="further-step", on_change="rerun")
    if box.open:
        with box:
            _draw_form(sheet)


def _draw_step(sheet: CallSheet, step: Step) -> None:
    """A step as it is stored, and the way to close it; this call’s own has its day above."""
    owner = f" · {escape(step.owner_label)}" if step.owner_label else ""
    due = f" · by {step.due:%-d %B %Y}" if step.due else ""
    own = step.id == sheet.call.id
    if not own or step.status != "open":
        st.markdown(f"**{escape(step.text)}**{owner}{due} · {STATUS_WORDS[step.status].lower()}")
    words = "Close this call’s step" if own else "Change this step"
    box = st.expander(words, key=f"change-{step.id}", on_change="rerun")
    if not box.open:
        return
    with box, st.form(f"step-{step.id}", border=False):
        status = st.radio(
            "Status",
            STATUSES,
            STATUSES.index(step.status),
            STATUS_WORDS.__getitem__,
            horizontal=True,
        )
        day = "" if step.due is None else step.due.isoformat()
        due_typed = day if own else st.text_input("By which day", day)
        note = st.text_input("A note for closing it", step.closing_note or "")
        if st.form_submit_button("Keep the change"):
            wanted: dict[str, Json] = {"status": status, "closing_note": note or None}
            if not own:
                wanted["due"] = entries.day_in(due_typed)
            if _keep(lambda: sheet.store.desk.steps.change(step.id, wanted, sheet.who)):
                st.rerun()


def _draw_form(sheet: CallSheet) -> None:
    """The form; its key makes sure that a step is written down once, however often it is sent."""
    key = session.word(KEY) or token_hex(8)
    session.leave_word(KEY, key)
    with st.form(f"new-step-{key}", border=False):
        text = st.text_input("Further step: what", max_chars=MOST_STEP)
        owner = st.text_input("Further step: who", max_chars=MOST_OWNER)
        due = st.text_input("Further step: by which day", placeholder=entries.EXAMPLES)
        if not st.form_submit_button("Write the step down"):
            return
    values: dict[str, Json] = {"text": text, "source": "call"}
    values |= {"owner_label": owner} if owner else {}
    values |= {"due": entries.day_in(due)} if due else {}
    if _keep(lambda: sheet.store.desk.steps.add(sheet.call.share_id, values, key, sheet.who)):
        session.take_word(KEY)
        st.rerun()


def _keep(write: Callable[[], StepOutcome]) -> bool:
    """Write to the store; what is not kept is said. Whether all of it was."""
    try:
        outcome = write()
    except NotSaved as fault:
        st.markdown(f":red[Not saved. {escape(fault)}]")
        return False
    for refusal in outcome.refused:
        st.markdown(
            f":red[Not saved: {NAMES.get(refusal.name, refusal.name)}: {escape(refusal.message)}.]"
        )
    return not outcome.refused
