"""Share with a consultant: exactly what would be sent, or was; nothing goes without a click."""

import streamlit as st

from storage import StoreFault
from ui import brand_marks, navigation, session
from ui.escape import as_html, escape
from ui.sharing import form, offer, shared

current = session.require()
visit, card = session.here(), session.scorecard(current)
offered = offer.offer()
firm = offered.firm if isinstance(offered, offer.Offer) else ""

trouble, begun = "", None
try:
    visit.sharing.known = session.store().desk.sharing.read(current.record.id)
    begun = session.store().desk.sharing.facilitation(current.record.id)
except StoreFault as fault:
    trouble = str(fault)
known, reachable = visit.sharing.known, not trouble

title = "Shared" if known else "Share"
st.title(f"{title} with {escape(firm)}" if firm else f"{title} with a consultant", anchor=False)
word = session.take_word(form.WORD)
if word is not None:
    st.html(f'<p class="left-open" role="status">{as_html(word)}</p>')
if not reachable:
    form.said(f"Sharing has to wait. {trouble} What you typed stays on this page.")
shared.draw_begun(begun)
if known is not None:
    shared.draw(card, known, offered, reachable=reachable)
elif isinstance(offered, str):
    st.markdown(offered)
else:
    st.markdown(
        "Nothing reaches anybody until you press the button at the end of this page. Until then "
        "nobody but you can see any of it."
    )
    form.draw(card, offered, reachable=reachable)
brand_marks.draw_booking()
navigation.link("result")
