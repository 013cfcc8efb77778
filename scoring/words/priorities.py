"""The priority trace in words: where each priority breaks, and the rule written for it."""

from typing import Final

from bank.model import Bank
from scoring.clarity import unclear_facets
from scoring.rounding import half_up_whole
from scoring.scorecard import Scorecard
from scoring.wording import fill

BLANK: Final = "…"
"""What stands in the rule where nothing was written."""

TO_FILL: Final = "____________"
"""Room to write by hand."""

BLANKS: Final = ("result", "date", "person", "action")


def trace_in_words(card: Scorecard) -> str:
    """The trace score and how many answers are clear; empty when nothing was followed."""
    trace = card.trace
    if trace.score is None:
        return ""
    return (
        f"Your priorities can be followed for {half_up_whole(trace.score)} of 100 points; "
        f"{trace.clear} of {trace.clear_possible} answers are clear."
    )


def weight_words(card: Scorecard, place: int) -> str:
    """How important the priority at `place` was said to be."""
    return f"weight {half_up_whole(100 * card.trace.priorities[place].weight)} of 100"


def where_it_breaks(card: Scorecard, place: int) -> str:
    """The first link of the priority at `place` that is not clear, and which others are not."""
    words = {facet.id: facet for facet in card.bank.trace.facets}
    unclear = unclear_facets(card.bank, card.trace.priorities[place])
    if not unclear:
        return "Clear all the way."
    first = words[unclear[0]]
    text = f"Breaks at {first.name}: {first.missing}."
    if len(unclear) > 1:
        text += f" Also open: {', '.join(words[facet].name for facet in unclear[1:])}."
    return text


def trigger_rule(card: Scorecard, place: int) -> str | None:
    """What the respondent wrote about when to act, as a sentence; `None` without a word of it."""
    rule = card.assessment.priorities[place].rule
    blanks = {name: getattr(rule, name) for name in BLANKS}
    if not any(blanks.values()):
        return None
    filled = {name: value or BLANK for name, value in blanks.items()}
    return fill(card.bank.trace.sentence, filled)


def blank_rule(bank: Bank) -> str:
    """The same sentence with room to write by hand."""
    return fill(bank.trace.sentence, dict.fromkeys(BLANKS, TO_FILL))
