"""Ninth block: what can be taken along, and deleting the answers."""

from typing import Final

import streamlit as st

from scoring.answer_file import write_answer_file
from scoring.export.tables import findings_csv, plan_csv
from scoring.scorecard import Scorecard
from storage import Deleted, StoreFault
from ui import navigation, session
from ui.escape import escape
from ui.result.layout import finding

CSV: Final = "text/csv"
JSON: Final = "application/json"


def draw(current: session.Current, card: Scorecard) -> Deleted | None:
    """Files to download, and *Delete my answers*; what was deleted, once that has happened."""
    finding("Your result is yours: take it along, or delete it")
    files(card)
    return _delete(current)


def files(card: Scorecard) -> None:
    """The answer file and two tables, made now, so that a click cannot come too late."""
    st.markdown("The answer file holds everything you answered; it can be opened here again.")
    with st.container(horizontal=True):
        answers = write_answer_file(card.assessment, card.bank).encode()
        st.download_button(
            "Answer file (JSON)", answers, "answers.json", JSON, key="answers", on_click="ignore"
        )
        st.download_button(
            "Findings (CSV)",
            findings_csv(card),
            "findings.csv",
            CSV,
            key="findings",
            on_click="ignore",
        )
        st.download_button(
            "Plan (CSV)", plan_csv(card), "plan.csv", CSV, key="plan", on_click="ignore"
        )


def _delete(current: session.Current) -> Deleted | None:
    """Two steps: say so, then do it."""
    name = current.record.id
    with st.expander("Delete my answers"):
        st.markdown(
            "This deletes every answer, note and result under your private link, at once. "
            "It cannot be undone. Files you downloaded stay with you."
        )
        sure = st.checkbox("Yes, delete everything", key=f"sure:{name}")
        if not st.button("Delete my answers", key=f"delete:{name}", disabled=not sure):
            return None
        try:
            gone = session.store().delete(name)
        except StoreFault as fault:
            st.error(f"Nothing was deleted. {escape(fault.reason)}")
            return None
    session.forget()
    st.query_params.clear()
    return gone


def farewell(gone: Deleted) -> None:
    """What was deleted; it takes the place of the whole result."""
    st.title("Your answers are deleted", anchor=False)
    st.markdown(
        f"Deleted: {_several(gone.fields, 'answer and fact', 'answers and facts')}, "
        f"{_several(gone.events, 'saved change')} and {_several(gone.snapshots, 'kept result')}. "
        "Your private link leads nowhere now."
    )
    if not gone.scrubbed:
        st.markdown(
            "Somebody was reading at that moment, so a trace may stand in the store’s files for a "
            "short while. It is wiped the next time the store is checked."
        )
    navigation.link("welcome", "Go to the start page")


def _several(number: int, one: str, many: str = "") -> str:
    return f"{number} {one if number == 1 else many or one + 's'}"
