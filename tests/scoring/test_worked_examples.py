"""The worked examples, key by key: an expert wrote them down before there was any code."""

import json

import pytest

from scoring import Assessment, score
from scoring.company import company
from scoring.comparison import compare
from scoring.export import as_json, company_as_json, comparison_as_json
from tests.scoring.verbs import PERSONAS, answered, card, example, person, the_bank


@pytest.mark.parametrize("name", PERSONAS)
def test_a_worked_example_matches_in_every_key(name: str) -> None:
    expected = example(name)["expected"]
    result = as_json(card(person(name)))
    assert list(result) == list(expected)
    for key, value in expected.items():
        assert result[key] == value, key


@pytest.mark.parametrize("name", PERSONAS)
def test_keys_stand_in_the_order_of_the_example(name: str) -> None:
    assert json.dumps(as_json(card(person(name)))) == json.dumps(example(name)["expected"])


def test_answering_again_matches_the_repeat() -> None:
    repeat = example("R1_compare")
    first, second = (score(the_bank(), answered(repeat[key])) for key in ("first", "second"))
    assert comparison_as_json(compare(first, second)) == repeat["expected"]


def test_four_people_of_one_company_match() -> None:
    group = example("C1_company")
    people = [
        (response["role_group"], score(the_bank(), answered(response["input"])))
        for response in group["responses"]
    ]
    assert company_as_json(company(people)) == group["expected"]


def test_nothing_answered_gives_every_key_and_no_number() -> None:
    result = as_json(card(Assessment()))
    assert list(result) == list(example("P1")["expected"])
    ownership, overall = result["dimensions"]["OWN"], result["overall"]
    assert [name for name, value in ownership.items() if value is not None] == [
        "caps",
        "capped",
        "answered",
        "applicable",
        "coverage",
        "status",
    ]
    assert set(overall.values()) == {None}
    assert result["causes"] == {
        "symptoms_present": 0,
        "shares": {},
        "ranked": [],
        "top": [],
        "by_dimension": {},
        "infrastructure_share": None,
    }
    assert result["plan"] == {"30": [], "60": [], "90": [], "later": []}
