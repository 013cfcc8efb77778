"""What an answer file may hold, and what the reader makes of it."""

import json
import math

import pytest

from scoring.answer_file import read_answer_file, read_company_file, read_comparison_file
from scoring.assessment import Assessment, Budget, Priority, Profile, TriggerRule
from tests.scoring.answer_files import BANK, PEOPLE, as_bytes, assessment_of, example


def priority(**keys):
    return assessment_of({"priorities": [{"name": "A", **keys}]}).priorities[0]


def profile(**keys):
    return assessment_of({"profile": keys}).profile


def budget(**keys):
    named = [{"name": "A"}, {"name": "B"}]
    return assessment_of({"priorities": named, "budget": keys}).budget


@pytest.mark.parametrize(
    "empty",
    [
        {},
        {"input": {}},
        {"format": "orr-answers-1", "input": {}},
        {"format": None, "bank": None, "input": {}},
        dict.fromkeys(["profile", "answers", "notes", "priorities", "budget", "symptoms"]),
        {"answers": {}, "notes": {}, "priorities": [], "symptoms": {}, "profile": {}},
        {"answers": {"OWN-01": None}, "symptoms": {"S01": None}, "notes": {"OWN-01": None}},
        {"seconds_core": None, "profile": {"role": None, "tried": None, "change": None}},
        {"profile": {"role": "  ", "tried": [], "change": {"team": None}}},
        {"notes": {"OWN-01": " \n\u2028"}},
    ],
)
def test_nothing_answered_is_an_answer_file(empty):
    assert assessment_of(empty) == Assessment()


@pytest.mark.parametrize("answer", [0, 1, 2, 3, 4, "dk", "na"])
def test_an_answer_is_a_level_dont_know_or_does_not_apply(answer):
    assert dict(assessment_of({"answers": {"OWN-01": answer}}).answers) == {"OWN-01": answer}


@pytest.mark.parametrize("often", [0, 1, 2, 3])
def test_a_symptom_is_seen_not_at_all_to_most_of_the_time(often):
    assert dict(assessment_of({"symptoms": {"S16": often}}).symptoms) == {"S16": often}


@pytest.mark.parametrize("note", ["One\r\n\ttwo ", "é 中 \N{GRINNING FACE}", "x" * 1000])
def test_a_note_is_kept_as_it_is(note):
    assert dict(assessment_of({"notes": {"REV-08": note}}).notes) == {"REV-08": note}


def test_a_priority_has_all_its_keys():
    keys = {
        "process": "partly_written",
        "owner": "one_person",
        "review_form": "report_only",
        "review_cadence": "two_weekly",
        "threshold": "number",
        "action": "set_action",
        "points": 12.5,
        "rank": 9,
    }
    rule = {"result": " 85 ", "date": "1 June", "person": "F", "action": "stop"}
    read = priority(owner_ref=" F ", rule=rule, **keys)
    blanks = TriggerRule("85", "1 June", "F", "stop")
    assert read == Priority(name="A", owner_ref="F", rule=blanks, **keys)


@pytest.mark.parametrize(
    ("keys", "field", "value"),
    [
        ({"name": " Lead "}, "name", "Lead"),
        ({"name": "x" * 60}, "name", "x" * 60),
        ({"points": 0}, "points", 0.0),
        ({"points": 100}, "points", 100.0),
        ({"points": None}, "points", None),
        ({"rank": 1}, "rank", 1),
        ({"rank": None}, "rank", None),
        ({"owner_ref": ""}, "owner_ref", ""),
        ({"owner_ref": None}, "owner_ref", ""),
        ({"rule": None}, "rule", TriggerRule()),
        ({"rule": {"date": None}}, "rule", TriggerRule()),
        ({"rule": {"result": "x" * 120}}, "rule", TriggerRule(result="x" * 120)),
        ({"process": None}, "process", None),
        ({"review_form": "none", "review_cadence": "weekly"}, "review_cadence", None),
        ({"review_form": "none"}, "review_cadence", None),
        ({"review_cadence": "weekly"}, "review_cadence", "weekly"),
    ],
)
def test_a_priority_may_hold(keys, field, value):
    assert getattr(priority(**keys), field) == value


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ({}, Budget()),
        ({"basis": None, "known": None}, Budget(basis="money", known=True)),
        ({"basis": "time", "known": False}, Budget(basis="time", known=False)),
        ({"per_priority": [1, None]}, Budget(per_priority=(1.0, None))),
        ({"per_priority": []}, Budget()),
        ({"per_priority": [1000]}, Budget(per_priority=(1000.0,))),
        ({"fixed": 0, "other": 1000}, Budget(fixed=0.0, other=1000.0)),
        ({"fixed": 33.3}, Budget(fixed=33.3)),
    ],
)
def test_a_budget_may_hold(keys, expected):
    assert budget(**keys) == expected


def test_numbers_are_kept_as_floats_and_zero_has_no_sign():
    read = budget(fixed=3, other=-0.0)
    assert isinstance(read.fixed, float)
    assert math.copysign(1, read.other) == 1.0


@pytest.mark.parametrize(
    "keys",
    [
        {"role": "x" * 60, "sector": "B2B software"},
        {"company_size": "1000+", "growth_24m": "flat", "revenue_band": "under_5m"},
        {"team_size": 0, "channels": 100000, "tools": 1, "vendors": 2, "initiatives": 3},
        {"added_capacity_12m": True, "new_strategy_24m": False, "considering_new_strategy": True},
        {"change": {"team": "same", "content": "double", "reporting": "half"}},
        {"tried": ("nothing",), "blamed": ("market", "product")},
    ],
)
def test_a_profile_may_hold(keys):
    assert profile(**keys) == Profile(**keys)


@pytest.mark.parametrize(("given", "kept"), [(0, 0.0), (430.5, 430.5), (10**9, 1e9)])
def test_seconds_are_a_number(given, kept):
    assert assessment_of({"seconds_core": given}).seconds_core == kept


@pytest.mark.parametrize("name", PEOPLE)
def test_a_worked_example_reads_the_same_in_all_three_shapes(name):
    whole = example(name)
    about = {"id": BANK.about.id, "version": BANK.about.version, "sha256": BANK.sha256}
    shapes = [whole, whole["input"], {"format": "orr-answers-1", "bank": about, **whole}]
    first, *others = [assessment_of(shape) for shape in shapes]
    assert others == [first, first]
    assert len(first.answers) == 24
    assert first.priorities[0].name == whole["input"]["priorities"][0]["name"]


def test_a_byte_order_mark_is_passed_over():
    read = read_answer_file(b'\xef\xbb\xbf{"seconds_core": 1}', BANK)
    assert read.assessment.seconds_core == 1.0


def test_brackets_inside_texts_do_not_nest():
    assert assessment_of({"notes": {"OWN-01": '[{"\\' * 200}}).notes["OWN-01"] == '[{"\\' * 200


def test_twenty_levels_of_nesting_are_allowed():
    deep = json.loads("[" * 19 + "]" * 19)
    assert assessment_of({"input": {}, "expected": deep}) == Assessment()


def test_thirty_thousand_brackets_are_allowed():
    many = b'{"input": {}, "expected": [%b[]]}' % (b"[]," * 29_996)
    assert many.count(b"[") + many.count(b"{") == 30_000
    assert read_answer_file(many, BANK).assessment == Assessment()


def test_a_million_bytes_are_allowed():
    data = b'{"seconds_core": 1}'
    assert read_answer_file(data.ljust(1_000_000), BANK).assessment.seconds_core == 1.0


@pytest.mark.parametrize("group", ["leader", "team", None])
def test_the_role_group_stands_beside_the_input(group):
    assert read_answer_file(as_bytes({"role_group": group, "input": {}}), BANK).role_group == group


def test_a_company_file_lists_its_respondents():
    people = read_company_file(as_bytes(example("C1_company")), BANK)
    assert [person.role_group for person in people] == ["leader", "team", "team", "team"]
    assert [person.assessment.answers["OWN-01"] for person in people] == [3, 1, 1, 3]


def test_one_respondents_file_is_a_company_of_one():
    data = as_bytes({"role_group": "team", "input": {"seconds_core": 7}})
    (person,) = read_company_file(data, BANK)
    assert (person.role_group, person.assessment.seconds_core) == ("team", 7.0)


def test_a_comparison_file_holds_two_assessments():
    first, second = read_comparison_file(as_bytes(example("R1_compare")), BANK)
    assert (first.assessment.answers["OWN-01"], second.assessment.answers["OWN-01"]) == (3, 4)
    assert first.bank is second.bank is BANK
