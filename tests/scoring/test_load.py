"""The complexity-capacity ratio by hand."""

import pytest

from scoring.assessment import Profile
from scoring.load import Load
from tests.scoring.verbs import card

SAME = dict.fromkeys(["channels", "tools", "vendors", "content", "reporting"], "same")


def load(**profile: object) -> Load:
    return card(profile=Profile(**profile)).load  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("change", "growth"),
    [
        (SAME, 1.0),
        (SAME | {"content": "double"}, 2 ** (1 / 5)),
        ({"channels": "fewer", "tools": "some", "vendors": "half"}, (0.75 * 1.25 * 1.5) ** (1 / 3)),
        ({"channels": "double", "tools": "double"}, None),
        ({}, None),
    ],
)
def test_growth_is_a_geometric_mean_of_at_least_three(
    change: dict[str, str], growth: float | None
) -> None:
    found = load(change={**change, "team": "some"})
    assert found.complexity_growth == (None if growth is None else pytest.approx(growth))
    assert found.team_growth == 1.25
    assert found.ratio == (None if growth is None else pytest.approx(growth / 1.25))


def test_the_team_is_not_part_of_the_complexity() -> None:
    found = load(change={"team": "double", "channels": "same", "tools": "same"})
    assert found.complexity_growth is None


def test_an_unknown_team_gives_no_ratio() -> None:
    found = load(change=SAME)
    assert (found.complexity_growth, found.team_growth, found.ratio, found.band) == (
        1.0,
        None,
        None,
        None,
    )


@pytest.mark.parametrize(
    ("grown", "team", "ratio", "band"),
    [
        ("fewer", "same", 0.75, "easing"),
        ("same", "some", 0.8, "easing"),
        ("same", "same", 1.0, "in_step"),
        ("some", "same", 1.25, "stretching"),
        ("half", "some", 1.2, "stretching"),
        ("half", "same", 1.5, "outgrown"),
        ("double", "same", 2.0, "outgrown"),
    ],
)
def test_the_ratio_has_a_name(grown: str, team: str, ratio: float, band: str) -> None:
    found = load(change=dict.fromkeys(SAME, grown) | {"team": team})
    assert found.ratio == pytest.approx(ratio)
    assert found.band == band


def test_work_is_counted_for_each_person() -> None:
    found = load(team_size=4, initiatives=10, channels=5, tools=6, vendors=1)
    assert found.initiatives_per_person == 2.5
    assert found.touchpoints_per_person == 3.0


@pytest.mark.parametrize("profile", [{"team_size": 0}, {}, {"team_size": None}])
def test_without_a_team_nothing_is_counted_per_person(profile: dict[str, object]) -> None:
    found = load(initiatives=10, channels=5, tools=6, vendors=1, **profile)
    assert found.initiatives_per_person is None
    assert found.touchpoints_per_person is None


def test_all_three_counts_are_needed_for_touchpoints() -> None:
    assert load(team_size=2, channels=1, tools=1).touchpoints_per_person is None
    assert load(team_size=2).initiatives_per_person is None
    assert load(team_size=2, initiatives=0).initiatives_per_person == 0.0
