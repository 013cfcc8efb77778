"""Eighth block: how far to trust all this, and what could be found out this week."""

from datetime import date
from typing import Final

import streamlit as st

from scoring.scorecard import Scorecard
from scoring.wording import confidence_sentence, flag_sentences, statement
from scoring.words import formulas, headlines, trust
from ui.escape import escape
from ui.result.layout import bullets, finding, folded, table, worked_out

FIND_OUT: Final = 3
"""How many open questions are named."""


def draw(card: Scorecard, on: date) -> None:
    """Coverage, patterns, claims beside evidence, and the statement; `on` is the result's day."""
    finding(headlines.trust_headline(card))
    st.markdown(escape(confidence_sentence(card)))
    bullets(entry.text for entry in flag_sentences(card))
    st.markdown(escape(trust.coverage_words(card)))
    _find_out(card)
    _claims(card)
    st.subheader(escape(card.bank.shown.trust.alone_title), anchor=False)
    st.markdown(escape(statement(card, on)))
    st.caption(escape(trust.no_benchmark(card)))
    about = card.bank.about
    st.caption(
        f"{escape(trust.why_areas_count_the_same(card))} Question bank {about.version}, method "
        f"{escape(about.model)}, {on.day} {on:%B %Y}."
    )
    how = escape(formulas.how_confidence(card.bank))
    worked_out("How the confidence word is worked out", how)


def _find_out(card: Scorecard) -> None:
    """What the respondent did not know, as things to find out."""
    found = trust.open_points(card)[:FIND_OUT]
    if found:
        st.subheader(escape(trust.find_out(card, len(found))), anchor=False)
        bullets(found)


def _claims(card: Scorecard) -> None:
    """Five answers beside what the priorities and the money show."""
    matched = trust.claims_matched(card)
    if not matched:
        return
    st.subheader(escape(matched), anchor=False)
    bullets(trust.claim_differences(card))
    with folded(escape(card.bank.shown.trust.claims_title)):
        st.markdown(escape(formulas.how_claims(card.bank)))
        numbers = trust.claim_numbers(card)
        table(numbers.headings, numbers.rows)
