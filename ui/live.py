"""Words beside the questions that an answer changes, such as how many questions are answered.

They are drawn with the page, and again when a question has been drawn by itself (`ui.alone`).
"""

from collections.abc import Callable

import streamlit as st

from ui.streamlit_parts import outside_fragment
from ui.visit import Live, Sheet


def draw(visit: Sheet, name: str, words: Callable[[], str]) -> None:
    """Draw `words`, which is HTML, here; `name` is its own on this page."""
    visit.live[name] = Live(st.html(words()), words)


def draw_again(visit: Sheet, *names: str) -> None:
    """Draw the words of these names anew, each in its place, if they are on this page."""
    with outside_fragment():
        for live in (visit.live[name] for name in names if name in visit.live):
            live.place.html(live.words())
