"""What hurts: sixteen things to tap through, then what was blamed and what was tried."""

from functools import partial

import streamlit as st

from ui import alone, asking, bottom_bar, heading, parts, profile_questions, session

current = session.require()
symptoms, profile = current.bank.symptoms, current.bank.profile

heading.draw("hurts", "What hurts")
st.markdown(symptoms.prompt)
answers = dict(enumerate(symptoms.answers))
for symptom in symptoms.checklist:
    alone.draw(partial(asking.taps, f"symptom:{symptom.id}", symptom.text, answers))
for field in (each for key in parts.ON_HURTS for each in profile.fields if each.id == key):
    profile_questions.ask(field)
bottom_bar.draw("hurts")
