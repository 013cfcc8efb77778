"""The top of every screen of the way: where it stands, its one title, what was left open."""

from typing import Final

import streamlit as st

from ui import live, session
from ui.address import PAGES
from ui.escape import as_html, escape
from ui.parts import WAY, parts_of
from ui.visit import Visit

WAY_SO_FAR: Final = "way"
"""The name of the words that say how much of a part is answered."""


def draw(key: str, title: str, eyebrow: str = "") -> None:
    """Draw the top of a screen of the part `key`; `title` is shown literally."""
    visit = session.here()
    live.draw(visit, WAY_SO_FAR, lambda: _way(visit, key, eyebrow))
    st.title(escape(title), anchor=False)
    left = visit.left_open
    if left is not None:
        opened = "One question is" if left.count == 1 else f"{left.count} questions are"
        st.html(f'<p class="left-open">{opened} open on the screen before. {left.cost}</p>')


def _way(visit: Visit, key: str, eyebrow: str) -> str:
    told = {part.key: f"{part.answered} of {part.asked}" for part in parts_of(visit.current)}
    place = f"Part {WAY.index(key) + 1} of {len(WAY)}: <b>{PAGES[key].name}</b>"
    count = f"<span>{told[key]} answered</span>" if key in told else ""
    above = f'<p class="eyebrow">{as_html(eyebrow)}</p>' if eyebrow else ""
    return f'<p class="way">{place}{count}</p>{above}'
