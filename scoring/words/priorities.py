"""The priority trace in words: where each priority breaks, and the rule written for it."""

from typing import Final

from bank.model import Bank
from scoring.clarity import unclear_facets
from scoring.rounding import half_up_whole
from scoring.scorecard import Scorecard
from scoring.transcript import rule_in_words
from scoring.words.filling import fill

TO_FILL: Final = "____________"
"""Room to write by hand."""

BLANKS: Final = ("result", "date", "person", "action")


def trace_in_words(card: Scorecard) -> str:
    """The trace score and how many answers are clear; empty when nothing was followed."""
    trace = card.trace
    if trace.score is None:
        return ""
    blanks = {
        "score": str(half_up_whole(trace.score)),
        "clear": str(trace.clear),
        "possible": str(trace.clear_possible),
    }
    return fill(card.bank.shown.priorities.score, blanks)


def weight_words(card: Scorecard, place: int) -> str:
    """How important the priority at `place` was said to be."""
    weight = half_up_whole(100 * card.trace.priorities[place].weight)
    return fill(card.bank.shown.priorities.weight, {"weight": str(weight)})


def where_it_breaks(card: Scorecard, place: int) -> str:
    """The first link of the priority at `place` that is not clear, and which others are not."""
    words, shown = {facet.id: facet for facet in card.bank.trace.facets}, card.bank.shown.priorities
    unclear = unclear_facets(card.bank, card.trace.priorities[place])
    if not unclear:
        return shown.clear
    first = words[unclear[0]]
    text = fill(shown.breaks, {"facet": first.name, "missing": first.missing})
    others = ", ".join(words[facet].name for facet in unclear[1:])
    return f"{text} {fill(shown.others, {'facets': others})}" if others else text


def trigger_rule(card: Scorecard, place: int) -> str | None:
    """What the respondent wrote about when to act, as a sentence; `None` without a word of it."""
    return rule_in_words(card.bank, card.assessment.priorities[place])


def your_rule(card: Scorecard, place: int) -> str | None:
    """The same sentence, introduced as the respondent's own."""
    rule = trigger_rule(card, place)
    return None if rule is None else fill(card.bank.shown.priorities.rule, {"rule": rule})


def blank_rule(bank: Bank) -> str:
    """The same sentence with room to write by hand."""
    return fill(bank.trace.sentence, dict.fromkeys(BLANKS, TO_FILL))
