"""Brief: what a consultant reads in five minutes before a call, on one page."""

import streamlit as st

from discovery.brief import make_brief
from ui.workspace import brief, deleting, opened, ways

found = opened.require("brief")
package = found.shared.package
ways.draw_title("Brief", found.shared)
share = found.shared.id
st.html(
    f'<p class="files">{ways.link("call", "Start the call", share)} '
    f"{ways.file_link(f'{share}/brief.pdf', 'Brief as PDF')} "
    f"{ways.file_link(f'{share}.json', 'All of it as JSON')}</p>"
)
brief.draw(make_brief(found.card, notes=package.notes, owners=package.owners), found.card)
deleting.draw(found)
