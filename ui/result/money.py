"""Third block: the stated weights beside the money, or why they cannot be compared yet."""

import streamlit as st

from scoring.pictures.money import money_rows, numbers
from scoring.rounding import half_up_whole
from scoring.scorecard import Scorecard
from scoring.words import formulas, headlines, money
from ui import navigation
from ui.charts.dumbbells import draw_dumbbells
from ui.charts.look import show
from ui.escape import escape
from ui.result.layout import colours, finding, worked_out
from ui.result.steps import steps


def draw(card: Scorecard) -> None:
    """The index in whole points, the dumbbells, their numbers, and what to bear in mind."""
    finding(headlines.money_headline(card))
    thing, rows, found = headlines.thing(card), money_rows(card), card.alignment
    if found.index is None:
        st.markdown(escape(money.why_no_comparison(card)))
        navigation.link("money", "Go to the split")
        return
    first, *others = money.money_in_words(card)
    st.markdown(f"**{escape(first)}** {escape(' '.join(others))}")
    show(draw_dumbbells(rows, colours(), thing))
    for note in (money.how_to_read(card), *money.money_notes(card)):
        st.caption(escape(note))
    index = half_up_whole(100 * found.index)
    worked_out(
        f"These numbers as a table, and how the {index} of 100 is worked out",
        escape(formulas.how_money(card.bank, thing)),
        steps(card, "budget"),
        numbers(rows, thing),
    )
