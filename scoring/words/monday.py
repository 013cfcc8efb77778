"""One thing to do on Monday: the smallest step that closes the first gap of the first priority."""

from typing import Final

from scoring.clarity import unclear_facets
from scoring.scorecard import Scorecard
from scoring.thresholds import below
from scoring.words.filling import fill
from scoring.words.headlines import thing

QUICKEST: Final = ("owner", "trigger", "review", "process")
"""A name takes an hour, a number a day, a meeting a week, a written way of working longer."""


def monday(card: Scorecard) -> str:
    """The step in words, with the first priority's name in it."""
    step: str = getattr(card.bank.shown.monday, _step(card))
    top = card.trace.top
    name = "" if top is None else card.trace.priorities[top].name
    return fill(step, {"priority": name, "thing": thing(card)})


def _step(card: Scorecard) -> str:
    """Which step: the quickest link of the first priority, then the money, then the first move."""
    trace, index = card.trace, card.alignment.index
    if trace.status == "none" or trace.top is None:
        return "trace"
    unclear = unclear_facets(card.bank, trace.priorities[trace.top])
    open_link = next((facet for facet in QUICKEST if facet in unclear), None)
    if open_link:
        return open_link
    if index is None:
        return "split"
    gap = card.alignment.gaps[trace.top]
    partial = next(band.start for band in card.bank.budget.bands if band.id == "partial")
    return "money" if below(index, partial) and gap < 0 else "keep"
