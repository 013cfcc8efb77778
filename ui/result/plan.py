"""Sixth block: three moves first, then the plan with empty owners and dates, and why this order."""

import streamlit as st

from scoring.moves import COLUMNS, Move, Placing
from scoring.rounding import half_up_whole
from scoring.scorecard import Scorecard
from scoring.thresholds import at_most
from ui.escape import escape
from ui.result import formulas, headlines
from ui.result.layout import finding, folded, table, worked_out
from ui.result.steps import answer_words

LATER = COLUMNS[-1]


def draw(card: Scorecard) -> None:
    """The first moves with their reasons, the plan by columns, and its order explained."""
    finding(headlines.moves_headline(card))
    if not card.moves:
        st.markdown(
            "Every answer reaches the line that moves aim at."
            if card.responses.levels
            else "Answer some questions; then moves can be named."
        )
        return
    for place, move in enumerate(card.moves[: card.bank.numbers.moves.shown_first], start=1):
        _move(card, place, move)
    st.subheader("The plan is yours: names and dates are empty on purpose", anchor=False)
    for column in COLUMNS[:-1]:
        _column(card, column)
    later = card.plan.column(LATER)
    if later:
        with folded(f"Later ({len(later)})"):
            _column(card, LATER)
    worked_out("Why this order", formulas.how_plan(card.bank), _order(card))


def _move(card: Scorecard, place: int, move: Move) -> None:
    """One of the first moves: what to do, how long it takes, and why it comes here."""
    item = card.bank.item_by_id[move.item]
    st.markdown(
        f"**{place}. {escape(item.first_move)}**  \n"
        f"Takes {formulas.EFFORTS[move.effort]}. Rests on {escape(formulas.BASES[move.basis])}."
    )
    worth = half_up_whole(100 * move.value / card.moves[0].value)
    label = f"Why move {place}: worth {worth} of 100"
    worked_out(label, formulas.how_moves(card.bank), _why(card, move))


def _why(card: Scorecard, move: Move) -> str:
    """The parts of a move's value in words and whole numbers."""
    item = card.bank.item_by_id[move.item]
    lines = [
        f"{escape(item.stem)} {escape(answer_words(card, move.item))}",
        f"Distance to the line aimed at: {half_up_whole(100 * move.gap)} of 100.",
        f"Weight of the question: {_weight_share(card, move)} % of its area.",
        f"Speaks for it: {half_up_whole(100 * (move.boost - 1))} % more"
        + (f" ({'; '.join(_boosts(card, move))})." if move.boost > 1 else "."),
        f"Takes {formulas.EFFORTS[move.effort]}, so "
        + (
            f"the worth is divided by {move.effort}."
            if move.effort > 1
            else "nothing is taken off."
        ),
    ]
    return "\n".join(f"- {line}" for line in lines)


def _weight_share(card: Scorecard, move: Move) -> int:
    """What the question counts in its dimension when everything is answered, in percent."""
    bank = card.bank
    capability = bank.capability_by_id[bank.item_by_id[move.item].capability]
    inside = sum(entry.weight for entry in bank.items if entry.capability == capability.id)
    across = sum(
        entry.weight for entry in bank.capabilities if entry.dimension == capability.dimension
    )
    return half_up_whole(100 * move.weight / inside / across)


def _boosts(card: Scorecard, move: Move) -> list[str]:
    critical = move.critical and at_most(move.held, card.bank.numbers.moves.critical_at_most)
    named = any(move.item in entry.items for entry in card.contradictions)
    capability = card.bank.item_by_id[move.item].capability
    return [
        words
        for words, holds in (
            ("everything else rests on it", critical),
            ("its answers are to be looked at together", named),
            ("its part is a likely cause of what hurts", capability in card.causes.top),
        )
        if holds
    ]


def _column(card: Scorecard, column: str) -> None:
    """One column of the plan as a table with empty fields."""
    efforts = {move.item: formulas.EFFORTS[move.effort] for move in card.moves}
    rows = [
        (f"{card.bank.item_by_id[item].first_move} (Takes {efforts[item]}.)", "", "")
        for item in card.plan.column(column)
    ]
    if rows:
        table((formulas.WHEN[column], "Owner", "Date"), rows, first=64)
    else:
        st.markdown(f"**{formulas.WHEN[column]}**: nothing needs to start here.")


def _order(card: Scorecard) -> str:
    return "\n".join(f"- {_placed(card, entry)}" for entry in card.plan.placings)


def _placed(card: Scorecard, entry: Placing) -> str:
    """Where a move stands and what put it there."""
    stems = {item.id: item.stem for item in card.bank.items}
    text = f"{formulas.WHEN[entry.column]}: {escape(stems[entry.item])}"
    if entry.before:
        text += f" Brought forward, because this needs it: {escape(stems[entry.before])}"
    if entry.needs:
        text += f" Comes after: {escape(' '.join(stems[need] for need in entry.needs))}"
    if entry.column != entry.earliest:
        earliest = formulas.WHEN[entry.earliest][0].lower() + formulas.WHEN[entry.earliest][1:]
        text += f" It could start {earliest}, but there the plan is full."
    return text
