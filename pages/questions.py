"""Questions: twelve screens of two items, one capability each."""

import streamlit as st

from ui import anchored, bottom_bar, heading, session
from ui.address import step_of

current = session.require()
bank = current.bank
step = step_of(len(bank.capabilities))
screen = anchored.screen_of(bank, step)

heading.draw("questions", screen.capability.name, screen.place)
st.markdown(screen.capability.question)
anchored.draw_instruction(bank)
for item in screen.items:
    anchored.ask_item(current, item)
bottom_bar.draw("questions", step, len(bank.capabilities), screen.fields, bank.scale.skipped)
