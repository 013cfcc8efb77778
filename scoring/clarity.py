"""How far an answer of the trace goes, in one word: clear, partial, missing or unanswered."""

from typing import Final, Literal

from bank.model import Bank
from scoring.thresholds import above, reaches
from scoring.trace import FACETS, FacetId, TracedPriority

Clarity = Literal["clear", "partial", "missing", "unanswered"]

NOT_CLEAR: Final = frozenset({"partial", "missing", "unanswered"})


def clarity(bank: Bank, value: float | None) -> Clarity:
    """What a facet's number (0-1) amounts to; `None` is a question that was not answered."""
    if value is None:
        return "unanswered"
    if reaches(value, bank.numbers.trace.clear_from):
        return "clear"
    return "partial" if above(value, 0) else "missing"


def unclear_facets(bank: Bank, priority: TracedPriority) -> tuple[FacetId, ...]:
    """The facets of `priority` that are not clear, in the order in which work passes them."""
    values = zip(FACETS, priority.facets.values(), strict=True)
    return tuple(facet for facet, value in values if clarity(bank, value) in NOT_CLEAR)
