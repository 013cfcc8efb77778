"""What stands beside every page: the parts with their state, the private link, ways to leave."""

import streamlit as st

from ui import navigation, private_link
from ui.parts import Part, parts_of
from ui.visit import Current, Visit


def draw(visit: Visit) -> None:
    """The sidebar of an open assessment."""
    with st.sidebar:
        with st.container(key="name"):
            navigation.link("welcome", "Ownership, Resourcing, Review")
        draw_parts(visit.current, "parts")
        private_link.draw_finish_later(visit)
        with st.container(key="apart", gap=None):
            for key in ("about", "delete"):
                if key in navigation.PAGES:
                    navigation.link(key)


def draw_parts(current: Current, key: str) -> None:
    """The parts with their state by shape and word, then the check and the result."""
    with st.container(key=key, gap=None):
        for part in parts_of(current):
            with st.container(key=f"{key}-{part.state.replace(' ', '-')}-{part.key}"):
                navigation.link(part.key, _label(part))
        for after in ("check", "result"):
            navigation.link(after)


def _label(part: Part) -> str:
    name = navigation.PAGES[part.key].name
    progress = f"{part.answered} of {part.asked}" if part.state == "part-way" else part.state
    return f"{name} :small[{progress}]"
