"""The other peer of `bench_answers.py`: the same screens in plain Streamlit, saved nowhere.

The welcome, *About you* and the first screen of questions, with the same widgets and with
Streamlit's own links to all pages; the other pages are empty. Nothing is styled.
"""

import sys
from pathlib import Path

import streamlit as st

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bank import load
from bank.model import Bank


@st.cache_resource
def bank() -> Bank:
    """The question bank, read once."""
    return load(Path(__file__).resolve().parent.parent.joinpath("questions.yaml").read_bytes(), "")


def welcome() -> None:
    """What this is, and the ways in."""
    st.title("Would your team carry out its next strategy?")
    st.markdown("A self-assessment for marketing leaders.")
    if st.button("Start", type="primary"):
        st.switch_page(PAGES["about_you"])
    with st.form("continue"):
        st.text_input("Your private link")
        st.form_submit_button("Continue")
    st.file_uploader("An answer file (JSON)", type="json")


def about_you() -> None:
    """Four easy questions."""
    st.title("About you")
    for field in bank().profile.fields:
        if field.early and field.kind == "count":
            st.number_input(field.question, min_value=0, step=1, value=None, key=field.id)
        elif field.early:
            st.radio(field.question, [each.text for each in field.choices], None, key=field.id)
    turn()


def questions() -> None:
    """Two questions, each with room for a note."""
    first = bank().capabilities[0]
    st.title(first.name)
    st.markdown(first.question)
    for item in (each for each in bank().items if each.capability == first.id):
        answers = [*(each.text for each in item.options), bank().scale.unknown]
        if item.na is not None:
            answers.append(bank().scale.not_applicable)
        st.radio(item.stem, answers, index=None, key=item.id)
        with st.expander("Add a note"):
            st.text_area("Add a note", key=f"note-{item.id}", label_visibility="collapsed")
    turn()


def turn() -> None:
    """To the page before and after."""
    back, ahead = st.columns(2)
    back.button("Back")
    ahead.button("Next", type="primary")


def later() -> None:
    """A page that the benchmark does not open."""


EMPTY = ("priorities", "money", "hurts", "facts", "check", "result", "share", "about", "delete")
PAGES = {each.__name__: st.Page(each) for each in (welcome, about_you, questions)}
PAGES |= {name: st.Page(later, title=name, url_path=name) for name in EMPTY}

page = st.navigation(list(PAGES.values()), position="hidden")
with st.sidebar:
    for place in PAGES.values():
        st.page_link(place)
    with st.popover("Finish later"):
        st.markdown("Copy the address of this page.")
page.run()
