"""What counts as answered, and which *Does not apply* is believed."""

import pytest

from scoring.assessment import Profile
from tests.scoring.verbs import card, every


def test_an_unanswered_item_lowers_coverage_not_maturity() -> None:
    answers = {item: level for item, level in every(3).items() if item != "OWN-02"}
    ownership = card(answers=answers).dimensions["OWN"]
    assert ownership.raw == 75.0
    assert (ownership.coverage.answered, ownership.coverage.applicable) == (7, 8)
    assert ownership.coverage.share == 7 / 8


@pytest.mark.parametrize(
    ("answered", "status", "number"),
    [(8, "scored", 75.0), (6, "scored", 75.0), (5, "provisional", 75.0), (4, "provisional", 75.0)],
)
def test_half_the_items_give_a_provisional_score(answered: int, status: str, number: float) -> None:
    kept = [f"REV-0{place}" for place in range(1, answered + 1)]
    answers = {item: 3 for item in every(3) if not item.startswith("REV") or item in kept}
    review = card(answers=answers).dimensions["REV"]
    assert review.coverage.status == status
    assert review.raw == number


def test_under_half_the_items_show_no_number() -> None:
    answers = {item: 3 for item in every(3) if item not in [f"REV-0{n}" for n in range(1, 6)]}
    result = card(answers=answers)
    review = result.dimensions["REV"]
    assert review.coverage.status == "not_scored"
    assert (review.raw, review.final, review.level, review.band, review.caps) == (
        None,
        None,
        None,
        None,
        (),
    )
    assert result.overall.score is None
    assert result.overall.lowest is None


def test_dont_know_is_missing_and_listed() -> None:
    result = card(answers=every(3, REV_02="dk", OWN_01="dk"))
    assert result.responses.unknown == ("OWN-01", "REV-02")
    assert result.dimensions["REV"].coverage.answered == 7
    assert "REV-02" not in result.responses.levels


ALONE = Profile(team_size=1, vendors=0, tools=1, added_capacity_12m=False)
BUSY = Profile(team_size=2, vendors=1, tools=2, added_capacity_12m=True)
OFFERED = ["OWN-07", "OWN-08", "RES-07", "RES-08", "REV-02", "REV-06"]


@pytest.mark.parametrize("item", OFFERED)
@pytest.mark.parametrize("profile", [ALONE, Profile()], ids=["the rule holds", "nothing known"])
def test_does_not_apply_is_believed(item: str, profile: Profile) -> None:
    result = card(answers=every(3, **{item.replace("-", "_"): "na"}), profile=profile)
    assert result.responses.not_applicable == (item,)
    assert result.responses.na_rejected == ()
    dimension = result.dimensions[item[:3]]
    assert (dimension.coverage.answered, dimension.coverage.applicable) == (7, 7)
    assert dimension.coverage.share == 1.0


@pytest.mark.parametrize("item", [item for item in OFFERED if item != "REV-06"])
def test_an_unbelievable_does_not_apply_counts_as_unanswered(item: str) -> None:
    result = card(answers=every(3, **{item.replace("-", "_"): "na"}), profile=BUSY)
    assert result.responses.na_rejected == (item,)
    assert result.responses.not_applicable == ()
    assert result.dimensions[item[:3]].coverage.applicable == 8
    assert result.dimensions[item[:3]].coverage.answered == 7


def test_no_clear_miss_is_believed_whatever_the_profile_says() -> None:
    result = card(answers=every(3, REV_06="na"), profile=BUSY)
    assert result.responses.not_applicable == ("REV-06",)


def test_does_not_apply_is_refused_where_it_is_not_offered() -> None:
    result = card(answers=every(3, OWN_01="na"), profile=ALONE)
    assert result.responses.na_rejected == ("OWN-01",)


@pytest.mark.parametrize(
    ("profile", "believed"),
    [
        (Profile(team_size=1, vendors=0), True),
        (Profile(team_size=1), True),
        (Profile(vendors=0), True),
        (Profile(team_size=0, vendors=0), True),
        (Profile(team_size=2, vendors=0), False),
        (Profile(team_size=1, vendors=1), False),
        (Profile(team_size=2), False),
        (Profile(vendors=1), False),
    ],
)
def test_working_alone_takes_both_facts(profile: Profile, believed: bool) -> None:
    result = card(answers=every(3, OWN_07="na"), profile=profile)
    assert (result.responses.not_applicable == ("OWN-07",)) is believed


@pytest.mark.parametrize(("tools", "believed"), [(0, True), (1, True), (2, False)])
def test_one_tool_or_none_has_nothing_to_bring_together(tools: int, believed: bool) -> None:
    result = card(answers=every(3, REV_02="na"), profile=Profile(tools=tools))
    assert (result.responses.not_applicable == ("REV-02",)) is believed


def test_fewer_than_four_applicable_items_show_no_number() -> None:
    """The bank offers too few escapes for this today; a shorter bank could."""
    from dataclasses import replace

    from scoring import score
    from tests.scoring.verbs import sound, the_bank

    bank = the_bank()
    numbers = replace(bank.numbers, coverage=replace(bank.numbers.coverage, minimum_items=9))
    strict = replace(bank, numbers=numbers)
    result = score(strict, sound())
    assert result.dimensions["OWN"].coverage.status == "not_scored"
    assert result.dimensions["OWN"].coverage.share == 1.0
