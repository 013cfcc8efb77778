"""A written answer file reads back as the same assessment, and always has the same shape."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scoring.answer_file import read_answer_file, write_answer_file
from scoring.answer_sections import (
    PROFILE_CHOICES,
    PROFILE_COUNTS,
    PROFILE_SEVERAL,
    PROFILE_TEXTS,
    PROFILE_YES_NO,
)
from scoring.assessment import Assessment, Budget, Priority, Profile, TriggerRule
from tests.scoring.answer_files import BANK, PEOPLE, assessment_of, example

LETTERS = st.characters(exclude_categories=["C", "Z"])
ITEMS = [item.id for item in BANK.items]
FIELDS = {field.id: [choice.code for choice in field.choices] for field in BANK.profile.fields}
PARTS = {part.id: [choice.code for choice in part.choices] for part in BANK.trace.parts}
CHANGE = [choice.code for choice in BANK.profile.change_choices]


def maybe(strategy):
    return st.none() | strategy


def line(most, least=0):
    return st.text(LETTERS, min_size=least, max_size=most)


def number(most):
    return st.floats(0, most, allow_nan=False).map(abs)


def several(codes):
    return st.lists(st.sampled_from(codes), unique=True).map(tuple)


PROFILES = st.builds(
    Profile,
    change=st.dictionaries(
        st.sampled_from([row.code for row in BANK.profile.change_rows]), st.sampled_from(CHANGE)
    ),
    **{key: maybe(line(60, 1)) for key in PROFILE_TEXTS},
    **{key: maybe(st.sampled_from(FIELDS[key])) for key in PROFILE_CHOICES},
    **{key: maybe(st.integers(0, 100_000)) for key in PROFILE_COUNTS},
    **{key: maybe(st.booleans()) for key in PROFILE_YES_NO},
    **{key: several(FIELDS[key]) for key in PROFILE_SEVERAL},
)
PRIORITIES = st.builds(
    Priority,
    name=line(60, 1),
    points=maybe(number(100)),
    rank=maybe(st.integers(1, 9)),
    owner_ref=line(60),
    rule=st.builds(TriggerRule, line(120), line(120), line(120), line(120)),
    **{part: maybe(st.sampled_from(PARTS[part])) for part in PARTS if part != "review_cadence"},
)
SHARE = maybe(number(1000))


@st.composite
def assessments(draw):
    priorities = tuple(draw(st.lists(PRIORITIES, max_size=3)))
    rows = st.lists(SHARE, max_size=len(priorities)).map(tuple)
    budgets = st.builds(
        Budget, st.sampled_from(["money", "time"]), st.booleans(), rows, SHARE, SHARE
    )
    symptoms = st.sampled_from([symptom.id for symptom in BANK.symptoms.checklist])
    item = st.sampled_from(ITEMS)
    return Assessment(
        profile=draw(PROFILES),
        answers=draw(st.dictionaries(item, st.sampled_from([0, 1, 2, 3, 4, "dk", "na"]))),
        notes=draw(st.dictionaries(item, line(1000, 1), max_size=3)),
        priorities=priorities,
        budget=draw(maybe(budgets)),
        symptoms=draw(st.dictionaries(symptoms, st.integers(0, 3))),
        seconds_core=draw(maybe(number(1e9))),
    )


@given(assessments(), st.sampled_from([None, "leader", "team"]))
@settings(max_examples=50, deadline=None)
def test_any_assessment_comes_back_from_its_file(assessment, role_group):
    text = write_answer_file(assessment, BANK, role_group)
    answers = read_answer_file(text.encode(), BANK)
    assert answers.assessment == assessment
    assert answers.role_group == role_group
    assert write_answer_file(answers.assessment, BANK, role_group) == text


@pytest.mark.parametrize("name", PEOPLE)
def test_a_worked_example_comes_back_from_its_file(name):
    assessment = assessment_of(example(name))
    assert assessment_of(write_answer_file(assessment, BANK).encode()) == assessment


def test_a_cadence_comes_back_when_there_are_reviews():
    priority = Priority(name="A", review_form="report_only", review_cadence="weekly")
    text = write_answer_file(Assessment(priorities=(priority,)), BANK)
    assert assessment_of(text.encode()).priorities == (priority,)


def test_keys_stand_in_the_order_of_the_format_and_ids_in_the_order_of_the_bank():
    assessment = Assessment(
        profile=Profile(
            sector="é", role="CMO", vendors=0, change={"team": "same"}, tried=("nothing",)
        ),
        answers={"REV-01": "dk", "OWN-02": 4, "OWN-01": 0},
        notes={"RES-01": "Two\nlines"},
        priorities=(Priority(name="A", points=33.5, rule=TriggerRule(date="May")), Priority("B")),
        budget=Budget(per_priority=(40.0, None), other=2.5),
        symptoms={"S02": 3, "S01": 0},
        seconds_core=0.0,
    )
    about = {"id": "orr", "version": BANK.about.version, "sha256": BANK.sha256}
    expected = {
        "format": "orr-answers-1",
        "bank": about,
        "role_group": "team",
        "input": {
            "profile": {
                "role": "CMO",
                "sector": "é",
                "vendors": 0,
                "change": {"team": "same"},
                "tried": ["nothing"],
            },
            "answers": {"OWN-01": 0, "OWN-02": 4, "REV-01": "dk"},
            "notes": {"RES-01": "Two\nlines"},
            "priorities": [{"name": "A", "points": 33.5, "rule": {"date": "May"}}, {"name": "B"}],
            "budget": {"basis": "money", "known": True, "per_priority": [40, None], "other": 2.5},
            "symptoms": {"S01": 0, "S02": 3},
            "seconds_core": 0,
        },
    }
    text = json.dumps(expected, ensure_ascii=False, indent=1) + "\n"
    assert write_answer_file(assessment, BANK, "team") == text


def test_the_change_grid_is_written_in_the_order_of_the_bank():
    rows = [row.code for row in BANK.profile.change_rows]
    profile = Profile(change=dict.fromkeys(reversed(rows), "same"))
    written = json.loads(write_answer_file(Assessment(profile=profile), BANK))
    assert list(written["input"]["profile"]["change"]) == rows


def test_an_empty_assessment_writes_an_empty_input():
    written = json.loads(write_answer_file(Assessment(), BANK))
    assert list(written) == ["format", "bank", "input"]
    assert written["input"] == {}


def test_an_empty_budget_is_written_because_it_was_answered():
    written = json.loads(write_answer_file(Assessment(budget=Budget()), BANK))
    assert written["input"] == {"budget": {"basis": "money", "known": True}}


def test_an_answer_that_is_not_in_the_bank_is_not_written():
    with pytest.raises(KeyError, match="OWN-99"):
        write_answer_file(Assessment(answers={"OWN-99": 1, "OWN-01": 1}), BANK)
