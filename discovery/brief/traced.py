"""Part 4 of the brief: priorities beside the four questions, with the two emptiest cells."""

from dataclasses import dataclass
from typing import Final

from bank.model import Bank
from scoring.assessment import Priority
from scoring.clarity import Clarity, clarity
from scoring.rounding import half_up_whole
from scoring.scorecard import Scorecard
from scoring.trace import FACETS, FacetId

EMPTIEST: Final = 2
"""How many cells are outlined."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One priority and one question: how clear it is, and what was chosen, in words.

    `outlined` marks the cells that cost the trace most: weight times what is missing.
    """

    facet: FacetId
    name: str
    clarity: Clarity
    said: str
    outlined: bool


@dataclass(frozen=True, slots=True)
class GridRow:
    """One priority; `points` of 100 is its weight, `owner` a label only if labels were shared."""

    priority: str
    points: int
    owner: str
    cells: tuple[Cell, ...]


def trace_grid(card: Scorecard) -> tuple[GridRow, ...]:
    """The priorities in the respondent's order, each with its four cells."""
    outlined = _emptiest(card)
    names = {entry.id: entry.name for entry in card.bank.trace.facets}
    rows = zip(card.trace.priorities, card.assessment.priorities, strict=True)
    return tuple(
        GridRow(
            priority=traced.name,
            points=half_up_whole(100 * traced.weight),
            owner=given.owner_ref,
            cells=tuple(
                Cell(
                    facet,
                    names[facet],
                    clarity(card.bank, value),
                    _said(card.bank, given, facet),
                    (row, facet) in outlined,
                )
                for facet, value in traced.facets.named()
            ),
        )
        for row, (traced, given) in enumerate(rows)
    )


def _emptiest(card: Scorecard) -> frozenset[tuple[int, FacetId]]:
    """The cells that are not clear and cost most; of equal ones the one that is read first."""
    costs = {
        (row, facet): traced.weight * (1 - (value or 0.0))
        for row, traced in enumerate(card.trace.priorities)
        for facet, value in traced.facets.named()
        if clarity(card.bank, value) != "clear"
    }
    order = sorted(costs, key=lambda cell: (-round(costs[cell], 9), cell[0], FACETS.index(cell[1])))
    return frozenset(order[:EMPTIEST])


def _said(bank: Bank, priority: Priority, facet: FacetId) -> str:
    """What was chosen for the parts of a facet, in the respondent's words; empty if nothing."""
    texts = []
    for part in bank.trace.parts:
        code = getattr(priority, part.id)
        if part.facet == facet and code is not None:
            texts.append(next(choice.text for choice in part.choices if choice.code == code))
    return " ".join(texts)
