"""An assessment that a consultant begins on a call, and hands over by its private link."""

from typing import Final

import streamlit as st

from storage import StoreFault
from ui import consultant, question_bank, session
from ui.address import DESK, LINK, PAGES
from ui.components import copy_field
from ui.consultant import Consultant
from ui.escape import as_html, escape

BEGUN: Final = "facilitated"


def draw(who: Consultant) -> None:
    """The button that begins one; then its link, until it was handed over."""
    st.header("Answer together on a call", anchor=False)
    st.markdown(
        "Nothing was answered before? Begin an assessment here and fill it in together. It belongs "
        "to the respondent: you see nothing of it in this workspace until it is shared with you."
    )
    token = session.word(BEGUN)
    if token is None:
        if st.button("Begin an assessment", key="facilitate"):
            _begin(who)
        return
    copy_field(f"?{LINK}={token}", [*PAGES, *DESK], "The respondent’s private link", "handed")
    st.html(
        f'<p><a class="sign-in" href="./about_you?{LINK}={as_html(token)}" target="_blank" '
        'rel="noopener">Open the questions in a new tab</a></p>'
    )
    st.markdown("Give the respondent this link. Whoever has it can read and change the answers.")
    if st.button("I have handed it over", key="handed-over"):
        _hand_over(token)


def _begin(who: Consultant) -> None:
    file = question_bank.current()
    if isinstance(file, question_bank.BankTrouble):
        st.markdown(":red[The question bank cannot be used, so nothing was begun.]")
        return
    try:
        started = session.store().start(file.text, file.bank)
        session.store().desk.sharing.facilitate(started.record.id, who.identity)
    except StoreFault as fault:
        st.markdown(f":red[This could not be stored, so nothing was begun. {escape(fault)}]")
        return
    session.leave_word(BEGUN, started.token)
    st.rerun()


def _hand_over(token: str) -> None:
    consultant.require()
    try:
        record = session.store().open(token)
        if record is not None:
            session.store().desk.sharing.hand_over(record.id)
    except StoreFault as fault:
        st.markdown(f":red[This could not be noted. {escape(fault)}]")
        return
    session.take_word(BEGUN)
    st.rerun()
