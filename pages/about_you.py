"""About you: the few facts that the questions need, asked before them."""

import streamlit as st

from ui import bottom_bar, parts, profile_questions, session

current = session.require()

st.title("About you", anchor=False)
st.markdown("Four easy ones first. Leave open what you do not want to tell.")
for field in current.bank.profile.fields:
    if field.early:
        profile_questions.ask(field)
bottom_bar.draw("about_you", asked=parts.early_fields(current.bank))
