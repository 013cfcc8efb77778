"""Seventh block: every score opened down to its answers, and what would lift each most."""

import streamlit as st

from scoring.rounding import half_up_whole
from scoring.scorecard import Scorecard
from scoring.wording import held_back
from ui.charts.capabilities import capability_bars, draw_capabilities, numbers
from ui.charts.look import show
from ui.escape import escape
from ui.result import formulas, headlines
from ui.result.layout import colours, finding, worked_out
from ui.result.steps import answer_words, steps

SHALLOW = 4
"""Steps shown under the overall score; the areas below open the rest."""


def draw(card: Scorecard) -> None:
    """What would lift each score, the capability bars, and each score's steps."""
    finding(headlines.scores_headline(card))
    known = [name for name, entry in card.dimensions.items() if entry.final is not None]
    if not card.responses.levels:
        st.markdown("Answer some questions; then every score can be opened here.")
        return
    if known:
        st.subheader("What would lift this most", anchor=False)
        st.markdown("\n".join(f"- {_lift(card, name)}" for name in known))
    st.subheader("Twelve parts make up the three areas", anchor=False)
    rows = capability_bars(card)
    show(draw_capabilities(rows, colours()))
    st.caption("The upright mark is what moves aim at; past it, more costs more than it returns.")
    worked_out("The parts as a table", formulas.how_dimension(), numbers=numbers(rows))
    st.subheader("Open any score down to the answers", anchor=False)
    _overall(card)
    for name in card.dimensions:
        _dimension(card, name)


def _lift(card: Scorecard, name: str) -> str:
    """The limit to lift, or the one answer that would do most, and the move that goes with it."""
    scored, title = card.dimensions[name], card.bank.dimension_by_id[name].name
    held, band = held_back(card, name), scored.band
    text = f"**{escape(title)}**: "
    if band is not None and band.high_item and half_up_whole(band.high) > _whole(scored.final):
        item = card.bank.item_by_id[band.high_item]
        text += (
            f"one line up on “{escape(item.stem)}” would lift it from {_whole(scored.final)} to "
            f"{half_up_whole(band.high)}; today you chose {escape(answer_words(card, item.id))}"
        )
    elif held is None:
        text += "no single answer would lift it."
    if held is not None:
        text += f" {escape(held.lift)}"
    return text + _move(card, name)


def _move(card: Scorecard, name: str) -> str:
    """The most worthwhile move of a dimension."""
    bank = card.bank
    for move in card.moves:
        item = bank.item_by_id[move.item]
        if bank.capability_by_id[item.capability].dimension == name:
            return f" *First move:* {escape(item.first_move)}"
    return ""


def _overall(card: Scorecard) -> None:
    if card.overall.score is None:
        return
    label = f"Overall {half_up_whole(card.overall.score)}: how it is worked out"
    worked_out(label, formulas.how_overall(card.bank), steps(card, "overall", SHALLOW))


def _dimension(card: Scorecard, name: str) -> None:
    scored, title = card.dimensions[name], card.bank.dimension_by_id[name].name
    if scored.final is None:
        worked_out(f"{title}: no score yet", _too_few(card, name), steps(card, name))
        return
    how = f"{formulas.how_dimension()} With equal weights your answers would give "
    how += f"{_whole(scored.equal_weights_raw)} instead of {_whole(scored.raw)}."
    worked_out(f"{title} {_whole(scored.final)}: how it is worked out", how, steps(card, name))


def _too_few(card: Scorecard, name: str) -> str:
    coverage, least = card.dimensions[name].coverage, card.bank.numbers.coverage.provisional
    return (
        f"{coverage.answered} of {coverage.applicable} questions are answered. From "
        f"{half_up_whole(100 * least)} % on a provisional score is shown."
    )


def _whole(score: float | None) -> int:
    return half_up_whole(score or 0.0)
