"""Shared assessments: what is due, the table, its exports, and an assessment begun on a call."""

import streamlit as st

from storage import StoreFault
from ui import consultant, plain_pages, question_bank, session
from ui.workspace import deleting, due, facilitated, table, ways

who = consultant.require("shared")
ways.draw("shared", who)
try:
    lines = session.store().desk.workspace.listed()
    steps = session.store().desk.steps.open()
except StoreFault as fault:
    plain_pages.not_readable(fault)
    st.stop()

st.title("Shared assessments", anchor=False)
deleting.draw_word()
file = question_bank.current()
bank = None if isinstance(file, question_bank.BankTrouble) else file.bank
if lines:
    due.draw(steps)
    st.header("All that is shared now", anchor=False)
    kept = table.found(lines, table.ask(lines))
    st.markdown(f"**{len(kept)}** of {len(lines)} shared.")
    if kept:
        table.draw(kept, bank)
    csv = ways.file_link("shared.csv", "All as CSV")
    json = ways.file_link("shared.json", "All as JSON")
    st.html(f'<p class="files">{csv} {json}</p>')
else:
    st.markdown(
        "Nobody has shared anything yet. What a respondent shares stands here at once, and "
        "nothing else does."
    )
facilitated.draw(who)
