"""The frame around every page: it runs first on each visit and each click, then runs the page."""

from pathlib import Path

import streamlit as st

PAGES = Path(__file__).resolve().parent.parent / "pages"

# An emoji icon is part of the page; a Material icon in the tab would come from an outside host.
st.set_page_config(page_title="Ownership, Resourcing, Review", page_icon="🧭", layout="centered")

# Hidden, because the built-in menu drops the private link from the address (decision 004).
page = st.navigation(
    [st.Page(PAGES / "welcome.py", title="Ownership, Resourcing, Review", default=True)],
    position="hidden",
)
page.run()
