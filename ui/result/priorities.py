"""Second block: the priority trace, and the link where each priority breaks."""

import streamlit as st

from scoring.clarity import unclear_facets
from scoring.rounding import half_up_whole
from scoring.scorecard import Scorecard
from scoring.trace import TracedPriority
from scoring.wording import fill
from ui import navigation
from ui.charts.grid import draw_grid, numbers, trace_rows
from ui.charts.look import show
from ui.escape import escape
from ui.result import formulas, headlines
from ui.result.layout import colours, finding, worked_out
from ui.result.steps import steps

BLANK = "…"
"""What stands in the trigger sentence where nothing was written."""


def draw(card: Scorecard) -> None:
    """The grid, each priority in words, and how the trace score comes about."""
    finding(headlines.trace_headline(card))
    rows = trace_rows(card)
    if not rows or card.trace.score is None:
        st.markdown("Name a priority and answer its four questions; then it can be followed here.")
        navigation.link("priorities", "Go to the priorities")
        return
    score = half_up_whole(card.trace.score)
    st.markdown(
        f"Your priorities can be followed for **{score} of 100** points; "
        f"{card.trace.clear} of {card.trace.clear_possible} answers are clear."
    )
    show(draw_grid(rows, colours()))
    for place, priority in enumerate(card.trace.priorities):
        _priority(card, place, priority)
    worked_out(
        f"The grid as a table, and how the {score} is worked out",
        formulas.how_trace(card.bank),
        steps(card, "trace"),
        numbers(rows),
    )


def _priority(card: Scorecard, place: int, priority: TracedPriority) -> None:
    """One priority in words: where it breaks, what else is open, its rule if one was written."""
    words = {facet.id: facet for facet in card.bank.trace.facets}
    unclear = unclear_facets(card.bank, priority)
    weight = f"weight {half_up_whole(100 * priority.weight)} of 100"
    text = f"**{escape(priority.name)}** ({weight}): "
    if unclear:
        first = words[unclear[0]]
        text += f"breaks at **{escape(first.name)}**: {escape(first.missing)}."
    else:
        text += "clear all the way."
    if len(unclear) > 1:
        text += f" Also open: {escape(', '.join(words[facet].name for facet in unclear[1:]))}."
    st.markdown(text + _rule(card, place))


def _rule(card: Scorecard, place: int) -> str:
    """The sentence the respondent wrote about when to act, or nothing."""
    rule = card.assessment.priorities[place].rule
    blanks = {
        "result": rule.result,
        "date": rule.date,
        "person": rule.person,
        "action": rule.action,
    }
    if not any(blanks.values()):
        return ""
    filled = {name: value or BLANK for name, value in blanks.items()}
    return f" Your rule: “{escape(fill(card.bank.trace.sentence, filled))}”"
