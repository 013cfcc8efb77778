"""Sixth block: three moves first, then the plan with empty owners and dates, and why this order."""

import streamlit as st

from scoring.moves import COLUMNS, Move
from scoring.scorecard import Scorecard
from scoring.words import formulas, headlines, moves
from ui.escape import escape
from ui.result.layout import as_list, finding, folded, table, worked_out

LATER = COLUMNS[-1]


def draw(card: Scorecard) -> None:
    """The first moves with their reasons, the plan by columns, and its order explained."""
    finding(headlines.moves_headline(card))
    words = card.bank.shown.moves
    if not card.moves:
        st.markdown(escape(words.none if card.responses.levels else words.unanswered))
        return
    for place, move in enumerate(card.moves[: card.bank.numbers.moves.shown_first], start=1):
        _move(card, place, move)
    st.subheader(escape(words.plan_title), anchor=False)
    for column in COLUMNS[:-1]:
        _column(card, column)
    later = card.plan.column(LATER)
    if later:
        with folded(f"Later ({len(later)})"):
            _column(card, LATER)
    order = as_list(moves.placed(card, placing) for placing in card.plan.placings)
    worked_out("Why this order", escape(formulas.how_plan(card.bank)), order)


def _move(card: Scorecard, place: int, move: Move) -> None:
    """One of the first moves: what to do, how long it takes, and why it comes here."""
    item = card.bank.item_by_id[move.item]
    st.markdown(
        f"**{place}. {escape(item.first_move)}**  \n{escape(moves.effort_and_basis(card, move))}"
    )
    label = f"Why move {place}: worth {moves.worth(card, move)} of 100"
    how = escape(formulas.how_moves(card.bank))
    worked_out(label, how, as_list(moves.move_reasons(card, move)))


def _column(card: Scorecard, column: str) -> None:
    """One column of the plan as a table with empty fields."""
    heading = moves.when(card.bank)[column]
    rows = [(moves.to_do(card, item), "", "") for item in card.plan.column(column)]
    if rows:
        table((heading, "Owner", "Date"), rows, first=64)
    else:
        st.markdown(f"**{escape(heading)}.** {escape(card.bank.shown.moves.empty_column)}")
