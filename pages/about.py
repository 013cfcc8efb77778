"""About this diagnostic: what it is and is not, how it counts, and every number it counts with."""

import streamlit as st

from scoring.words import formulas
from ui import navigation, plain_pages, question_bank, session
from ui.about import findings, weights
from ui.escape import escape
from ui.result.layout import folded_table, table

current = session.known()
served = question_bank.current()
if current is None and isinstance(served, question_bank.BankTrouble):
    plain_pages.broken_bank(served)
    st.stop()
bank = current.current.bank if current else served.bank

st.title("About this diagnostic", anchor=False)
st.markdown(
    f"{len(bank.items)} questions about how work runs today, then your own priorities followed "
    "through four questions, the split of the money, and what hurts. It answers one thing: before "
    "you commission another strategy, would this organisation carry it out?"
)

st.header("What it does not claim", anchor=False)
st.markdown(
    "- It is one person’s account: no test of people, no audit, no forecast of revenue.\n"
    "- It has not been tested against business results, and a settled way of working is not the "
    "same as success.\n"
    "- It compares you with nobody.\n"
    "- The questions make up an area; they are not signs of something hidden. A team can have "
    "complete briefs and no owners.\n"
    "- The list of things to work on is the useful part, not the level. Most teams need the "
    "fourth level; the fifth everywhere would cost more than it returns."
)

st.header("Where the idea comes from", anchor=False)
st.markdown(
    "From two public articles by other firms. We took ideas, not sentences; their figures are not "
    "used here, because we could not trace them. There is no link between their publishers and "
    "this diagnostic, and the questions are our own."
)
articles = findings.articles(bank)
table(articles.headings, articles.rows)

st.header("How it counts", anchor=False)
for name, how in formulas.all_of(bank).items():
    st.markdown(f"**{escape(name)}.** {escape(how)}")

st.header("Every weight and cut-off", anchor=False)
st.markdown("Made from the question bank itself, so this page cannot say something else.")
for dimension in bank.dimensions:
    folded_table(f"Questions on {dimension.name}", weights.questions(bank, dimension.id))
for label, numbers in (
    ("Parts of the three areas", weights.parts(bank)),
    ("Levels", weights.levels(bank)),
    ("What the levels look like", weights.level_pictures(bank)),
    ("Limits on a score", weights.limits(bank)),
    ("Answers about a priority", weights.trace_answers(bank)),
    ("Answers set beside what you show", findings.claims(bank)),
    ("Answers to look at together", findings.rules(bank)),
    ("What hurts, and what it may come from", findings.causes(bank)),
    ("Words and where they begin", findings.bands(bank)),
    ("Growth in words", findings.growth(bank)),
    ("All other numbers", weights.other_numbers(bank)),
    ("Whose judgement this is", findings.judgements(bank)),
):
    folded_table(label, numbers)

st.header("What the evidence does not support", anchor=False)
st.markdown(
    "That described answers are more accurate than agreeing or disagreeing. That a level predicts "
    "results. That writing things down causes success. Any cut-off on this page: all are our "
    "judgement. One best rhythm of reviews. The single owner is a convention with indirect support."
)
folded_table("Sources", findings.sources(bank))
st.caption(f"Question bank {bank.about.version}, method {escape(bank.about.model)}.")
navigation.link("result" if current else "welcome")
