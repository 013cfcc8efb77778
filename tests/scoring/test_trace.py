"""The priority trace by hand: weights, facets, scores, status."""

import pytest

from scoring.assessment import Priority
from scoring.trace import weigh
from tests.scoring.verbs import card, clear


def ranked(*ranks: int | None) -> list[Priority]:
    return [Priority(f"P{place}", rank=rank) for place, rank in enumerate(ranks)]


def pointed(*points: float | None) -> list[Priority]:
    return [Priority(f"P{place}", points=value) for place, value in enumerate(points)]


@pytest.mark.parametrize(
    ("priorities", "basis", "weights"),
    [
        (pointed(60, 25, 15), "points", [0.6, 0.25, 0.15]),
        (pointed(3, 1), "points", [0.75, 0.25]),
        (pointed(0.75, 0.25), "points", [0.75, 0.25]),
        (pointed(100, 0), "points", [1.0, 0.0]),
        (pointed(0, 0), "equal", [0.5, 0.5]),
        (pointed(60, None), "equal", [0.5, 0.5]),
        (pointed(0, 0, 0), "equal", [1 / 3] * 3),
        (ranked(1, 2, 3), "ranks", [11 / 18, 5 / 18, 2 / 18]),
        (ranked(1, 2), "ranks", [0.75, 0.25]),
        (ranked(2, 1), "ranks", [0.25, 0.75]),
        (ranked(7), "ranks", [1.0]),
        (ranked(1, 1), "ranks", [0.5, 0.5]),
        (ranked(1, 1, 3), "ranks", [16 / 36, 16 / 36, 2 / 18]),
        (ranked(1, 2, 2), "ranks", [11 / 18, 7 / 36, 7 / 36]),
        (ranked(1, None), "equal", [0.5, 0.5]),
        ([], None, []),
    ],
)
def test_weights_come_from_points_then_ranks_then_nothing(
    priorities: list[Priority], basis: str | None, weights: list[float]
) -> None:
    found, given = weigh(priorities)
    assert found == basis
    assert given == pytest.approx(weights)


def test_points_come_before_ranks() -> None:
    both = [Priority("A", points=20, rank=1), Priority("B", points=80, rank=2)]
    assert weigh(both) == ("points", [0.2, 0.8])


@pytest.mark.parametrize(
    ("form", "cadence", "review"),
    [
        ("none", None, 0.0),
        ("none", "weekly", 0.0),
        ("report_only", "monthly", 0.5),
        ("report_only", "quarterly", 0.375),
        ("decision_review", "weekly", 1.0),
        ("decision_review", "two_weekly", 1.0),
        ("decision_review", "quarterly", 0.75),
        ("decision_review", "less_often", 0.25),
        ("decision_review", "no_set_time", 0.0),
        ("decision_review", None, None),
        (None, "monthly", None),
        (None, None, None),
    ],
)
def test_a_review_is_worth_its_form_times_its_rhythm(
    form: str | None, cadence: str | None, review: float | None
) -> None:
    result = card(priorities=(clear(review_form=form, review_cadence=cadence),))
    assert result.trace.priorities[0].facets.review == review


@pytest.mark.parametrize(
    ("threshold", "action", "trigger"),
    [
        ("number_and_date", "set_action_named", 1.0),
        ("number", "set_action_named", 0.75),
        ("number_and_date", "set_action", 0.75),
        ("number_and_date", "discuss", 0.25),
        ("general", "set_action", 0.25),
        ("none", "set_action_named", 0.0),
        ("number", "nothing_set", 0.0),
        (None, "set_action", None),
        ("number", None, None),
        ("none", None, None),
    ],
)
def test_a_trigger_is_as_good_as_its_weaker_half(
    threshold: str | None, action: str | None, trigger: float | None
) -> None:
    result = card(priorities=(clear(threshold=threshold, action=action),))
    assert result.trace.priorities[0].facets.trigger == trigger


def test_an_unanswered_part_counts_nothing_in_the_score_and_is_left_out_of_the_means() -> None:
    result = card(
        priorities=(clear("A", owner=None, points=75), clear("B", owner="shared", points=25))
    )
    first, second = result.trace.priorities
    assert first.score == 75.0
    assert (first.clear, first.complete) == (3, False)
    assert second.score == 87.5
    assert (second.clear, second.complete) == (3, True)
    assert result.trace.facet_means.owner == 0.5
    assert result.trace.score == pytest.approx(0.75 * 75 + 0.25 * 87.5)
    assert (result.trace.clear, result.trace.clear_possible) == (6, 8)
    assert result.trace.clear_ratio == 0.75
    assert result.trace.status == "partial"


def test_a_facet_answered_only_where_it_weighs_nothing_has_no_mean() -> None:
    result = card(priorities=(clear("A", owner=None, points=100), clear("B", points=0)))
    assert result.trace.facet_means.owner is None
    assert result.trace.facet_means.process == 1.0


def test_a_named_priority_without_any_answer_is_not_a_trace() -> None:
    """Unanswered is not zero: nothing was traced, so there is nothing to judge (decision 002)."""
    result = card(priorities=(Priority("Only a name", points=100),))
    assert result.trace.status == "none"
    assert result.trace.score is None
    assert result.verdict.code == "not_enough_evidence"
    assert result.confidence == "lower"


def test_one_traced_priority_is_a_partial_trace() -> None:
    assert card(priorities=(clear(points=100),)).trace.status == "partial"
    assert card(priorities=(clear(points=1), clear("B", points=1))).trace.status == "full"


def test_no_priorities_give_no_trace() -> None:
    trace = card(priorities=()).trace
    assert (trace.status, trace.score, trace.top, trace.weight_basis) == ("none", None, None, None)
    assert (trace.clear, trace.clear_possible, trace.clear_ratio) == (0, 0, None)
    assert trace.facet_means.values() == (None, None, None, None)


@pytest.mark.parametrize(
    ("points", "top"), [((50, 50), 0), ((20, 80), 1), ((30, 30, 40), 2), ((40, 40, 20), 0)]
)
def test_the_first_named_priority_wins_a_tie(points: tuple[float, ...], top: int) -> None:
    given = tuple(clear(str(place), points=value) for place, value in enumerate(points))
    assert card(priorities=given).trace.top == top


def test_three_quarters_is_clear_and_half_is_not() -> None:
    given = clear(threshold="number", review_cadence="quarterly", process="partly_written")
    assert card(priorities=(given,)).trace.priorities[0].clear == 3


def test_one_answered_part_begins_the_trace() -> None:
    """Part-way is not nothing: a form without its rhythm must not count for less than no review."""
    only_form = card(priorities=(Priority("A", review_form="decision_review", points=1),)).trace
    assert (only_form.status, only_form.score) == ("partial", 0.0)
    only_number = card(priorities=(Priority("A", threshold="number", points=1),)).trace
    assert (only_number.status, only_number.score) == ("partial", 0.0)
