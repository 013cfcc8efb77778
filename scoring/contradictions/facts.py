"""What a contradiction rule may look at, and what it gives back."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from scoring.assessment import Assessment
from scoring.budget import Alignment
from scoring.evidence import ClaimGap
from scoring.load import Load
from scoring.thresholds import reaches
from scoring.trace import FacetId, Trace

Detail = Mapping[str, tuple[int | str, ...]]
"""Which priorities, facets or choices made a rule fire; empty when there is nothing to add."""

Cutoffs = Mapping[str, float]
"""A rule's numbers from the bank."""

NOTHING_TO_ADD: Detail = {}


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A rule that fired. `items` are the answers it is about."""

    code: str
    severity: str
    items: tuple[str, ...]
    detail: Detail


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything known before causes and moves. `raw` holds each dimension's score without caps."""

    assessment: Assessment
    levels: Mapping[str, int]
    not_applicable: tuple[str, ...]
    trace: Trace
    alignment: Alignment
    load: Load
    claims: ClaimGap
    raw: Mapping[str, float | None]

    def claims_at_least(self, item: str, level: float) -> bool:
        """Was `item` answered with `level` or higher? A missing answer is no."""
        answer = self.levels.get(item)
        return answer is not None and answer >= level

    def hurts(self, symptom: str, times: float) -> bool:
        """Was `symptom` seen at least as often as `times` (0-3)?"""
        return self.assessment.symptoms.get(symptom, 0) >= times

    def priorities_below(self, facet: FacetId, cutoff: float) -> tuple[int, ...]:
        """Positions of the priorities whose facet was answered and lies under `cutoff`."""
        values = [getattr(entry.facets, facet) for entry in self.trace.priorities]
        return tuple(
            position
            for position, value in enumerate(values)
            if value is not None and not reaches(value, cutoff)
        )


Condition = Callable[[Facts, Cutoffs], Detail | None]
"""Gives the detail of a rule that fires, or `None`."""
