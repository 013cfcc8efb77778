"""The priority trace as a grid: priorities by process, owner, review and trigger."""

from dataclasses import dataclass
from typing import Final

from scoring.clarity import clarity
from scoring.pictures.numbers import Numbers
from scoring.scorecard import Scorecard

WORDS: Final = {"clear": "clear", "partial": "partial", "missing": "missing", "unanswered": "open"}
"""Short enough for a quarter of a phone's width; *open* is a question without an answer."""


@dataclass(frozen=True, slots=True)
class TraceRow:
    """One priority: its name and how far each of its four answers goes."""

    name: str
    facets: tuple[str, ...]
    clarities: tuple[str, ...]


def trace_rows(card: Scorecard) -> tuple[TraceRow, ...]:
    """The rows of the grid, in the order in which the priorities were named."""
    names = tuple(facet.name for facet in card.bank.trace.facets)
    return tuple(
        TraceRow(
            priority.name,
            names,
            tuple(clarity(card.bank, value) for value in priority.facets.values()),
        )
        for priority in card.trace.priorities
    )


def numbers(rows: tuple[TraceRow, ...]) -> Numbers:
    """The grid as a table of words."""
    facets = rows[0].facets if rows else ()
    cells = ((row.name, *(WORDS[state] for state in row.clarities)) for row in rows)
    return Numbers(("Priority", *facets), tuple(cells))


def alt_text(rows: tuple[TraceRow, ...]) -> str:
    """The grid in one sentence."""
    states = [state for row in rows for state in row.clarities]
    return f"Priority trace: {states.count('clear')} of {len(states)} answers are clear."
