"""First block: the verdict with its reasons, the three areas as bars, the overall score."""

import streamlit as st

from scoring.coverage import PROVISIONAL
from scoring.rounding import half_up_whole
from scoring.scorecard import Scorecard
from scoring.wording import confidence_sentence, held_back, verdict_sentences
from ui import navigation
from ui.charts.bars import bar_of, draw_bar
from ui.charts.look import show
from ui.escape import escape
from ui.result import formulas, headlines
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
    verdict = next(entry for entry in card.bank.verdicts if entry.code == card.verdict.code)
    st.markdown(escape(verdict.text))
    sentences = verdict_sentences(card)
    if not sentences:
        return
    tier = sentences[0].code[0]
    bullets(entry.text for entry in sentences if entry.code[0] == tier)
    if card.verdict.code == NOT_ENOUGH:
        _ways_on(card)
        return
    others = [entry.text for entry in sentences if entry.code[0] != tier]
    if others:
        with folded(f"What would remain after that ({len(others)})"):
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
        st.caption("It needs a score in all three areas.")
        return
    figure(
        str(half_up_whole(overall.score)), "/ 100", f"Level {overall.level} · {overall.level_name}"
    )
    level_strip(overall.level or 0, len(card.bank.levels))
    st.caption(
        f"Pulled {formulas.halfway(card.bank)} from your average "
        f"({half_up_whole(overall.mean or 0)}) towards your lowest area, because the three "
        "depend on each other."
    )


def _dimension(card: Scorecard, name: str) -> None:
    scored, title = card.dimensions[name], card.bank.dimension_by_id[name].name
    bar = bar_of(card, name)
    if bar is None:
        name_and_number(title, "–", "no score yet")
        coverage = scored.coverage
        st.caption(
            f"{coverage.answered} of {coverage.applicable} questions answered; that is too few "
            "for a score."
        )
        return
    name_and_number(title, str(half_up_whole(bar.final)), bar.level_name)
    show(draw_bar(bar, colours()))
    st.caption(escape(_what_it_means(card, name)))


def _what_it_means(card: Scorecard, name: str) -> str:
    """What holds the score, or what its level looks like, and what to bear in mind with it."""
    scored = card.dimensions[name]
    held = held_back(card, name)
    level = next(entry for entry in card.bank.levels if entry.level == scored.level)
    said = (
        f"{held.text} {held.lift}" if held else f"Your answers suggest: {level.descriptions[name]}"
    )
    if scored.coverage.status == PROVISIONAL:
        coverage = scored.coverage
        said += f" Provisional: {coverage.answered} of {coverage.applicable} questions answered."
    if "UNVERIFIED" in scored.caps and not (held and held.code == "UNVERIFIED"):
        said += " Unverified: nothing was shown for it yet."
    if scored.depends_on_weights:
        said += " This level depends on how the questions are weighted."
    return said


def _legend(card: Scorecard) -> None:
    """How to read the bars, with the level marks as numbers."""
    marks = ", ".join(
        f"{level.name} from {half_up_whole(level.start)}" for level in card.bank.levels[1:]
    )
    steps = f"Faint marks across a bar show where a level begins: {marks}. {formulas.how_band()}"
    worked_out("How to read these bars", steps, formulas.how_dimension())
