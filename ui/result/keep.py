"""Ninth block: what can be taken along, and the way to delete everything."""

from typing import Final

import streamlit as st

from scoring.answer_file import write_answer_file
from scoring.export.tables import findings_csv, plan_csv
from scoring.scorecard import Scorecard
from ui import navigation
from ui.result.layout import finding
from ui.sharing import offer

CSV: Final = "text/csv"
JSON: Final = "application/json"


def draw(card: Scorecard, token: str) -> None:
    """The PDF, made when it is asked for; files made now; *Share* and *Delete my answers*."""
    finding("Your result is yours: take it along, or delete it")
    _draw_paper(token)
    st.markdown(
        "The answer file holds everything you answered and can be opened here again. The two "
        "tables open in any spreadsheet."
    )
    with st.container(horizontal=True):
        for key, label, content, name, kind in (
            ("answers", "Answer file (JSON)", _answers(card), "answers.json", JSON),
            ("findings", "Findings (CSV)", findings_csv(card), "findings.csv", CSV),
            ("plan", "Plan (CSV)", plan_csv(card), "plan.csv", CSV),
        ):
            st.download_button(label, content, name, kind, key=f"file:{key}", on_click="ignore")
    if offer.is_open():
        navigation.link("share", "Share with a consultant")
    else:
        st.caption(offer.NOBODY)
    navigation.link("delete", "Delete my answers")


def _draw_paper(token: str) -> None:
    """The link to the PDF, which is made when it is opened and does not hold the private link."""
    st.markdown(
        "The scorecard as a PDF says all of this on paper, page 1 for a reader in a hurry. It does "
        "not hold your private link, so you can forward it."
    )
    inside = st.checkbox("Put my answer file inside the PDF", key="attach")
    query = "?attach=1" if inside else ""
    st.link_button("PDF scorecard", f"./scorecard/{token}.pdf{query}", type="primary")


def _answers(card: Scorecard) -> bytes:
    return write_answer_file(card.assessment, card.bank).encode()
