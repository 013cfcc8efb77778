"""Next steps across all that was shared: those due this week, and those nobody has touched."""

from collections.abc import Sequence
from datetime import date, datetime

import streamlit as st

from discovery.steps import DAYS_UNTOUCHED, due_this_week, untouched
from storage.desk import Step
from ui import bottom_bar
from ui.escape import as_html
from ui.result.layout import folded
from ui.workspace import ways

MOST = 30
"""How many steps of a kind are drawn."""


def draw(steps: Sequence[Step]) -> None:
    """Steps due by Sunday on top, with overdue ones; the ones left alone folded below."""
    today = datetime.now(bottom_bar.zone()).date()
    due, left = due_this_week(steps, today), untouched(steps, today)
    if due:
        st.header("Due this week", anchor=False)
        _draw(due, today)
    if left:
        with folded(f"Untouched for {DAYS_UNTOUCHED} days or more ({len(left)})"):
            st.caption("Close them with a note, or touch them: a step is changed on its call page.")
            _draw(left, today)


def _draw(steps: Sequence[Step], today: date) -> None:
    rows = "".join(_row(step, today) for step in steps[:MOST])
    st.html(f'<ul class="shares">{rows}</ul>')
    if len(steps) > MOST:
        st.caption(f"The first {MOST} of {len(steps)}.")


def _row(step: Step, today: date) -> str:
    late = "<strong>overdue</strong>" if step.due and step.due < today else ""
    due = f"by {step.due:%-d %B %Y}" if step.due else ""
    told = " · ".join(filter(None, (late, due, as_html(step.owner_label or ""))))
    company = ways.link("call", step.company, step.share_id)
    return f"<li>{company}<p>{as_html(step.text)}</p><p>{told}</p></li>"
