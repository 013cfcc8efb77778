"""The private link: shown, copied with one click, and the way to finish later."""

import streamlit as st

from ui.address import LINK, PAGES
from ui.components import copy_field
from ui.visit import Visit


def draw_finish_later(visit: Visit) -> None:
    """A small window with the private link and what to know about it."""
    window = st.popover("Finish later", width="stretch", key="finish-later", on_change="rerun")
    if not window.open:
        return
    with window:
        draw_link(visit, "later-link")
        st.markdown(
            "Your answers are saved. Keep this link: it opens them on any device, and nobody can "
            "find it for you again. Whoever has it can read and change the answers."
        )


def draw_link(visit: Visit, key: str) -> None:
    """The private link with a button that copies it."""
    path = f"?{LINK}={visit.current.token}"
    copy_field(path, list(PAGES), "Your private link", key)
