"""From page to page: links that keep the private link, and going somewhere.

Streamlit's own menu drops the query, and with it the private link (docs/decisions/004); so every
link is drawn by `link`, which carries it along.
"""

from typing import NoReturn

import streamlit as st

from ui import session
from ui.address import LINK, PAGES, STEP, TAB

__all__ = ["PAGES", "go", "link", "query"]


def query(step: int | None = None) -> dict[str, str]:
    """The query that keeps the private link and this tab's number, at `step` if one is given."""
    visit = session.known()
    if visit is None:
        return {}
    kept = {LINK: visit.current.token, TAB: str(visit.tab.epoch)}
    return kept | ({STEP: str(step)} if step else {})


def link(key: str, label: str | None = None, step: int | None = None) -> None:
    """Draw a link to the page `key` that keeps the private link."""
    place = PAGES[key]
    st.page_link(place.page(), label=label or place.name, query_params=query(step))


def go(key: str, step: int | None = None) -> NoReturn:
    """Leave for the page `key`, at `step` if one is given."""
    st.switch_page(PAGES[key].page(), query_params=query(step))
