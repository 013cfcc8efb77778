"""Third block: the stated weights beside the money, or why they cannot be compared yet."""

import streamlit as st

from scoring.rounding import half_up_whole
from scoring.scorecard import Scorecard
from ui import navigation
from ui.charts.dumbbells import MoneyRow, difference, draw_dumbbells, money_rows
from ui.charts.look import Numbers, show
from ui.escape import escape
from ui.result import formulas, headlines
from ui.result.layout import colours, finding, worked_out
from ui.result.steps import steps


def draw(card: Scorecard) -> None:
    """The index in whole points, the dumbbells, their numbers, and what to bear in mind."""
    finding(headlines.money_headline(card))
    thing, rows, found = headlines.thing(card), money_rows(card), card.alignment
    if found.index is None:
        reasons = {entry.code: entry.text for entry in card.bank.budget.reasons}
        st.markdown(escape(reasons[found.reason or "split_not_known"]))
        navigation.link("money", "Go to the split")
        return
    movable = half_up_whole(100 * (1 - (found.fixed_share or 0.0)))
    _in_words(card, movable, thing)
    show(draw_dumbbells(rows, colours(), thing))
    st.caption(
        f"Disc: the importance you gave it. Ring: its share of the movable {thing}. Both of 100; "
        "the number on the right is the difference."
    )
    notes = {entry.code: entry.text for entry in card.bank.budget.notes}
    for code in found.notes:
        st.caption(escape(notes[code]))
    index = half_up_whole(100 * found.index)
    worked_out(
        f"These numbers as a table, and how the {index} of 100 is worked out",
        formulas.how_money(thing),
        steps(card, "budget"),
        _numbers(rows, thing),
    )


def _in_words(card: Scorecard, movable: int, thing: str) -> None:
    """The first priority's points and the index, both as points of what can move."""
    found, top = card.alignment, card.trace.top or 0
    priority = card.trace.priorities[top]
    points = half_up_whole(found.shares[top] * movable)
    band = next(entry.text for entry in card.bank.budget.bands if entry.id == found.band)
    st.markdown(
        f"**{points} of your {movable} movable points** serve “{escape(priority.name)}”, your "
        f"first priority; by the importance you gave it, it would be "
        f"{half_up_whole(priority.weight * movable)}."
    )
    index = half_up_whole((found.index or 0.0) * movable)
    st.markdown(
        f"In all, {index} of the {movable} movable points sit where your priorities say "
        f"({half_up_whole(100 * (found.index or 0.0))} of 100): your {thing} is {escape(band)}."
    )


def _numbers(rows: tuple[MoneyRow, ...], thing: str) -> Numbers:
    return Numbers(
        ("Priority", "Stated, of 100", f"Share of movable {thing}, of 100", "Difference"),
        tuple(
            (
                row.name,
                "–" if row.stated is None else str(half_up_whole(row.stated)),
                f"{half_up_whole(row.spent)} (of the whole)"
                if row.stated is None
                else str(half_up_whole(row.spent)),
                "–" if row.stated is None else difference(row),
            )
            for row in rows
        ),
    )
