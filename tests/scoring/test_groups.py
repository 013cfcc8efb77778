"""Several people of one company, and one person answering again."""

from dataclasses import replace

import pytest

from scoring import Assessment, Scorecard, score
from scoring.company import company
from scoring.comparison import NotComparableError, compare
from tests.scoring.verbs import answered, card, clear, every, example, sound, the_bank


def team(*levels: int | None, item: str = "OWN-01") -> list[tuple[str, Scorecard]]:
    """A leader and then team members who differ in one answer."""
    people = []
    for place, level in enumerate(levels):
        answers = every(2)
        if level is None:
            del answers[item]
        else:
            answers[item] = level
        people.append(("team" if place else "leader", card(Assessment(answers=answers))))
    return people


def test_the_worked_check_of_the_specification() -> None:
    item = company(team(3, 1, 1, 3)).items["OWN-01"]
    assert (item.n, item.mean, item.range, item.ad) == (4, 2.0, 2, 1.0)
    assert item.rwg == pytest.approx(1 - (4 / 3) / 2)
    assert item.differs
    assert item.show == "range_and_ad"


@pytest.mark.parametrize(
    ("levels", "differs", "show"),
    [
        ((2,), False, "nothing"),
        ((3, 2), False, "difference"),
        ((4, 2), True, "difference"),
        ((1, 2, 2), False, "range_and_ad"),
        ((0, 1, 2), True, "range_and_ad"),
        ((0, 2, 2, 2, 2), False, "ad_and_rwg"),
        ((1, 1, 2, 3, 3), False, "ad_and_rwg"),
        ((0, 1, 2, 2, 3), True, "ad_and_rwg"),
        ((0, 4, 0, 4, 0, 4), True, "ad_and_rwg"),
    ],
)
def test_how_many_answered_decides_what_is_shown(
    levels: tuple[int, ...], differs: bool, show: str
) -> None:
    item = company(team(*levels)).items["OWN-01"]
    assert (item.differs, item.show, item.n) == (differs, show, len(levels))


def test_variance_is_limited_so_that_agreement_is_not_negative() -> None:
    assert company(team(0, 4)).items["OWN-01"].rwg == 0.0
    assert company(team(2, 2)).items["OWN-01"].rwg == 1.0
    assert company(team(2)).items["OWN-01"].rwg is None


def test_a_missing_answer_is_left_out() -> None:
    item = company(team(3, None, 1)).items["OWN-01"]
    assert (item.n, item.mean, item.show) == (2, 2.0, "difference")
    nobody = company(team(None, None)).items["OWN-01"]
    assert (nobody.n, nobody.mean, nobody.range, nobody.ad, nobody.rwg) == (0, *[None] * 4)
    assert (nobody.differs, nobody.show) == (False, "nothing")


def test_the_largest_difference_comes_first() -> None:
    people = [
        ("leader", card(Assessment(answers=every(2, REV_01=4, OWN_02=4)))),
        ("team", card(Assessment(answers=every(2, REV_01=0, OWN_02=2)))),
    ]
    assert company(people).differs == ("REV-01", "OWN-02")


def test_the_leader_beside_the_team() -> None:
    people = [
        ("leader", card(Assessment(answers=every(4)))),
        ("team", card(Assessment(answers=every(2)))),
        ("team", card(Assessment(answers=every(1)))),
    ]
    ownership = company(people).dimensions["OWN"]
    assert (ownership.n, ownership.range) == (3, 75.0)
    assert ownership.mean == pytest.approx(175 / 3)
    assert ownership.leader_minus_team == 100 - 37.5
    assert ownership.mean_item_rwg == 0.0


def test_without_a_leader_or_a_score_there_is_no_difference() -> None:
    ownership = company([("team", card(Assessment(answers=every(2))))]).dimensions["OWN"]
    assert ownership.leader_minus_team is None
    assert ownership.mean_item_rwg is None
    empty = company([("leader", card(Assessment()))]).dimensions["OWN"]
    assert (empty.n, empty.mean, empty.range) == (0, None, None)


def test_a_team_of_three_is_shown_to_the_leader() -> None:
    assert not company(team(3, 1, 1)).shown_to_leader
    assert company(team(3, 1, 1, 1)).shown_to_leader
    assert company(team(3, 1, 1, 1)).respondents == 4


def test_a_company_needs_somebody() -> None:
    with pytest.raises(ValueError, match=r"^A company needs at least one response\.$"):
        company([])


def repeat(first: Assessment, second: Assessment) -> object:
    return compare(card(first), card(second))


FIRST = sound(answers=every(2))


@pytest.mark.parametrize(
    ("answers", "verdict", "up", "down"),
    [
        (every(2, OWN_01=4, OWN_02=3), "clear_up", ("OWN-01", "OWN-02"), ()),
        (every(2, OWN_01=0, OWN_02=0), "clear_down", (), ("OWN-01", "OWN-02")),
        (every(2, OWN_01=4), "unclear", ("OWN-01",), ()),
        (every(2, OWN_01=0), "unclear", (), ("OWN-01",)),
        (every(2, OWN_07=3, OWN_08=3), "unclear", ("OWN-07", "OWN-08"), ()),
        (every(2, OWN_01=3, OWN_07=1), "unclear", ("OWN-01",), ("OWN-07",)),
        (every(2), "unclear", (), ()),
    ],
)
def test_a_clear_change_lies_outside_the_band_and_moves_two_items(
    answers: dict[str, int], verdict: str, up: tuple[str, ...], down: tuple[str, ...]
) -> None:
    found = compare(card(FIRST), card(sound(answers=answers))).dimensions["OWN"]
    assert (found.verdict, found.items_up, found.items_down) == (verdict, up, down)


def test_only_items_answered_both_times_can_move() -> None:
    before = every(2)
    del before["OWN-01"]
    found = compare(card(sound(answers=before)), card(sound(answers=every(4)))).dimensions["OWN"]
    assert "OWN-01" not in found.items_up
    assert len(found.items_up) == 7


def test_changes_are_differences_of_the_printed_numbers() -> None:
    given = example("R1_compare")
    found = compare(
        score(the_bank(), answered(given["first"])), score(the_bank(), answered(given["second"]))
    )
    review = found.dimensions["REV"]
    assert (review.first, review.second, review.change) == (42.2222, 65.5556, 23.3334)


def test_a_missing_score_gives_no_change() -> None:
    found = compare(card(Assessment()), card(FIRST))
    ownership = found.dimensions["OWN"]
    assert (ownership.first, ownership.change, ownership.verdict) == (None, None, "unclear")
    assert (found.overall_change, found.trace_change) == (None, None)
    assert (found.verdict_from, found.verdict_to) == (
        "not_enough_evidence",
        card(FIRST).verdict.code,
    )
    assert compare(card(FIRST), card(Assessment())).dimensions["OWN"].second is None


def test_the_trace_moves_as_well() -> None:
    worse = sound(priorities=(clear("First", points=60, owner="team"), clear("Second", points=40)))
    assert compare(card(sound()), card(worse)).trace_change == -11.25


@pytest.mark.parametrize(("version", "bank_id"), [("2.0.0", "orr"), ("1.0.0", "other")])
def test_banks_that_differ_too_much_are_not_compared(version: str, bank_id: str) -> None:
    bank = the_bank()
    other = replace(bank, about=replace(bank.about, version=version, id=bank_id))
    with pytest.raises(NotComparableError) as error:
        compare(card(FIRST), score(other, FIRST))
    assert str(error.value) == (
        f"The first was answered with bank orr 1.0.0, the second with {bank_id} {version}; "
        "only banks of one major version can be compared."
    )


def test_minor_versions_are_compared() -> None:
    bank = the_bank()
    other = replace(bank, about=replace(bank.about, version="1.4.2"))
    assert compare(card(FIRST), score(other, FIRST)).overall_change == 0.0
