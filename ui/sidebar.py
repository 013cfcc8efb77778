"""What stands beside every page: the parts with their state, the private link, ways to leave."""

import streamlit as st

from ui import navigation, private_link
from ui.parts import Part, parts_of
from ui.visit import Visit


def draw(visit: Visit) -> None:
    """The sidebar of an open assessment."""
    with st.sidebar:
        with st.container(key="name"):
            navigation.link("welcome", "Ownership, Resourcing, Review")
        with st.container(key="parts", gap=None):
            for part in parts_of(visit.current):
                with st.container(key=f"state-{part.state.replace(' ', '-')}-{part.key}"):
                    navigation.link(part.key, _label(part))
            for key in ("check", "result"):
                navigation.link(key)
        private_link.draw_finish_later(visit)
        with st.container(key="apart", gap=None):
            for key in ("about", "delete"):
                if key in navigation.PAGES:
                    navigation.link(key)


def _label(part: Part) -> str:
    name = navigation.PAGES[part.key].name
    progress = f"{part.answered} of {part.asked}" if part.state == "part-way" else part.state
    return f"{name} :small[{progress}]"
