"""What calls say about the questions: which lines nobody chooses, how far ratings agree."""

import streamlit as st

from storage import StoreFault
from ui import consultant, plain_pages, question_bank, session
from ui.workspace import counted, ways

who = consultant.require("calls-say")
ways.draw("calls-say", who)
st.title("What calls say about the questions", anchor=False)
file = question_bank.current()
if isinstance(file, question_bank.BankTrouble):
    st.markdown("The question bank cannot be used at the moment.")
    st.stop()
st.markdown(
    "This is about the questions, for whoever writes them. It compares no company with another."
)
try:
    found = counted.count(session.store().desk.workspace, file.bank)
except StoreFault as fault:
    plain_pages.not_readable(fault)
    st.stop()
counted.draw(file.bank, found)
