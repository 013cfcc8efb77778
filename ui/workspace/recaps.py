"""The recap of a call: its pieces, editable and saved, and the text to copy."""

from datetime import date

import streamlit as st

from discovery.call_recap import recap_of_call
from discovery.recap import Agreed, Recap
from discovery.steps import step_of_call
from storage import NotRead
from storage.desk.call_fields import MOST_OWNER, MOST_STEP
from ui import asking, bottom_bar
from ui.components import copy_text
from ui.escape import escape
from ui.result.layout import folded
from ui.workspace import entries
from ui.workspace.call_sheet import CallSheet
from ui.workspace.opened import Opened


def draw(opened: Opened, sheet: CallSheet) -> None:
    """What goes into the recap, then the recap."""
    st.header("What goes into it", anchor=False)
    entries.text("goal", "Their goal, in their words")
    entries.text("seen", "What you both saw, one point a line")
    asking.line("move", "The one move, in their words", MOST_STEP)
    asking.line("move_owner", "Who does it (initials or a role)", MOST_OWNER)
    entries.day("move_due", "By which day")
    step = _next_step(sheet)
    said = (
        f"“{escape(step.text)}”" if step.text else "none yet; it is written down on the call page"
    )
    st.markdown(f"Next step: {said}.")
    st.header("The recap", anchor=False)
    copy_text(_recap(opened, sheet, step).text, "To copy and send, by you", "recap-text")
    with folded("Write it in your own words instead"):
        st.caption("What stands here is the recap, on screen and on paper. Empty it to go back.")
        entries.text("recap", "Your own recap", height=240)


def _recap(opened: Opened, sheet: CallSheet, step: Agreed) -> Recap:
    fields = dict(sheet.fields) | sheet.waiting
    if entries.as_day(fields.get("move_due")) is None:
        fields["move_due"] = None
    return recap_of_call(opened.bank, fields, on=_day(sheet), step=step)


def _day(sheet: CallSheet) -> date:
    """The day of the call, where the consultant is."""
    began = sheet.call.started_at or sheet.call.created_at
    return began.astimezone(bottom_bar.zone()).date()


def _next_step(sheet: CallSheet) -> Agreed:
    """The call's own step, or the open one that is due first; empty if there is none."""
    try:
        steps = sheet.store.desk.steps.of(sheet.call.share_id)
    except NotRead:
        return Agreed()
    found = step_of_call(steps, sheet.call.id)
    return Agreed(found.text, found.owner_label or "", found.due) if found else Agreed()
