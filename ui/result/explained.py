"""Seventh block: every score opened down to its answers, and what would lift each most."""

import streamlit as st

from scoring.pictures.capabilities import capability_bars, numbers
from scoring.rounding import half_up_whole
from scoring.scorecard import Scorecard
from scoring.words import dimensions, formulas, headlines
from ui.charts.capabilities import draw_capabilities
from ui.charts.look import show
from ui.escape import escape
from ui.result.layout import colours, finding, worked_out
from ui.result.steps import steps

SHALLOW = 4
"""Steps shown under the overall score; the areas below open the rest."""


def draw(card: Scorecard) -> None:
    """What would lift each score, the capability bars, and each score's steps."""
    finding(headlines.scores_headline(card))
    words = card.bank.shown.areas
    known = [name for name, entry in card.dimensions.items() if entry.final is not None]
    if not card.responses.levels:
        st.markdown("Answer some questions; then every score can be opened here.")
        return
    if known:
        st.subheader(escape(words.lift_title), anchor=False)
        st.markdown("\n".join(f"- {_lift(card, name)}" for name in known))
    st.subheader(escape(words.parts_title), anchor=False)
    rows = capability_bars(card)
    show(draw_capabilities(rows, colours()))
    st.caption(escape(words.target))
    worked_out(
        "The parts as a table", escape(formulas.how_dimension(card.bank)), numbers=numbers(rows)
    )
    st.subheader("Open any score down to the answers", anchor=False)
    _overall(card)
    for name in card.dimensions:
        _dimension(card, name)


def _lift(card: Scorecard, name: str) -> str:
    """What would lift an area, and the move that goes with it."""
    text = f"**{escape(card.bank.dimension_by_id[name].name)}.** "
    text += escape(dimensions.lift(card, name))
    move = dimensions.first_move(card, name)
    return f"{text} *First move:* {escape(move)}" if move else text


def _overall(card: Scorecard) -> None:
    if card.overall.score is None:
        return
    label = f"Overall {half_up_whole(card.overall.score)}: how it is worked out"
    how = escape(formulas.how_overall(card.bank))
    worked_out(label, how, steps(card, "overall", SHALLOW))


def _dimension(card: Scorecard, name: str) -> None:
    final, title = card.dimensions[name].final, card.bank.dimension_by_id[name].name
    if final is None:
        how = escape(dimensions.too_few(card, name))
        worked_out(f"{title}: no score yet", how, steps(card, name))
        return
    how = f"{formulas.how_dimension(card.bank)} {dimensions.equal_weights(card, name)}"
    label = f"{title} {half_up_whole(final)}: how it is worked out"
    worked_out(label, escape(how), steps(card, name))
