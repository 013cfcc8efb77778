"""Rounding as a person would do it on paper."""

import pytest

from scoring.export.plain import number, rounded
from scoring.rounding import half_up, half_up_whole
from scoring.thresholds import above, at_most, below, reaches


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (0.46875, 0.4688),
        (0.46874999999999994, 0.4688),
        (0.20625, 0.2063),
        (0.00005, 0.0001),
        (0.00004999, 0.0),
        (-0.35555, -0.3556),
        (-0.00004, 0.0),
        (-0.0, 0.0),
        (51.666666666, 51.6667),
        (1 / 3, 0.3333),
        (2 / 3, 0.6667),
        (3, 3.0),
    ],
)
def test_halves_round_away_from_zero(value: float, shown: float) -> None:
    assert half_up(value) == shown
    assert str(half_up(value)) == str(shown)


@pytest.mark.parametrize(
    ("value", "shown"), [(62.5, 63), (62.4999, 62), (0.5, 1), (-0.5, -1), (0, 0), (37.0, 37)]
)
def test_screens_show_whole_numbers(value: float, shown: int) -> None:
    assert half_up_whole(value) == shown


def test_nothing_stays_nothing() -> None:
    assert number(None) is None
    assert number(0.123456) == 0.1235
    assert rounded({"a": None, "b": 0.00005}) == {"a": None, "b": 0.0001}


def test_a_hair_under_a_cut_off_still_reaches_it() -> None:
    assert reaches(62.5 - 1e-10, 62.5)
    assert not reaches(62.5 - 1e-8, 62.5)
    assert not below(62.5 - 1e-10, 62.5)
    assert below(62.5 - 1e-8, 62.5)
    assert not above(62.5 + 1e-10, 62.5)
    assert above(62.5 + 1e-8, 62.5)
    assert at_most(62.5 + 1e-10, 62.5)
    assert not at_most(62.5 + 1e-8, 62.5)
