"""First block: the verdict with its reasons, the three areas as bars, the overall score."""

import streamlit as st

from scoring.pictures.bars import bar_of
from scoring.rounding import half_up_whole
from scoring.scorecard import Scorecard
from scoring.wording import confidence_sentence
from scoring.words import dimensions, formulas, headlines, verdict
from ui import navigation
from ui.charts.bars import draw_bar
from ui.charts.look import show
from ui.escape import escape
from ui.result.layout import (
    bullets,
    colours,
    figure,
    finding,
    folded,
    level_strip,
    name_and_number,
    worked_out,
)

NOT_ENOUGH = "not_enough_evidence"
"""The verdict that shows no verdict."""


def draw(card: Scorecard) -> None:
    """The page's title and everything a reader in a hurry needs."""
    st.caption("YOUR RESULT")
    st.title(escape(headlines.verdict_headline(card)), anchor=False)
    _reasons(card)
    word, _, why = confidence_sentence(card).partition(": ")
    st.markdown(f"**Confidence: {escape(word.lower())}.** {escape(why[:1].upper() + why[1:])}")
    finding(headlines.areas_headline(card))
    whole, parts = st.columns([2, 5], gap="large")
    with whole:
        _overall(card)
    with parts:
        for name in card.dimensions:
            _dimension(card, name)
    if any(entry.final is not None for entry in card.dimensions.values()):
        _legend(card)


def _reasons(card: Scorecard) -> None:
    """The verdict's text and the reasons of its tier; the rest is folded."""
    st.markdown(escape(verdict.verdict_text(card)))
    bullets(verdict.first_reasons(card))
    if card.verdict.code == NOT_ENOUGH:
        _ways_on(card)
        return
    others = verdict.other_reasons(card)
    if others:
        with folded(escape(f"{card.bank.shown.verdict.others_title} ({len(others)})")):
            bullets(others)


def _ways_on(card: Scorecard) -> None:
    """Links to what is missing."""
    with st.container(horizontal=True):
        navigation.link("questions", "Go to the questions")
        if card.trace.status == "none":
            navigation.link("priorities", "Name a priority")


def _overall(card: Scorecard) -> None:
    overall = card.overall
    if overall.score is None:
        figure("–", "", "No overall score yet")
        st.caption(escape(dimensions.pulled(card)))
        return
    figure(
        str(half_up_whole(overall.score)), "/ 100", f"Level {overall.level} · {overall.level_name}"
    )
    level_strip(overall.level or 0, len(card.bank.levels))
    st.caption(escape(dimensions.pulled(card)))


def _dimension(card: Scorecard, name: str) -> None:
    title = card.bank.dimension_by_id[name].name
    bar = bar_of(card, name)
    if bar is None:
        name_and_number(title, "–", "no score yet")
        st.caption(escape(dimensions.what_it_means(card, name)))
        return
    name_and_number(title, str(half_up_whole(bar.final)), bar.level_name)
    show(draw_bar(bar, colours()))
    st.caption(escape(dimensions.what_it_means(card, name)))


def _legend(card: Scorecard) -> None:
    """How to read the bars, with the level marks as numbers."""
    how = f"{dimensions.how_to_read(card)} {formulas.how_band(card.bank)}"
    dimension = escape(formulas.how_dimension(card.bank))
    worked_out("How to read these bars", escape(how), dimension)
