"""Words beside the questions that an answer changes, such as how many questions are answered.

They are drawn with the page, and again when a question has been drawn by itself (`ui.alone`).
"""

from collections.abc import Callable

import streamlit as st

from ui.streamlit_parts import outside_fragment
from ui.visit import Live, Visit


def draw(visit: Visit, name: str, words: Callable[[], str]) -> None:
    """Draw `words`, which is HTML, here; `name` is its own on this page."""
    html = words()
    visit.live[name] = Live(st.html(html), words, html)


def draw_again(visit: Visit) -> None:
    """Draw what has changed since it was drawn, each in its place."""
    for each in visit.live.values():
        html = each.words()
        if html != each.html:
            replace(each, html)


def replace(live: Live, html: str) -> None:
    """Draw `html` in the place of what stands there."""
    with outside_fragment():
        live.place.html(html)
    live.html = html
