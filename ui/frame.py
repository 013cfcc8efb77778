"""The frame around every page: it runs first on each visit and each click, then runs the page."""

import streamlit as st

from storage import StoreFault
from ui import (
    address,
    autosave,
    brand_file,
    brand_marks,
    consultant,
    look,
    navigation,
    plain_pages,
    session,
    sidebar,
)
from ui.components import keeper
from ui.workspace import calling, ways

brand = brand_file.current()
try:
    visit = session.visit()
except StoreFault:
    visit = None  # the page says so itself
if visit is not None and not autosave.begin(visit):
    visit = None  # deleted in another tab, just now
calling.begin()

# An emoji icon is part of the page; a Material icon in the tab would come from an outside host.
st.set_page_config(page_icon="🧭", layout="centered")
# Hidden, because the built-in menu drops the private link from the address (decision 004).
page = st.navigation([place.page() for place in address.places()], position="hidden")
look.draw()
if isinstance(brand, brand_file.BrandTrouble):
    plain_pages.broken_brand(brand)
    st.stop()
if page.url_path in address.DESK:
    consultant.require(page.url_path)  # the page asks again; this is the outer door
    visit = None
if visit is not None:
    visit.live.clear()
if visit is not None:
    sidebar.draw(visit, page.url_path or "welcome")
with brand_marks.above_the_footer():
    page.run()

sheet = session.open_sheet()
if sheet is not None:
    autosave.settle(sheet)
visit = session.known()
wanted = keeper(
    screen=f"{page.url_path}:{st.query_params.get(address.STEP, '1')}",
    turn=sheet.turn if sheet else 0,
    epoch=sheet.tab.epoch if sheet else None,
    language=visit.current.bank.about.language if visit else "en",
    unsaved=bool(sheet and sheet.waiting),
)
if wanted is not None and wanted in address.PAGES:
    navigation.go(wanted)
if wanted is not None and page.url_path in address.DESK and ways.leads_somewhere(wanted):
    ways.go(wanted)
