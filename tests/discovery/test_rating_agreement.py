"""How far answers and ratings agree, on numbers that can be worked out by hand."""

from math import sqrt

import pytest

from discovery.rating_agreement import RatedCall, compare_ratings
from scoring import Assessment
from tests.scoring.verbs import the_bank

BANK = the_bank()


def call(pair: str, item: str, answer: int | str, rating: int) -> RatedCall:
    return Assessment(answers={item: answer}), {pair: rating}  # type: ignore[dict-item]


def money(answer: int, rating: int) -> RatedCall:
    return call("budget", "RES-01", answer, rating)


def test_below_thirty_rated_calls_nothing_is_said_but_how_many_are_missing() -> None:
    report = compare_ratings(BANK, [money(3, 2)] * 28 + [(Assessment(), {"owner": 1})] * 10)
    assert (report.calls, report.missing, report.dimensions) == (28, 2, ())
    assert report.line == (
        "Answers and ratings are compared from 30 rated calls on. Still missing: 2."
    )


def test_forty_calls_by_hand() -> None:
    # Answers 4, 3, 2, 1 against ratings 3, 3, 1, 1, ten of each: differences 1, 0, 1, 0.
    report = compare_ratings(BANK, [*[money(4, 3), money(3, 3), money(2, 1), money(1, 1)] * 10])
    assert (report.calls, report.missing, report.line) == (40, 0, None)
    own, res, rev = report.dimensions
    assert (own.dimension, res.dimension, rev.dimension) == ("OWN", "RES", "REV")
    assert (res.n, res.calls) == (40, 40)
    assert res.mean_difference == pytest.approx(0.5)
    assert res.exact == pytest.approx(0.5)
    # Σ(x - 2.5)(y - 2) = 1.5 + 0.5 + 0.5 + 1.5 = 4; Σ(x - 2.5)² = 5; Σ(y - 2)² = 4.
    assert res.correlation == pytest.approx(4 / sqrt(5 * 4))
    assert (own.n, own.mean_difference, own.exact, own.correlation) == (0, None, None, None)
    assert rev.calls == 0


def test_two_pairs_of_one_dimension_are_two_ratings_of_one_call() -> None:
    answers = Assessment(answers={"OWN-01": 4, "OWN-06": 2})
    report = compare_ratings(BANK, [(answers, {"owner": 1, "process": 3})] * 30)
    own = report.dimensions[0]
    assert (report.calls, own.n, own.calls) == (30, 60, 30)
    assert own.mean_difference == pytest.approx((3 - 1) / 2)
    assert own.exact == 0
    assert own.correlation == pytest.approx(-1)


def test_where_one_side_does_not_vary_there_is_no_correlation() -> None:
    report = compare_ratings(BANK, [money(4, 2), money(4, 3)] * 15)
    assert report.dimensions[1].correlation is None
    assert report.dimensions[1].mean_difference == pytest.approx(1.5)


def test_answers_that_are_no_level_cannot_be_compared() -> None:
    unknown = [call("budget", "RES-01", "dk", 2)] * 40
    assert compare_ratings(BANK, unknown).calls == 0


def test_a_rating_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="whole number from 0 to 4"):
        compare_ratings(BANK, [money(3, 7)])
