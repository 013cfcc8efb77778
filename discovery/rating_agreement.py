"""How far answers and a consultant's ratings agree: the only check on validity there will be.

Expect the rating to be lower than the answer: self-reports of ability are generous.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import StatisticsError, correlation

from bank.model import Bank
from discovery.rating import check_rating
from scoring.assessment import Assessment
from scoring.wording import fill

RatedCall = tuple[Assessment, Mapping[str, int]]
"""What somebody answered, and the ratings of the pairs on the call (pair to level 0-4)."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """One dimension over `n` rated answers of `calls` calls, in levels 0-4.

    `mean_difference` is answer minus rating; `exact` the share (0-1) of answers rated the same;
    `correlation` is Pearson's r, `None` where either side does not vary.
    """

    dimension: str
    n: int
    calls: int
    mean_difference: float | None
    exact: float | None
    correlation: float | None


@dataclass(frozen=True, slots=True)
class AgreementReport:
    """All dimensions; while `missing` is above 0 it has none, and `line` says how many."""

    calls: int
    missing: int
    dimensions: tuple[Agreement, ...]
    line: str | None


def compare_ratings(bank: Bank, calls: Sequence[RatedCall]) -> AgreementReport:
    """Answers beside ratings, by dimension; a call counts when at least one pair can be compared.

    All assessments belong to `bank`. Raises `ValueError` for a pair or level it does not have.
    """
    rated = [pairs for pairs in (_pairs(bank, call) for call in calls) if pairs]
    enough = bank.numbers.questions.assessments_needed
    missing = max(enough - len(rated), 0)
    if missing:
        counts = {"enough": str(enough), "count": str(missing)}
        line = fill(bank.call.questions.missing_ratings, counts)
        return AgreementReport(len(rated), missing, (), line)
    found = tuple(_agreement(entry.id, rated) for entry in bank.dimensions)
    return AgreementReport(len(rated), 0, found, None)


@dataclass(frozen=True, slots=True)
class _Pair:
    dimension: str
    answer: int
    rating: int


def _pairs(bank: Bank, call: RatedCall) -> tuple[_Pair, ...]:
    assessment, ratings = call
    found = []
    for pair, rating in ratings.items():
        item = bank.item_by_id[check_rating(bank, pair, rating)]
        answer = assessment.answers.get(item.id)
        if isinstance(answer, int):
            dimension = bank.capability_by_id[item.capability].dimension
            found.append(_Pair(dimension, answer, rating))
    return tuple(found)


def _agreement(dimension: str, rated: Sequence[Sequence[_Pair]]) -> Agreement:
    inside = [[pair for pair in pairs if pair.dimension == dimension] for pairs in rated]
    pairs = [pair for call in inside for pair in call]
    if not pairs:
        return Agreement(dimension, 0, 0, None, None, None)
    return Agreement(
        dimension=dimension,
        n=len(pairs),
        calls=sum(bool(call) for call in inside),
        mean_difference=sum(pair.answer - pair.rating for pair in pairs) / len(pairs),
        exact=sum(pair.answer == pair.rating for pair in pairs) / len(pairs),
        correlation=_correlation(pairs),
    )


def _correlation(pairs: Sequence[_Pair]) -> float | None:
    answers, ratings = [pair.answer for pair in pairs], [pair.rating for pair in pairs]
    try:
        return correlation(answers, ratings)
    except StatisticsError:  # fewer than two, or one side does not vary
        return None
