"""A few more facts: the rest of the profile, and what has grown in two years."""

import streamlit as st

from ui import bottom_bar, heading, parts, profile_questions, session

current = session.require()
profile = current.bank.profile

heading.draw("facts", "A few more facts")
st.markdown("They help to read the result. Leave open what you do not want to tell.")
for field in profile.fields:
    if not field.early and field.id not in parts.ON_HURTS:
        profile_questions.ask(field)
profile_questions.ask_change(current.bank)
bottom_bar.draw("facts")
