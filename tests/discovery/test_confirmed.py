"""Claimed and confirmed: five answers may change, everything else stays, and the words say why."""

from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import given as given_any
from hypothesis import settings
from hypothesis import strategies as st

from discovery.confirmed import Confirmed, confirm
from discovery.rating import rating_rows
from scoring import Assessment, Scorecard
from tests.scoring.test_properties import assessments
from tests.scoring.verbs import PERSONAS, card, person, the_bank

BANK = the_bank()
ITEM = {entry.evidence: entry.item for entry in BANK.claims}
SOME = settings(max_examples=15, deadline=None)
ratings = st.dictionaries(st.sampled_from(list(ITEM)), st.integers(0, 4))
EPS = 1e-9


def scores(found: Scorecard) -> dict[str, float | None]:
    return {name: one.final for name, one in found.dimensions.items()} | {
        "overall": found.overall.score
    }


def as_answered(given: Assessment) -> dict[str, int]:
    levels = {pair: given.answers.get(item) for pair, item in ITEM.items()}
    return {pair: level for pair, level in levels.items() if isinstance(level, int)}


@given_any(assessments())
@SOME
def test_confirming_what_was_answered_changes_nothing(given: Assessment) -> None:
    before = card(given)
    found = confirm(before, as_answered(given))
    assert found.confirmed is before
    assert not found.changed
    assert found.verdict is None
    assert {entry.change for entry in found.pairs} <= {"same", "not_rated"}


@given_any(assessments(), ratings, st.sampled_from(list(ITEM)))
@SOME
def test_raising_a_rating_never_lowers_a_score(
    given: Assessment, rated: dict[str, int], pair: str
) -> None:
    level = min(rated.get(pair, 0), 3)
    before = card(given)
    low = scores(confirm(before, {**rated, pair: level}).confirmed)
    high = scores(confirm(before, {**rated, pair: level + 1}).confirmed)
    for name, score in low.items():
        other = high[name]
        assert (score is None) == (other is None)
        assert score is None or other is None or other >= score - EPS


@given_any(assessments(), ratings)
@SOME
def test_only_rated_answers_are_replaced(given: Assessment, rated: Mapping[str, int]) -> None:
    found = confirm(card(given), rated).confirmed.assessment
    replaced = {ITEM[pair]: level for pair, level in rated.items()}
    assert found == replace(given, answers={**given.answers, **replaced})


@given_any(assessments(), ratings)
@SOME
def test_a_score_that_moved_names_the_answers_that_moved_it(
    given: Assessment, rated: Mapping[str, int]
) -> None:
    before = card(given)
    found = confirm(before, rated)
    for entry in (*found.dimensions, found.overall):
        assert entry.claimed == scores(before)[entry.id]
        assert entry.confirmed == scores(found.confirmed)[entry.id]
        if entry.claimed != entry.confirmed:
            assert entry.because
        assert set(entry.because) <= {ITEM[pair] for pair in rated}
        assert all("{" not in line for line in entry.lines)


@pytest.mark.parametrize("name", PERSONAS)
def test_no_rating_leaves_everything(name: str) -> None:
    found = confirm(card(person(name)), {})
    assert found.claimed is found.confirmed
    assert {entry.change for entry in found.pairs} == {"not_rated"}
    assert all(len(entry.lines) == 1 for entry in (*found.dimensions, found.overall))


def moved(found: Confirmed, name: str) -> tuple[str, ...]:
    return next(entry for entry in found.dimensions if entry.id == name).lines


def test_p1s_ownership_falls_with_its_owner_by_hand() -> None:
    # O1 = (2·1 + 1·1)/3 = 1.0, raw = 25·(1.5·1.0 + 1.4 + 2.4 + 2)/4.5 = 40.5556
    found = confirm(card(person("P1")), {"owner": 1})
    own = found.dimensions[0]
    assert own.confirmed == pytest.approx(40.555556)
    assert own.because == ("OWN-01",)
    assert own.lines == (
        "“Who answers for the result of each of your top marketing priorities?” "
        "Answered 3, rated 1.",
        "Ownership goes from 52 to 41.",
        "What decides now is its answers, lowest in “Named outcome owners”.",
    )
    assert found.dimensions[1].lines == ("Resourcing stays at 45.",)
    # Ownership is the lowest now: 0.5·(40.5556 + 45 + 42.2222)/3 + 0.5·40.5556 = 41.5741
    assert found.overall.confirmed == pytest.approx(41.574074)
    assert found.overall.because == ("OWN-01",)
    assert found.overall.lines == ("Overall goes from 44 to 42.",)


def test_levels_stand_side_by_side_too() -> None:
    found = confirm(card(person("P1")), {"owner": 1, "trigger": 0, "budget": 1})
    levels = [(one.claimed_level, one.confirmed_level) for one in found.dimensions]
    assert levels == [("Documented", "Documented")] + [("Documented", "Informal")] * 2
    assert (found.overall.claimed_level, found.overall.confirmed_level) == levels[1]
    assert found.overall.lines[1] == "The level goes from Documented to Informal."


def test_a_limit_that_hides_a_change_is_named() -> None:
    found = confirm(card(person("P5")), {"owner": 1})
    assert moved(found, "OWN")[1:] == (
        "Ownership stays at 37.",
        "The answers alone would move it from 100 to 83. What decides is the trace.",
    )


def test_a_limit_that_comes_with_a_rating_is_named() -> None:
    found = confirm(card(person("P3")), {"trigger": 1})
    assert "What decides now is the critical answer." in moved(found, "REV")
    assert found.verdict is not None
    assert "You can go ahead once a few points are settled." in found.verdict


def test_an_answer_that_was_not_known_is_rated_for_the_first_time() -> None:
    given = replace(person("P1"), answers={**person("P1").answers, "REV-05": "dk"})
    found = confirm(card(given), {"trigger": 2})
    pair = next(entry for entry in found.pairs if entry.pair == "trigger")
    assert (pair.change, pair.claimed, pair.confirmed) == ("first", "dk", 2)
    assert pair.claimed_text == "I don’t know"
    assert moved(found, "REV")[0].endswith("Not answered before, rated 2.")


def test_a_score_that_appears_comes_from_no_score() -> None:
    few = {"OWN-01": 3, "OWN-02": 3, "OWN-03": 3, "REV-01": 1}
    found = confirm(card(Assessment(answers=few)), {"process": 2})
    # 25·(1.5·3 + 1·3 + 1·2)/(1.5 + 1 + 1) = 67.8571
    assert moved(found, "OWN")[1] == "Ownership goes from no score to 68."
    assert moved(found, "REV") == ("Review stays at no score.",)


def test_the_self_report_is_kept_beside_the_rating() -> None:
    pairs = confirm(card(person("P1")), {"review": 4, "owner": 3, "budget": 0}).pairs
    assert [(one.pair, one.claimed, one.confirmed, one.change) for one in pairs] == [
        ("owner", 3, 3, "same"),
        ("process", 2, None, "not_rated"),
        ("budget", 3, 0, "lower"),
        ("review", 3, 4, "higher"),
        ("trigger", 1, None, "not_rated"),
    ]


@pytest.mark.parametrize(
    ("rated", "words"),
    [
        ({"owners": 3}, "no pair called 'owners'. The pairs are owner, process, budget"),
        ({"owner": 5}, "'owner' is 5; it is a whole number from 0 to 4"),
        ({"owner": -1}, "whole number"),
        ({"owner": True}, "whole number"),
        ({"owner": 2.0}, "whole number"),
    ],
)
def test_a_rating_that_is_none_is_refused(rated: dict[str, int], words: str) -> None:
    with pytest.raises(ValueError, match=words.split(".")[0]):
        confirm(card(person("P1")), rated)


def test_the_rows_to_rate_bring_the_banks_own_lines_and_what_was_answered() -> None:
    rows = rating_rows(card(person("P1")))
    assert [(row.pair, row.item, row.claimed) for row in rows] == [
        ("owner", "OWN-01", 3),
        ("process", "OWN-06", 2),
        ("budget", "RES-01", 3),
        ("review", "REV-03", 3),
        ("trigger", "REV-05", 1),
    ]
    assert rows[0].options == BANK.item_by_id["OWN-01"].options
    assert rows[0].evidence == pytest.approx(0.425)
    assert rating_rows(card(Assessment()))[0].claimed is None
