"""Recap: what was said on the call, as text to copy and on paper; a person sends it."""

import streamlit as st

from ui import autosave
from ui.workspace import calling, opened, recaps, ways

found = opened.require("recap")
sheet = calling.require(found)
ways.draw_title("Recap", found.shared)
st.markdown("Nothing is sent from here. Read it, copy it, and send it yourself within two hours.")
recaps.draw(found, sheet)
pdf = ways.file_link(f"{found.shared.id}/recap.pdf?call={sheet.call.id}", "Recap as PDF")
st.html(f'<p class="files">{pdf}</p>')
calling.draw_bar(sheet)
autosave.settle(sheet)
