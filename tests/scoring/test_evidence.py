"""What the answers claim beside what the trace shows."""

import pytest

from scoring.assessment import Assessment
from tests.scoring.verbs import card, clear, every, person, split

ONE = (clear("A", points=100),)


def test_five_pairs_are_compared() -> None:
    pairs = card(answers=every(2)).claims.pairs
    assert {name: pair.item for name, pair in pairs.items()} == {
        "owner": "OWN-01",
        "process": "OWN-06",
        "budget": "RES-01",
        "review": "REV-03",
        "trigger": "REV-05",
    }
    assert all(pair.claim == 0.5 for pair in pairs.values())
    assert all(pair.gap == pytest.approx(-0.5) for pair in pairs.values())


@pytest.mark.parametrize(
    ("level", "owner", "ahead", "behind"),
    [
        (3, "shared", ("owner",), ()),
        (2, "shared", (), ()),
        (2, "team", ("owner",), ()),
        (1, "shared", (), ("owner",)),
        (0, "team", (), ("owner",)),
        (1, "team", (), ()),
    ],
)
def test_a_difference_of_one_step_is_listed(
    level: int, owner: str, ahead: tuple[str, ...], behind: tuple[str, ...]
) -> None:
    claims = card(
        answers={"OWN-01": level}, priorities=(clear(owner=owner, points=1),), budget=None
    ).claims
    assert claims.ahead == ahead
    assert claims.behind == behind
    assert claims.matched == 1 - len(ahead) - len(behind)


def test_the_signed_and_the_absolute_mean() -> None:
    answers = {"OWN-01": 4, "OWN-06": 1}
    claims = card(answers=answers, priorities=(clear(owner="team", points=1),), budget=None).claims
    assert claims.mean == pytest.approx((0.75 - 0.75) / 2)
    assert claims.mean_abs == pytest.approx(0.75)


def test_nothing_to_compare_gives_no_means() -> None:
    claims = card(Assessment(answers=every(3))).claims
    assert (dict(claims.pairs), claims.mean, claims.mean_abs) == ({}, None, None)
    assert (claims.ahead, claims.behind, claims.matched) == ((), (), 0)


def test_a_missing_answer_leaves_its_pair_out() -> None:
    answers = every(3)
    del answers["REV-05"]
    assert "trigger" not in card(answers=answers).claims.pairs


def test_evidence_is_a_mean_of_what_is_known() -> None:
    result = card(person("P1"))
    shown = [dimension.evidence for dimension in result.dimensions.values()]
    assert shown == pytest.approx([0.46875, 0.4833333333, 0.365625])
    assert result.evidence.owner == pytest.approx(0.425)
    half = card(priorities=(clear(owner=None, process="partly_written"),), budget=split(50))
    assert half.dimensions["OWN"].evidence == 0.5
