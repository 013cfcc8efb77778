"""What stands beside every page: the parts with their state, the private link, ways to leave."""

import streamlit as st

from ui import navigation, private_link
from ui.parts import Part, parts_of
from ui.visit import Visit


def draw(visit: Visit | None) -> None:
    """The sidebar; without an assessment, only the start page and the page about the diagnostic."""
    with st.sidebar:
        with st.container(key="name"):
            navigation.link("welcome", "Ownership, Resourcing, Review")
        if visit is not None:
            with st.container(key="parts", gap=None):
                for part in parts_of(visit.current):
                    with st.container(key=f"state-{part.state.replace(' ', '-')}-{part.key}"):
                        navigation.link(part.key, _label(part))
                navigation.link("check")
                if "result" in navigation.PAGES:
                    navigation.link("result")
            private_link.draw_finish_later(visit)
        with st.container(key="apart", gap=None):
            if "about" in navigation.PAGES:
                navigation.link("about")
            if visit is not None:
                navigation.link("delete")


def _label(part: Part) -> str:
    name = navigation.PAGES[part.key].name
    progress = f"{part.answered} of {part.asked}" if part.state == "part-way" else part.state
    return f"{name} :small[{progress}]"
