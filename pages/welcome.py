"""Welcome: what this is, what it takes, what happens to answers; three ways in, or the way on."""

import streamlit as st

from ui import brand_marks, plain_pages, question_bank, session, ways_in

file = question_bank.current()
if isinstance(file, question_bank.BankTrouble):
    plain_pages.broken_bank(file)
    st.stop()

here = session.current_or_plain()
brand_marks.draw_head()
st.html('<p class="eyebrow">Ownership · Resourcing · Review</p>')
if here is not None:
    st.title("Welcome back", anchor=False)
    ways_in.draw_way_on(here)
    st.stop()

st.title("Would your team carry out its next strategy?", anchor=False)
st.markdown(
    "A self-assessment for marketing leaders. Take it before you commission another strategy: "
    "it shows what would hold the work up, and what to put in place first."
)
ways_in.draw_start(file)

takes, kept = st.columns(2, gap="large")
with takes:
    st.header("What it takes", anchor=False)
    st.markdown(
        "About ten minutes: twenty-four questions about how work runs today, then two or three of "
        "your own priorities, traced from the plan to the money. You can stop and come back."
    )
with kept:
    st.header("What happens to answers", anchor=False)
    st.markdown(
        "No name and no e-mail address; the full result needs neither. Answers are stored under a "
        "private link that only you have. Nobody reads them until you share them, and you can "
        "delete them at any time."
    )
st.header("What comes after the questions", anchor=False)
st.markdown(
    "After these questions we ask you to show five of the answers at work in your own priorities."
)

ways_in.draw_continue()
ways_in.draw_open_file(file)
st.caption(
    "A result is one person’s account. It is not a test, an audit, a forecast of revenue or a "
    "judgement of a person. The useful part is the list of things to work on."
)
