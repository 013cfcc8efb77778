"""All problems at once, in the order of the file, and never more than a reader can use."""

import pytest

from scoring.answer_file import (
    AnswerProblem,
    BrokenAnswerFile,
    read_answer_file,
    read_company_file,
    read_comparison_file,
)
from tests.scoring.answer_files import BANK, NAME, as_bytes, problems_of

NO_GROUP = "in a company file every respondent is 'leader' or 'team'"


def paths_of(value):
    return [problem.split(":")[0] for problem in problems_of(value)]


def test_every_problem_is_reported_in_the_order_of_the_file():
    value = {
        "seconds_core": -1,
        "budget": {"other": -1, "per_priority": [1, -2, 3], "known": 1},
        "priorities": [{"rank": 0, "name": "A", "owner": "me"}, {"points": -1}],
        "extra": 1,
        "answers": {"REV-01": 9, "OWN-01": 9},
    }
    assert problems_of(value) == [
        "seconds_core: -1 is outside 0 to 1000000000",
        "budget.other: -1 is outside 0 to 1000",
        "budget.per_priority: more shares (3) than priorities (2)",
        "budget.per_priority[1]: -2 is outside 0 to 1000",
        "budget.known: 1 is not true or false",
        "priorities[0].rank: 0 is outside 1 to 9",
        "priorities[0].owner: 'me' is not one of nobody, team, shared, one_person",
        "priorities[1].name: a priority needs a name",
        "priorities[1].points: -1 is outside 0 to 100",
        "extra: this key is not known; the keys here are profile, answers, notes, priorities,"
        " budget, symptoms, seconds_core",
        "answers.REV-01: 9 is not one of 0, 1, 2, 3, 4, dk, na",
        "answers.OWN-01: 9 is not one of 0, 1, 2, 3, 4, dk, na",
    ]


def test_list_places_are_ordered_as_numbers():
    tried = ["new_tool", *["x"] * 11]
    assert paths_of({"profile": {"tried": tried}}) == [f"profile.tried[{n}]" for n in range(1, 12)]


def test_a_problem_is_a_value_with_a_path_and_a_message():
    with pytest.raises(BrokenAnswerFile) as caught:
        read_answer_file(b'{"answers": {"OWN-01": 7}}', BANK)
    assert caught.value.problems == (
        AnswerProblem("answers.OWN-01", "7 is not one of 0, 1, 2, 3, 4, dk, na"),
    )


def test_repeated_keys_are_found_wherever_they_are_and_stand_in_order():
    data = b"""{"answers": {"OWN-01": 1, "OWN-01": 9, "OWN-01": 9},
        "profile": {"change": {"team": "same", "team": "same"}, "role": 5},
        "priorities": [{"name": "A"}, {"name": "B", "name": "C"}], "notes": {}, "notes": {}}"""
    twice = "this key is written twice; keep one"
    assert problems_of(data) == [
        f"answers.OWN-01: {twice}",
        "answers.OWN-01: 9 is not one of 0, 1, 2, 3, 4, dk, na",
        f"profile.change.team: {twice}",
        "profile.role: 5 is not text in double quotes",
        f"priorities[1].name: {twice}",
        f"notes: {twice}",
    ]


def test_repeated_keys_are_found_in_what_is_not_read():
    data = b'{"input": {}, "expected": {"x": [1, [{"a": 1, "a": 1}]]}}'
    assert problems_of(data) == ["expected.x[1][0].a: this key is written twice; keep one"]


def test_an_object_that_its_own_twin_hides_is_reported_by_the_twin():
    data = b'{"notes": {"OWN-01": "a", "OWN-01": "b"}, "notes": {}}'
    assert problems_of(data) == ["notes: this key is written twice; keep one"]


def test_repeated_keys_beside_a_number_that_is_read_twice_are_reported_once():
    data = b'{"notes": {}, "notes": {}, "seconds_core": %b}' % (b"9" * 5000)
    assert paths_of(data) == ["notes", "seconds_core"]


def test_the_other_numbers_of_a_file_with_a_number_that_is_read_twice_are_kept():
    numbers = b'{"answers": {"OWN-01": 3}, "budget": {"other": %b}, "seconds_core": %b}'
    assert paths_of(numbers % (b"9" * 400, b"-" + b"9" * 5000)) == ["budget.other", "seconds_core"]


def test_ninety_nine_problems_are_all_reported():
    answers = {f"X{n}": 1 for n in range(99)}
    assert paths_of({"answers": answers}) == [f"answers.X{n}" for n in range(99)]


def test_reading_stops_after_a_hundred_problems():
    problems = problems_of({"answers": {f"X{n}": 1 for n in range(200)}})
    assert len(problems) == 101
    assert problems[99:] == [
        f"answers.X99: bank {NAME} has no item with this id",
        "Reading stopped after 100 problems.",
    ]


def test_problems_of_the_whole_file_have_no_path():
    for data in (b"", b"1", b'{"answers": {%b}}' % b",".join(b'"%d": 1' % n for n in range(100))):
        with pytest.raises(BrokenAnswerFile) as caught:
            read_answer_file(data, BANK)
        assert caught.value.problems[-1].path == ""


def test_the_fourth_priority_is_not_looked_at():
    rows = [{"name": "A"}, {"name": "B"}, {"name": "C", "points": -1}, {"nonsense": 1}]
    assert problems_of({"priorities": rows}) == [
        "priorities: 4 priorities are too many; the most is 3",
        "priorities[2].points: -1 is outside 0 to 100",
    ]


@pytest.mark.parametrize("priorities", [None, [], "absent"])
def test_shares_need_priorities(priorities):
    value = {"budget": {"per_priority": [50]}, "priorities": priorities}
    if priorities == "absent":
        del value["priorities"]
    message = "budget.per_priority: more shares (1) than priorities (0)"
    assert problems_of(value) == [message]


def test_shares_are_not_counted_against_priorities_that_are_no_list():
    value = {"budget": {"per_priority": [50]}, "priorities": 1}
    assert problems_of(value) == ["priorities: 1 is not a list in square brackets"]


def test_shares_are_counted_against_priorities_that_are_broken_themselves():
    value = {"budget": {"per_priority": [50, 50]}, "priorities": [{"name": 1}, 2]}
    assert paths_of(value) == ["priorities[0].name", "priorities[1]"]


def test_an_input_inside_an_envelope_is_named_in_the_path():
    value = {"input": {"answers": {"OWN-01": 5}}, "role_group": "boss", "title": 3}
    assert paths_of(value) == ["input.answers.OWN-01", "role_group"]


def test_several_faults_of_the_bank_block_are_all_reported():
    value = {"bank": {"id": 1, "version": "", "sha": "x"}, "input": {"seconds_core": -1}}
    assert problems_of(value) == [
        "bank.id: 1 is not text in double quotes",
        "bank.sha: this key is not known; the keys here are id, version, sha256",
    ]


def test_every_respondent_of_a_company_needs_a_role_group():
    value = {
        "id": "x",
        "responses": [{"role_group": "team", "input": {}}, {"input": {}}, {"seconds_core": -1}, 5],
        "team": 1,
    }
    assert problems_of(value, read_company_file) == [
        f"responses[1].role_group: {NO_GROUP}",
        f"responses[2].role_group: {NO_GROUP}",
        "responses[2].seconds_core: -1 is outside 0 to 1000000000",
        "responses[3]: 5 is not an object in braces",
        "team: this key is not known;"
        " the keys here are responses, id, title, story, kind, expected",
    ]


@pytest.mark.parametrize(
    ("value", "problems"),
    [
        ({"input": {}}, [f"role_group: {NO_GROUP}"]),
        ({"responses": []}, ["responses: nobody has answered yet"]),
        ({"responses": None}, ["responses: nobody has answered yet"]),
        ({"responses": 1}, ["responses: 1 is not a list in square brackets"]),
        ({"responses": [{"role_group": "boss", "input": {}}]}, None),
        (b"[]", ["The file holds a list; an object in braces is expected."]),
    ],
)
def test_a_company_file_is_refused(value, problems):
    found = problems_of(value, read_company_file)
    assert found == (problems or ["responses[0].role_group: 'boss' is not one of leader, team"])


@pytest.mark.parametrize(
    ("value", "paths"),
    [
        ({"first": {}, "kind": "compare"}, ["second"]),
        ({"second": {"seconds_core": -1}}, ["first", "second.seconds_core"]),
        ({"second": {"x": 1}, "first": {"input": {"x": 1}}}, ["second.x", "first.input.x"]),
        ({"first": {}, "second": {}, "third": {}}, ["third"]),
        ({"first": [], "second": {}}, ["first"]),
        ({"first": {"first": {}}, "second": {}}, ["first.first"]),
    ],
)
def test_a_comparison_file_is_refused(value, paths):
    found = problems_of(value, read_comparison_file)
    assert [problem.split(":")[0] for problem in found] == paths


def test_a_missing_assessment_is_named():
    found = problems_of({"first": {}}, read_comparison_file)
    assert found == ["second: this assessment is missing"]


def test_respondents_beside_an_input_are_not_known():
    (problem,) = problems_of({"responses": [], "input": {}})
    assert problem.startswith("responses: this key is not known; the keys here are profile, answer")


def test_the_later_file_kind_is_named_by_its_first_key():
    assert problems_of(as_bytes({"second": {}, "first": {}})) == [
        "second: this file holds two assessments; use python -m scoring compare"
    ]
