"""A question that is drawn again by itself: a click in it leaves the rest of the page as it is.

See docs/decisions/011-draw-a-question-by-itself.md: what is saved, and when, is not different.
"""

from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st

from ui import autosave, bottom_bar, heading, live, session, sidebar


@dataclass(slots=True)
class _Drawing:
    """Whether a question was drawn with its page; each later drawing is one by itself."""

    done: bool = False


def draw(question: Callable[[], object]) -> None:
    """Draw `question`, whose answer changes nothing else on the page but how many are answered."""
    _draw(question, _Drawing())


@st.fragment
def _draw(question: Callable[[], object], drawing: _Drawing) -> None:
    if not drawing.done:
        drawing.done = True
        question()
        return
    visit = session.known()
    answered = visit.fields.keys() if visit else None
    if visit is None or not autosave.begin_alone(visit):
        st.rerun()  # there is more to say than fits beside one question
    question()
    if not autosave.settled_alone(visit):
        st.rerun()
    live.draw_again(visit, bottom_bar.SAVED)
    if visit.fields.keys() != answered:
        live.draw_again(visit, heading.WAY_SO_FAR, sidebar.PARTS)
