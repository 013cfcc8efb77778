"""Money: how it is split over the priorities, beside what was said about their importance."""

import streamlit as st

from ui import autosave, bottom_bar, heading, navigation, parts, session, split

current = session.require()
visit, bank, card = session.here(), current.bank, session.scorecard(current)
slots = parts.named_slots(current.record.fields, bank)
basis = "time" if visit.stored("budget:basis") == "time" else "money"
known = visit.stored("budget:known") is not False

heading.draw("money", "Money" if basis == "money" else "Team time")
st.markdown(bank.budget.prompt if basis == "money" else bank.budget.prompt_time)
changes = {}
if not slots:
    navigation.link("priorities", "Name your priorities")
if slots and known:
    split.ask_money(bank, slots, split.priority_names(visit, slots))
with st.container(horizontal=True):
    label = bank.budget.unknown if known else "I can give the split after all"
    if st.button(label, key=visit.key("known")):
        changes = {"budget:known": not known}
    label = bank.budget.use_time if basis == "money" else "Use money instead"
    if st.button(label, key=visit.key("basis")):
        changes = {"budget:basis": "time" if basis == "money" else "money"}
split.draw_notes(bank, card.alignment)
split.draw_picture(card, basis)
if changes:
    autosave.settle(visit)
    autosave.put(visit, changes)
bottom_bar.draw("money")
