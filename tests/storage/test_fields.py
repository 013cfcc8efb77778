"""Fields and assessments: what each field allows, and what counts of what is stored."""

import json
from dataclasses import fields as parts_of
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scoring import score
from scoring.answer_file import read_answer_file, write_answer_file
from scoring.assessment import Assessment, Budget, Priority, TriggerRule
from storage.field_names import VIEW_FIELDS, checks
from storage.fields import assessment_of, check, fields_of
from tests.scoring.test_properties import assessments
from tests.storage.verbs import ROOT, the_bank

BANK = the_bank()
EXAMPLES = sorted((ROOT / "tests" / "worked_examples").glob("P*.json"))


def back(assessment):
    return assessment_of(fields_of(assessment), BANK)


def scored(assessment):
    card = score(BANK, assessment)
    return {
        part.name: getattr(card, part.name) for part in parts_of(card) if part.name != "assessment"
    }


def counted(assessment):
    """The assessment with only what counts: `weighing` leaves one kind of weight."""
    return assessment_of(fields_of(back(assessment)), BANK)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_a_worked_example_comes_back_from_its_fields_as_it_was(path):
    assessment = read_answer_file(path.read_bytes(), BANK).assessment
    assert back(assessment) == assessment
    fields = fields_of(assessment)
    assert all(check(name, value, BANK) is None for name, value in fields.items())
    assert json.loads(json.dumps(fields)) == fields


@settings(max_examples=150, deadline=None)
@given(assessments())
def test_fields_score_like_the_assessment_they_came_from(given_):
    if given_.budget is not None and not given_.budget.known:
        given_ = replace(given_, budget=Budget(known=False))
    assert scored(back(given_)) == scored(given_)


@settings(max_examples=150, deadline=None)
@given(assessments())
def test_an_assessment_comes_back_from_its_fields_as_it_was(given_):
    assert counted(given_) == back(given_)
    fields = fields_of(given_)
    assert all(check(name, value, BANK) is None for name, value in fields.items())
    again = read_answer_file(write_answer_file(back(given_), BANK).encode(), BANK).assessment
    assert back(again) == back(given_)


@settings(max_examples=150, deadline=None)
@given(
    st.dictionaries(
        st.sampled_from(sorted(checks(BANK))),
        st.sampled_from(
            [0, 1, 4, 9, 60.5, "dk", "points", "ranks", "a name", True, False, ["agency"]]
        )
        | st.sampled_from(["none", "monthly", "one_person", "number", "time", "", "  ", None, -1]),
    )
)
def test_any_fields_make_an_assessment_that_can_be_scored(fields):
    allowed = {name: value for name, value in fields.items() if check(name, value, BANK) is None}
    assessment = assessment_of(fields, BANK)
    assert assessment == assessment_of(allowed, BANK)
    score(BANK, assessment)


NAMES = {"priority:0:name": "Retention", "priority:2:name": "Pipeline"}


def test_a_priority_without_a_name_does_not_count_nor_does_what_belongs_to_it():
    fields = {"priority:1:owner": "team", "priority:1:points": 40, "budget:priority:1": 30}
    fields |= {"priority:1:name": "  ", "budget:priority:0": 20, "budget:priority:2": 50}
    assessment = assessment_of({**fields, **NAMES, "priority:2:points": 60}, BANK)
    assert assessment.priorities == (Priority("Retention"), Priority("Pipeline", points=60.0))
    assert assessment.budget == Budget(per_priority=(20.0, 50.0))
    assert assessment_of(fields, BANK).priorities == ()


def test_a_cadence_does_not_count_without_a_review():
    fields = {**NAMES, "priority:0:review_form": "none", "priority:0:review_cadence": "monthly"}
    assert assessment_of(fields, BANK).priorities[0] == Priority("Retention", review_form="none")
    fields["priority:0:review_form"] = "report_only"
    assert assessment_of(fields, BANK).priorities[0].review_cadence == "monthly"


@pytest.mark.parametrize(
    ("weighing", "points", "rank"),
    [("points", 70.0, None), ("ranks", None, 2), (None, 70.0, 2)],
)
def test_points_or_ranks_count_as_it_was_chosen(weighing, points, rank):
    fields = {**NAMES, "priority:0:points": 70, "priority:0:rank": 2, "weighing": weighing}
    assert assessment_of(fields, BANK).priorities[0] == Priority(
        "Retention", points=points, rank=rank
    )


def test_the_blanks_of_the_sentence_belong_to_their_priority():
    fields = {**NAMES, "priority:2:rule_date": " 1 May ", "priority:2:rule_person": "A"}
    rule = assessment_of(fields, BANK).priorities[1].rule
    assert rule == TriggerRule(date="1 May", person="A")


def test_a_split_said_to_be_unknown_does_not_count():
    fields = {**NAMES, "budget:priority:0": 20, "budget:other": 80, "budget:basis": "time"}
    assert assessment_of({**fields, "budget:known": False}, BANK).budget == Budget("time", False)
    assert assessment_of(fields, BANK).budget == Budget("time", True, (20.0, None), other=80.0)
    assert assessment_of(NAMES, BANK).budget is None
    assert assessment_of({"budget:priority:0": 20}, BANK).budget is None


def test_nothing_stored_is_an_empty_assessment():
    assert assessment_of({}, BANK) == Assessment()
    assert assessment_of({"place": "money", "answer:OWN-01": None, "gone": 1}, BANK) == Assessment()
    assert fields_of(Assessment()) == {}


def test_every_field_is_an_answer_or_belongs_to_the_screens():
    assert {"place"} == VIEW_FIELDS
    assert len(checks(BANK)) == 24 * 2 + 16 + 13 + 6 + 2 + 3 * 14 + 7 + 3


REFUSED = [
    ("answer:OWN-01", 99),
    ("answer:OWN-01", -1),
    ("answer:OWN-01", "EVIL"),
    ("answer:OWN-01", True),
    ("answer:OWN-01", 3.0),
    ("answer:OWN-01", "3"),
    ("answer:OWN-01", float("nan")),
    ("answer:OWN-01", [1]),
    ("answer:OWN-01", {"a": 1}),
    ("note:OWN-01", "x" * 1001),
    ("note:OWN-01", "a\x00b"),
    ("note:OWN-01", "\ud800"),
    ("note:OWN-01", 7),
    ("symptom:S01", 4),
    ("symptom:S01", False),
    ("profile:team_size", -1),
    ("profile:team_size", 2.5),
    ("profile:team_size", True),
    ("profile:team_size", 10**30),
    ("profile:new_strategy_24m", 1),
    ("profile:company_size", "huge"),
    ("profile:role", "a\nb"),
    ("change:team", "doubled"),
    ("tried", "new_hire"),
    ("tried", ["new_hire", "new_hire"]),
    ("blamed", [["agency"]]),
    ("blamed", ["x"] * 10000),
    ("weighing", "dice"),
    ("priority:0:name", "x" * 61),
    ("priority:0:owner", "me"),
    ("priority:0:points", 101),
    ("priority:0:points", float("nan")),
    ("priority:0:points", float("inf")),
    ("priority:0:points", True),
    ("priority:0:rank", 0),
    ("priority:0:rule_date", "x" * 121),
    ("budget:known", "yes"),
    ("budget:basis", "love"),
    ("budget:priority:0", -0.5),
    ("seconds_core", -1),
    ("place", "x" * 61),
]
UNKNOWN = ("answer:OWN-1", "priority:3:name", "budget:per_priority", "priority:0:rule", "", None)


@pytest.mark.parametrize(("name", "value"), REFUSED)
def test_what_the_bank_does_not_allow_is_refused_in_words(name, value):
    message = check(name, value, BANK)
    assert message is not None
    assert 10 < len(message) < 400
    assert assessment_of({name: value}, BANK) == Assessment()


@pytest.mark.parametrize("name", UNKNOWN)
def test_an_unknown_field_is_refused_whatever_its_value(name):
    for value in (1, None, {}):
        assert check(name, value, BANK).startswith("there is no field with this name")
    assert check("anser:OWN-01", 1, BANK).endswith("did you mean 'answer:OWN-01'?")


def test_every_known_field_may_be_cleared():
    assert all(check(name, None, BANK) is None for name in checks(BANK))


def test_not_knowing_a_part_of_the_trace_is_kept_and_counts_as_missing() -> None:
    bank = the_bank()
    assert check("priority:0:owner", "dk", bank) is None
    fields = {"priority:0:name": "dk", "priority:0:owner": "dk", "priority:0:owner_ref": "dk"}
    (priority,) = assessment_of(fields, bank).priorities
    assert (priority.name, priority.owner, priority.owner_ref) == ("dk", None, "dk")
