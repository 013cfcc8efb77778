"""The priority trace: process, owner, review and trigger of each priority (docs/method.md 3.6)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from scoring.assessment import Priority
from scoring.method import Method
from scoring.thresholds import reaches

FacetId = Literal["process", "owner", "review", "trigger"]
FACETS: Final[tuple[FacetId, ...]] = ("process", "owner", "review", "trigger")

NO_REVIEW: Final = "none"
"""The review form after which the cadence is not asked."""


@dataclass(frozen=True, slots=True)
class Facets:
    """One number from 0 to 1 for each question of the trace; `None` was not answered."""

    process: float | None = None
    owner: float | None = None
    review: float | None = None
    trigger: float | None = None

    def values(self) -> tuple[float | None, ...]:
        """The four numbers in the order of `FACETS`."""
        return (self.process, self.owner, self.review, self.trigger)

    def named(self) -> Iterator[tuple[FacetId, float | None]]:
        """Pairs of facet id and number, in order."""
        return zip(FACETS, self.values(), strict=True)


@dataclass(frozen=True, slots=True)
class TracedPriority:
    """A priority with its weight (0-1), facets, score (0-100) and clear answers (0-4)."""

    name: str
    weight: float
    facets: Facets
    score: float
    clear: int
    complete: bool


@dataclass(frozen=True, slots=True)
class Trace:
    """All priorities together. `score` is 0-100 and `None` when no question was answered.

    `weight_basis` is *points*, *ranks* or *equal*; `status` is *full*, *partial* or *none*;
    `top` is the position of the heaviest priority.
    """

    priorities: tuple[TracedPriority, ...]
    weight_basis: str | None
    score: float | None
    clear: int
    clear_possible: int
    top: int | None
    facet_means: Facets
    status: str

    @property
    def clear_ratio(self) -> float | None:
        """Clear answers over possible ones, 0 to 1."""
        return self.clear / self.clear_possible if self.clear_possible else None


def trace(method: Method, priorities: Sequence[Priority]) -> Trace:
    """Follow `priorities` through the four questions.

    A part that was not answered counts 0 in a priority's score and is left out of the means.
    When nothing at all was answered there is no score: nothing was traced.
    """
    basis, weights = weigh(priorities)
    clear_from = method.bank.numbers.trace.clear_from
    traced = tuple(
        _follow(method, priority, weight, clear_from)
        for priority, weight in zip(priorities, weights, strict=True)
    )
    started = any(
        getattr(priority, part) is not None
        for priority in priorities
        for part in method.trace_values
    )
    return Trace(
        priorities=traced,
        weight_basis=basis,
        score=sum(entry.weight * entry.score for entry in traced) if started else None,
        clear=sum(entry.clear for entry in traced),
        clear_possible=len(FACETS) * len(traced),
        top=weights.index(max(weights)) if weights else None,
        facet_means=_means(traced),
        status=_status(traced, started),
    )


def weigh(priorities: Sequence[Priority]) -> tuple[str | None, list[float]]:
    """The basis and weights of `priorities`: points, else ranks, else equal; they add up to 1."""
    if not priorities:
        return None, []
    points = [priority.points for priority in priorities if priority.points is not None]
    if len(points) == len(priorities) and sum(points) > 0:
        total = sum(points)
        return "points", [point / total for point in points]
    ranks = [priority.rank for priority in priorities if priority.rank is not None]
    if len(ranks) == len(priorities):
        return "ranks", _centroids(ranks)
    return "equal", [1 / len(priorities)] * len(priorities)


def _centroids(ranks: Sequence[int]) -> list[float]:
    """Rank-order-centroid weights [E26]: place r of n is worth (1/n)·Σ 1/k for k from r to n.

    Equal ranks share the mean of the places that they span.
    """
    count = len(ranks)
    places = [sum(1 / k for k in range(place, count + 1)) / count for place in range(1, count + 1)]
    shared: dict[int, float] = {}
    for rank in ranks:
        first = sum(other < rank for other in ranks)
        span = places[first : first + ranks.count(rank)]
        shared[rank] = sum(span) / len(span)
    return [shared[rank] for rank in ranks]


def _follow(method: Method, priority: Priority, weight: float, clear_from: float) -> TracedPriority:
    facets = _facets(method.trace_values, priority)
    values = facets.values()
    return TracedPriority(
        name=priority.name,
        weight=weight,
        facets=facets,
        score=100 * sum(value or 0.0 for value in values) / len(values),
        clear=sum(value is not None and reaches(value, clear_from) for value in values),
        complete=None not in values,
    )


def _facets(table: Mapping[str, Mapping[str, float]], priority: Priority) -> Facets:
    threshold = _value(table["threshold"], priority.threshold)
    action = _value(table["action"], priority.action)
    return Facets(
        process=_value(table["process"], priority.process),
        owner=_value(table["owner"], priority.owner),
        review=_review(table, priority),
        trigger=None if threshold is None or action is None else min(threshold, action),
    )


def _review(table: Mapping[str, Mapping[str, float]], priority: Priority) -> float | None:
    if priority.review_form == NO_REVIEW:
        return 0.0
    form = _value(table["review_form"], priority.review_form)
    cadence = _value(table["review_cadence"], priority.review_cadence)
    return None if form is None or cadence is None else form * cadence


def _value(choices: Mapping[str, float], code: str | None) -> float | None:
    return None if code is None else choices[code]


def _means(traced: Sequence[TracedPriority]) -> Facets:
    """Weighted mean of each facet over the priorities that answered it."""
    columns = zip(*(entry.facets.values() for entry in traced), strict=True)
    weights = [entry.weight for entry in traced]
    return Facets(*(_weighted_mean(column, weights) for column in columns))


def _weighted_mean(values: Sequence[float | None], weights: Sequence[float]) -> float | None:
    total = weight_sum = 0.0
    for value, weight in zip(values, weights, strict=True):
        if value is not None:
            total += weight * value
            weight_sum += weight
    return total / weight_sum if weight_sum else None


def _status(traced: Sequence[TracedPriority], started: bool) -> str:
    if not started:
        return "none"
    complete = len(traced) > 1 and all(entry.complete for entry in traced)
    return "full" if complete else "partial"
