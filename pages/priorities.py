"""Priorities: two or three in the respondent's own words, then one screen for each of them."""

import streamlit as st

from scoring.assessment import MOST_NAME
from ui import asking, bottom_bar, heading, parts, session, split, trace_questions
from ui.address import step_of

current = session.require()
visit, bank = session.here(), current.bank
slots = parts.named_slots(current.record.fields, bank)
names = split.priority_names(visit, slots)
last = 1 + len(slots)
step = step_of(last)

if step == 1:
    heading.draw("priorities", "Your priorities")
    st.markdown(f"{bank.trace.prompt} Code names are fine.")
    for slot in range(bank.trace.most):
        asking.line(f"priority:{slot}:name", f"Priority {slot + 1}", MOST_NAME)
    if slots:
        split.ask_weights(bank, slots, names)
    asked = []
else:
    slot = slots[step - 2]
    heading.draw("priorities", names[step - 2], f"Priority {step - 1} of {len(slots)}")
    trace_questions.ask_trace(bank, slot)
    trace_questions.ask_sentence(bank, slot)
    asked = trace_questions.asked(visit, bank, slot)
bottom_bar.draw("priorities", step, last, asked, trace_questions.SKIPPED)
