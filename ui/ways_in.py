"""The doors of the start page: start, continue with the private link, open an answer file."""

from collections.abc import Mapping
from typing import Final
from urllib.parse import parse_qs, urlsplit

import streamlit as st

from access.rates import TooMany, rates
from scoring.answer_file import BrokenAnswerFile, read_answer_file
from scoring.json_document import MOST_BYTES
from storage import Json, StoreFault
from storage.field_names import PLACE
from storage.fields import fields_of
from ui import navigation, parts, session, sidebar
from ui.address import LINK, PAGES
from ui.escape import escape
from ui.private_link import draw_link
from ui.question_bank import BankFile
from ui.visit import Current

LONGEST_LINK: Final = 2000
COUNTED: Final = "answer-file:counted"
"""Under this name stands which file was counted last: every click reads it again."""


def draw_start(file: BankFile) -> None:
    """Start a new assessment."""
    if st.button("Start", type="primary", key="start"):
        _begin(file, {}, "about_you")


def draw_continue() -> None:
    """Open the assessment behind a private link that is pasted in."""
    st.header("Continue", anchor=False)
    st.markdown("Open your private link, or paste it here.")
    with st.form("continue", border=False):
        pasted = st.text_input("Your private link", max_chars=LONGEST_LINK, key="pasted")
        if st.form_submit_button("Continue", key="continue-button"):
            token = token_in(pasted)
            if not token:
                st.markdown(":red[That does not look like a private link.]")
            elif _opens(token):
                st.switch_page(PAGES["welcome"].page(), query_params={LINK: token})
            else:
                session.slow_down()
                st.markdown(":red[There is nothing behind this link. Is its end missing?]")


def draw_open_file(file: BankFile) -> None:
    """Open an answer file as a new assessment; the file itself is not kept."""
    st.header("Open an answer file", anchor=False)
    st.markdown("Saved your answers as a file? Open it as a new assessment with a link of its own.")
    uploaded = st.file_uploader("An answer file (JSON)", type="json", key="answer-file")
    if uploaded is None:
        return
    try:
        _count(uploaded.file_id)
        answers = read_answer_file(uploaded.getvalue()[: MOST_BYTES + 1], file.bank)
    except TooMany as told:
        st.markdown(f":red[{escape(told)}]")
        return
    except BrokenAnswerFile as broken:
        st.markdown(
            "**This file cannot be opened yet.** Nothing was stored, and the file is as it was."
        )
        for problem in broken.problems:
            st.text(str(problem))
        return
    if st.button("Open these answers", type="primary", key="open-file"):
        _begin(file, fields_of(answers.assessment), "check")


def draw_way_on(current: Current) -> None:
    """The way on for somebody who is back: where they left, and every part with its state."""
    st.markdown("Your answers are here. Go on where you were, or open any part.")
    key, step = _left_at(current)
    with st.container(key="way-on"):
        navigation.link(key, f"Continue: {PAGES[key].name}", step)
    visit = session.known()
    if visit is not None:
        sidebar.draw_parts(visit)
        draw_link(visit, "way-on-link")


def token_in(pasted: str) -> str | None:
    """The token in a private link, or in what is left of one."""
    text = pasted.strip()[:LONGEST_LINK]
    try:
        named = parse_qs(urlsplit(text).query).get(LINK, [])
    except ValueError:
        return None
    if named:
        return named[0]
    return text if text and not set(text) & set("/?=& ") else None


def _left_at(current: Current) -> tuple[str, int | None]:
    key, _, step = str(current.record.fields.get(PLACE) or "").partition(":")
    if key not in parts.WAY:
        return parts.WAY[0], None
    return key, int(step) if step.isascii() and step.isdecimal() else None


def _opens(token: str) -> bool:
    try:
        return session.store().open(token) is not None
    except StoreFault as fault:
        st.markdown(f":red[{escape(fault)}]")
        return False


def _count(file_id: str) -> None:
    """Count a file once. Raises `TooMany`."""
    if session.word(COUNTED) != file_id:
        rates().count("import", session.visitor_address(), session.name())
        session.leave_word(COUNTED, file_id)


def _begin(file: BankFile, fields: Mapping[str, Json], key: str) -> None:
    try:
        session.start(file, fields, key)
    except TooMany as told:
        st.markdown(f":red[{escape(told)}]")
    except StoreFault as fault:
        st.markdown(f":red[This could not be stored, so nothing was begun. {escape(fault)}]")
