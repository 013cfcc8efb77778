"""About you: the few facts that the questions need, asked before them."""

import streamlit as st

from ui import bottom_bar, heading, profile_questions, session

current = session.require()

heading.draw("about_you", "About you")
st.markdown("Four easy ones first. Leave open what you do not want to tell.")
for field in current.bank.profile.fields:
    if field.early:
        profile_questions.ask(field)
bottom_bar.draw("about_you")
