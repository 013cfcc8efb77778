"""Welcome: what this is, what it takes, and what happens to answers. Asks for nothing."""

import streamlit as st

st.caption("OWNERSHIP · RESOURCING · REVIEW")
st.title("Would your team carry out its next strategy?", anchor=False)
st.markdown(
    "A self-assessment for marketing leaders. Take it before you commission another strategy: "
    "it shows what would hold the work up, and what to put in place first."
)

st.divider()
dimensions = (
    ("Ownership", "Who answers for each result, and can they act?"),
    ("Resourcing", "Do money, people and order follow the priorities?"),
    ("Review", "Does looking at results change anything?"),
)
for column, (name, question) in zip(st.columns(3, gap="medium"), dimensions, strict=True):
    column.header(name, anchor=False)
    column.markdown(question)
st.divider()

takes, asks = st.columns(2, gap="medium")
with takes:
    st.header("What it takes", anchor=False)
    st.markdown(
        "About ten minutes: twenty-four questions about how work runs today, then two or three of "
        "your own priorities, traced from the plan to the money."
    )
with asks:
    st.header("What it asks about you", anchor=False)
    st.markdown(
        "No name and no e-mail address; the full result needs neither. Only a few facts about "
        "the team, such as its size. Nobody else reads your answers until you share them."
    )

st.header("What comes after the questions", anchor=False)
st.markdown(
    "After these questions we ask you to show five of the answers at work in your own priorities."
)

st.space("small")
st.info(
    "The questionnaire opens here soon. Scoring already works from the shell: "
    "`python -m scoring FILE`"
)
st.caption(
    "A result is one person’s account. It is not a test, an audit, a forecast of revenue or a "
    "judgement of a person. The useful part is the list of things to work on."
)
