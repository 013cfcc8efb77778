"""The budget alignment index in every case of the specification."""

import pytest

from scoring.assessment import Budget
from tests.scoring.verbs import card, clear, split

TWO = (clear("A", points=60), clear("B", points=40))
RANKED = (clear("A", rank=1), clear("B", rank=2))


def aligned(budget: Budget | None, priorities: tuple[object, ...] = TWO) -> object:
    return card(priorities=priorities, budget=budget).alignment


@pytest.mark.parametrize(
    ("budget", "reason"),
    [
        (None, "split_not_known"),
        (Budget(known=False), "split_not_known"),
        (Budget(known=False, per_priority=(60.0, 40.0), fixed=0, other=0), "split_not_known"),
        (split(60, None), "split_incomplete"),
        (split(60), "split_incomplete"),
        (split(60, 40, fixed=None), "split_incomplete"),
        (split(60, 40, other=None), "split_incomplete"),
        (split(0, 0), "no_budget"),
        (split(60, 34.99), "does_not_add_up"),
        (split(60, 45.01), "does_not_add_up"),
        (split(0, 0, fixed=100), "nothing_movable"),
    ],
)
def test_without_an_index_there_is_a_reason(budget: Budget | None, reason: str) -> None:
    alignment = card(priorities=TWO, budget=budget).alignment
    assert alignment.reason == reason
    assert alignment.index is alignment.band is alignment.unaligned is alignment.top_gap is None
    assert alignment.fixed_share is None
    assert alignment.shares == alignment.gaps == alignment.notes == ()


def test_without_priorities_there_is_nothing_to_compare() -> None:
    assert card(priorities=(), budget=split()).alignment.reason == "no_priorities"
    assert card(priorities=(), budget=None).alignment.reason == "no_priorities"


@pytest.mark.parametrize(
    ("budget", "index", "band"),
    [
        (split(60, 40), 1.0, "close"),
        (split(40, 40, other=20), 0.8, "close"),
        (split(39.99, 40, other=20.01), 0.7999, "partial"),
        (split(20, 40, other=40), 0.6, "partial"),
        (split(19.99, 40, other=40.01), 0.5999, "apart"),
        (split(0, 0, other=100), 0.0, "apart"),
        (split(0, 100), 0.4, "apart"),
    ],
)
def test_the_index_is_the_overlap(budget: Budget, index: float, band: str) -> None:
    alignment = card(priorities=TWO, budget=budget).alignment
    assert alignment.index == pytest.approx(index)
    assert alignment.band == band
    assert alignment.reason is None


def test_fixed_costs_are_left_out_and_shown() -> None:
    alignment = card(priorities=TWO, budget=split(30, 20, fixed=40, other=10)).alignment
    assert alignment.shares == pytest.approx((0.5, 1 / 3))
    assert alignment.gaps == pytest.approx((-0.1, 1 / 3 - 0.4))
    assert alignment.unaligned == pytest.approx(1 / 6)
    assert alignment.fixed_share == 0.4
    assert alignment.top_gap == pytest.approx(-0.1)
    assert alignment.notes == ()


@pytest.mark.parametrize(
    ("budget", "notes"),
    [
        (split(57, 38), ("rescaled",)),
        (split(63, 42), ("rescaled",)),
        (split(30, 20, fixed=50), ()),
        (split(29, 20, fixed=51), ("mostly_fixed",)),
        (split(27, 20, fixed=50), ("rescaled", "mostly_fixed")),
    ],
)
def test_notes_say_what_to_bear_in_mind(budget: Budget, notes: tuple[str, ...]) -> None:
    assert card(priorities=TWO, budget=budget).alignment.notes == notes


def test_one_priority_can_have_nothing_movable() -> None:
    one = (clear(points=1),)
    reason = card(priorities=one, budget=split(0, fixed=100)).alignment.reason
    assert reason == "nothing_movable"
    assert card(priorities=one, budget=split(60, fixed=40)).alignment.reason is None


def test_half_a_point_is_rescaled_too() -> None:
    assert card(priorities=TWO, budget=split(60, 39.5)).alignment.notes == ("rescaled",)


def test_rescaling_changes_no_share() -> None:
    small = card(priorities=TWO, budget=split(57, 38)).alignment
    assert small.shares == pytest.approx((0.6, 0.4))


def test_one_priority_says_little() -> None:
    alignment = card(priorities=(clear(points=1),), budget=split(70, other=30)).alignment
    assert alignment.notes == ("single_priority",)
    assert alignment.index == pytest.approx(0.7)


def test_ranks_give_an_approximate_index() -> None:
    assert card(priorities=RANKED, budget=split(60, 40)).alignment.notes == ("approximate_weights",)


def test_the_top_gap_belongs_to_the_heaviest_priority() -> None:
    turned = (clear("A", points=40), clear("B", points=60))
    alignment = card(priorities=turned, budget=split(50, 50)).alignment
    assert alignment.top_gap == pytest.approx(-0.1)
