"""Second block: the priority trace, and the link where each priority breaks."""

import streamlit as st

from scoring.pictures.grid import numbers, trace_rows
from scoring.rounding import half_up_whole
from scoring.scorecard import Scorecard
from scoring.words import formulas, headlines, priorities
from ui import navigation
from ui.charts.grid import draw_grid
from ui.charts.look import show
from ui.escape import escape
from ui.result.layout import colours, finding, worked_out
from ui.result.steps import steps


def draw(card: Scorecard) -> None:
    """The grid, each priority in words, and how the trace score comes about."""
    finding(headlines.trace_headline(card))
    rows = trace_rows(card)
    if not rows or card.trace.score is None:
        st.markdown(escape(card.bank.shown.priorities.none))
        navigation.link("priorities", "Go to the priorities")
        return
    score = half_up_whole(card.trace.score)
    st.markdown(escape(priorities.trace_in_words(card)))
    show(draw_grid(rows, colours()))
    for place, priority in enumerate(card.trace.priorities):
        _priority(card, place, priority.name)
    worked_out(
        f"The grid as a table, and how the {score} is worked out",
        escape(formulas.how_trace(card.bank)),
        steps(card, "trace"),
        numbers(rows),
    )


def _priority(card: Scorecard, place: int, name: str) -> None:
    """One priority in words: where it breaks, what else is open, its rule if one was written."""
    text = f"**{escape(name)}** ({escape(priorities.weight_words(card, place))}). "
    text += escape(priorities.where_it_breaks(card, place))
    rule = priorities.your_rule(card, place)
    st.markdown(f"{text} {escape(rule)}" if rule else text)
