"""The clock of a call: started in the store, counted on by the browser without a run."""

from datetime import UTC, datetime
from typing import Literal

import streamlit as st

from discovery.run_sheet import RunSheet
from storage import NotSaved
from ui.components import clock
from ui.escape import escape
from ui.workspace.call_sheet import CallSheet


def draw_start(sheet: CallSheet) -> None:
    """The button that starts the clock, or starts it again."""
    started = sheet.call.started_at is not None
    words = "Start the clock again" if started else "Start the clock"
    look: Literal["primary", "secondary"] = "secondary" if started else "primary"
    if st.button(words, type=look, key="start-clock"):
        _start(sheet, again=started)


def draw(sheet: CallSheet, run: RunSheet) -> None:
    """The minutes gone and the part that runs; nothing before the clock is started."""
    started = sheet.call.started_at
    if started is not None:
        gone = max(0.0, (datetime.now(UTC) - started).total_seconds())
        parts = [{"end": part.end, "title": part.title} for part in run.parts]
        clock(gone, parts, run.minutes, sheet.call.id)


def _start(sheet: CallSheet, *, again: bool) -> None:
    try:
        sheet.show(sheet.store.desk.calls.start_clock(sheet.call.id, sheet.who, again=again))
    except NotSaved as fault:
        st.markdown(f":red[The clock was not started. {escape(fault)}]")
        return
    st.rerun()
