"""One thing to do on Monday: the smallest step that closes the first gap of the first priority."""

from typing import Final

from scoring.clarity import unclear_facets
from scoring.scorecard import Scorecard
from scoring.thresholds import below
from scoring.wording import fill
from scoring.words.headlines import thing

QUICKEST: Final = ("owner", "trigger", "review", "process")
"""A name takes an hour, a number a day, a meeting a week, a written way of working longer."""

STEPS: Final = {
    "owner": "Put one person’s name beside “{priority}”, ask that person for a yes, and tell the team.",
    "trigger": "For “{priority}”, write down the number and the date below which you act, what you do then, and who does it.",
    "review": "Book half an hour every month in which “{priority}” is looked at and one thing is decided.",
    "process": "Write the steps from “{priority}” to a live campaign on one page, with a name beside each step.",
    "money": "Name one thing that stops, and move its {thing} to “{priority}”.",
    "split": "Find out how the money is split between your priorities and everything else.",
    "trace": "Name your first priority and answer its four questions: process, owner, review, trigger.",
    "keep": "Show the four answers about “{priority}” to somebody who was not asked, and see whether they agree.",
}


def monday(card: Scorecard) -> str:
    """The step in words, with the first priority's name in it."""
    step = _step(card)
    top = card.trace.top
    name = "" if top is None else card.trace.priorities[top].name
    return fill(STEPS[step], {"priority": name, "thing": thing(card)})


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
