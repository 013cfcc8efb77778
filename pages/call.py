"""Call: the half hour with a clock, five answers confirmed or revised, and how it ended."""

import streamlit as st

from discovery.run_sheet import make_run_sheet
from ui import autosave
from ui.escape import escape
from ui.workspace import calling, clock, next_steps, opened, parts, ways

found = opened.require("call")
sheet = calling.require(found)
priorities = len(found.card.trace.priorities)
walked = sheet.stored("priority")
known = isinstance(walked, int) and walked < priorities
run = make_run_sheet(found.card, walked if known else None)

ways.draw_title("Call", found.shared)
clock.draw_start(sheet)
st.markdown(escape(run.before))
parts.draw(run, found.card, sheet)
next_steps.draw(sheet)
calling.draw_ways_on(sheet)
calling.draw_bar(sheet, run)
autosave.settle(sheet)
