"""The reader alone: what each kind of value accepts, refuses, and says."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

import pytest

from bank.kinds import Between, Code, NotedShare, OneOf, Positive, Reference, Share, Text, Version
from bank.reading import BROKEN, Reading
from bank.shapes import shape_of
from bank.tree import grow

Word = Annotated[str, OneOf(("high", "medium", "low"))]
Count = Annotated[int, Between(0, 1000)]


@dataclass(frozen=True)
class Pet:
    name: Text
    legs: Count
    tail: bool = True


def read(annotation, text):
    """The value of `text` under the key 'it', with the reader that read it."""
    tree = grow(f"it: {text}", "test.yaml")
    reading = Reading(tree)
    key, value = tree.entries[0]
    reading._enter(("it",), value, key)
    return reading.read(value, shape_of(annotation), ("it",)), reading


ACCEPTED = [
    (Text, "no", "no"),
    (Text, "2026.10", "2026.10"),
    (Text, "1_000", "1_000"),
    (Text, '"null"', "null"),
    (Text, "'~'", "~"),
    (Text, '""', ""),
    (Text, "''", ""),
    (Text, "a\n  b", "a b"),
    (Text, ">-\n  a\n  b", "a b"),
    (Code, "no", "no"),
    (Code, "1000+", "1000+"),
    (Code, "a-B_9", "a-B_9"),
    (Version, "2026.10.0", "2026.10.0"),
    (Reference, "B4b", "B4b"),
    (Word, "low", "low"),
    (Word, '"low"', "low"),
    (Count, "0", 0),
    (Count, "-0", 0),
    (Count, "1000", 1000),
    (int, "-12", -12),
    (int, "999999999", 999999999),
    (Share, "0", 0.0),
    (Share, "1", 1.0),
    (Share, "0.25", 0.25),
    (Share, "1/3", 1 / 3),
    (Share, "0/5", 0.0),
    (Positive, "0.000001", 1e-6),
    (float, "-2.5", -2.5),
    (float, "1000000000", 1e9),
    (bool, "true", True),
    (bool, "false", False),
    (Code | None, "null", None),
    (Code | None, "~", None),
    (Code | None, "abc", "abc"),
    (Code | None, '"null"', "null"),
    (tuple[Code, ...], "[]", ()),
    (tuple[Code, ...], "[a, b]", ("a", "b")),
    (tuple[Code, ...], "\n  - a\n  - b", ("a", "b")),
    (tuple[tuple[Count, ...], ...], "[[1], []]", ((1,), ())),
    (Mapping[str, Share], "{}", {}),
    (Mapping[str, Share], "{b: 1, a: 0.5}", {"b": 1.0, "a": 0.5}),
    (NotedShare, '{value: 0.5, note: "Ours."}', 0.5),
    (Pet, "{name: Rex, legs: 4}", Pet("Rex", 4, True)),
    (Pet, "{legs: 3, tail: false, name: Tim}", Pet("Tim", 3, False)),
]


@pytest.mark.parametrize(("annotation", "text", "value"), ACCEPTED)
def test_it_accepts(annotation, text, value):
    found, reading = read(annotation, text)
    assert reading.problems == []
    assert found == value
    assert type(found) is type(value) or isinstance(value, dict)


DECIMAL = "Write digits such as 2 or 0.75, or a fraction such as 1/3."
REFUSED = [
    (Text, "null", "wrong-kind", "it is null; a text belongs here."),
    (Text, "~", "wrong-kind", "it is null; a text belongs here."),
    (Text, "", "wrong-kind", "it is left empty; a text belongs here."),
    (Text, "[a]", "wrong-kind", "it is a list; a text belongs here."),
    (Text, "{a: b}", "wrong-kind", "it is a group of keys; a text belongs here."),
    (Code, "a b", "bad-code", "it is 'a b', which does not have the form of 'two_weekly'."),
    (Code, '""', "bad-code", "it is '', which does not have the form of 'two_weekly'."),
    (Code, '"a\\n"', "bad-code", "it is 'a ', which does not have the form of 'two_weekly'."),
    (Code, "é", "bad-code", "it is 'é', which does not have the form of 'two_weekly'."),
    (Version, "2026.10", "bad-code", "it is '2026.10', which does not have the form of '1.0.0'."),
    (Version, "١.0.0", "bad-code", "it is '١.0.0', which does not have the form of '1.0.0'."),
    (Reference, "D4", "bad-code", "it is 'D4', which does not have the form of 'E37'."),
    (Word, "hgh", "not-one-of", "it is 'hgh', which is not one of its words."),
    (Word, "High", "not-one-of", "it is 'High', which is not one of its words."),
    (Count, "null", "wrong-kind", "it is null; a number belongs here."),
    (Count, "", "wrong-kind", "it is left empty; a number belongs here."),
    (Count, "[1]", "wrong-kind", "it is a list; a number belongs here."),
    (Count, "'1'", "not-a-number", "it is '1'; a whole number belongs here."),
    (Count, "010", "not-a-number", "it is '010'; a whole number belongs here."),
    (Count, "1.0", "not-a-number", "it is '1.0'; a whole number belongs here."),
    (Count, "1e3", "not-a-number", "it is '1e3'; a whole number belongs here."),
    (Count, "0x1F", "not-a-number", "it is '0x1F'; a whole number belongs here."),
    (Count, "1_000", "not-a-number", "it is '1_000'; a whole number belongs here."),
    (Count, "+1", "not-a-number", "it is '+1'; a whole number belongs here."),
    (Count, "1/1", "not-a-number", "it is '1/1'; a whole number belongs here."),
    (Count, "١", "not-a-number", "it is '١'; a whole number belongs here."),
    (Count, "-1", "out-of-range", "it is -1, which is outside its range."),
    (Count, "1001", "out-of-range", "it is 1001, which is outside its range."),
    (int, "1000000001", "out-of-range", "it is 1e+09, which is outside its range."),
    (int, "-1000000001", "out-of-range", "it is -1e+09, which is outside its range."),
    (int, "9999999999999", "not-a-number", "it is '9999999999999'; a whole number belongs here."),
    (Share, "half", "not-a-number", "it is 'half'; a number belongs here."),
    (Share, ".5", "not-a-number", "it is '.5'; a number belongs here."),
    (Share, "1.", "not-a-number", "it is '1.'; a number belongs here."),
    (Share, "00.5", "not-a-number", "it is '00.5'; a number belongs here."),
    (Share, "0,5", "not-a-number", "it is '0,5'; a number belongs here."),
    (Share, ".inf", "not-a-number", "it is '.inf'; a number belongs here."),
    (Share, "nan", "not-a-number", "it is 'nan'; a number belongs here."),
    (Share, "1/0", "not-a-number", "it is '1/0'; a number belongs here."),
    (Share, "-1/3", "not-a-number", "it is '-1/3'; a number belongs here."),
    (Share, "1/2/3", "not-a-number", "it is '1/2/3'; a number belongs here."),
    (Share, "1.0000001", "out-of-range", "it is 1, which is outside its range."),
    (Share, "-0.1", "out-of-range", "it is -0.1, which is outside its range."),
    (Share, "3/2", "out-of-range", "it is 1.5, which is outside its range."),
    (Positive, "0", "weight-positive", "it is 0; it has to be above 0."),
    (Positive, "-2", "weight-positive", "it is -2; it has to be above 0."),
    (Positive, "0.0000001", "out-of-range", "it is 1e-07, which is outside its range."),
    (Positive, "1001", "out-of-range", "it is 1001, which is outside its range."),
    (bool, "yes", "wrong-kind", "it is 'yes'; true or false belongs here."),
    (bool, "True", "wrong-kind", "it is 'True'; true or false belongs here."),
    (bool, "'true'", "wrong-kind", "it is 'true'; true or false belongs here."),
    (bool, "null", "wrong-kind", "it is null; true or false belongs here."),
    (bool, "[]", "wrong-kind", "it is a list; true or false belongs here."),
    (Code | None, "a b", "bad-code", "it is 'a b', which does not have the form of 'two_weekly'."),
    (tuple[Code, ...], "a", "wrong-kind", "it is 'a'; a list belongs here."),
    (tuple[Code, ...], "null", "wrong-kind", "it is null; a list belongs here."),
    (tuple[Code, ...], "{}", "wrong-kind", "it is a group of keys; a list belongs here."),
    (tuple[Code, ...], "[null]", "wrong-kind", "Entry 1 of it is null; a text belongs here."),
    (Mapping[str, Share], "[]", "wrong-kind", "it is a list; a group of keys belongs here."),
    (Mapping[str, Share], "{a: b}", "not-a-number", "it.a is 'b'; a number belongs here."),
    (Mapping[str, Share], "{a: 1, a: 1}", "duplicate-key", "it has the key 'a' twice."),
    (Mapping[str, Share], "{[a]: 1}", "wrong-kind", "A key of it is a list; a word belongs here."),
    (NotedShare, "0.5", "wrong-kind", "it is '0.5'; a number with a note belongs here."),
    (NotedShare, "[0.5]", "wrong-kind", "it is a list; a number with a note belongs here."),
    (NotedShare, "{value: 0.5}", "missing-key", "it has no 'note'."),
    (
        NotedShare,
        "{value: 2, note: a}",
        "out-of-range",
        "it.value is 2, which is outside its range.",
    ),
    (NotedShare, "{valu: 1, note: a}", "unknown-key", "it has no key called 'valu'."),
    (Pet, "Rex", "wrong-kind", "it is 'Rex'; a group of keys belongs here."),
    (Pet, "null", "wrong-kind", "it is null; a group of keys belongs here."),
    (Pet, "{name: Rex}", "missing-key", "it has no 'legs'."),
    (
        Pet,
        "{name: Rex, legs: 4, tail: null}",
        "wrong-kind",
        "it.tail is null; true or false belongs here.",
    ),
    (Pet, "{nome: Rex, legs: 4}", "unknown-key", "it has no key called 'nome'."),
]


@pytest.mark.parametrize(("annotation", "text", "rule", "message"), REFUSED)
def test_it_refuses(annotation, text, rule, message):
    value, reading = read(annotation, text)
    assert value is BROKEN
    assert [(one.rule, one.message) for one in reading.problems] == [(rule, message)]


FIXES = [
    (Text, "null", "Write words; put them in quotation marks if they begin with a sign."),
    (Code, "a b", "Use letters and digits in the same arrangement, without spaces."),
    (Word, "hgh", "Did you mean 'high'?"),
    (Word, "urgent", "Write one of: high, medium, low."),
    (Count, "null", "Write digits such as 2 or 0.75."),
    (Count, "'1'", "Remove the quotation marks around the digits."),
    (Count, "010", "Write 10, without the zero in front."),
    (Count, "-010", "Write -10, without the zero in front."),
    (Count, "1.5", "Write digits only, such as 2."),
    (Count, "0x1F", "Write digits only, such as 2."),
    (Share, "half", DECIMAL),
    (Share, "0,5", DECIMAL),
    (Share, "00", "Write 0, without the zero in front."),
    (Share, "'0.5'", "Remove the quotation marks around the digits."),
    (Share, "2", "Write a number from 0 to 1."),
    (Positive, "0", "Give it a weight, or retire what it weighs."),
    (bool, "yes", "Write true or false, without quotation marks."),
    (tuple[Code, ...], "a", "Begin each entry with '- ', or write [] if there is none."),
    (Mapping[str, Share], "a", "Write its keys below it, two spaces further in."),
    (Mapping[str, Share], "{[a]: 1}", "Write its keys below it, two spaces further in."),
    (Mapping[str, Share], "{a: 1, a: 1}", "Keep one of them; the first is on line 1."),
    (NotedShare, "0.5", 'Write {value: 0.75, note: "whose judgement it is"}.'),
    (Pet, "{name: Rex}", "Add a line 'legs: …' to it."),
    (Pet, "{nome: Rex, legs: 4}", "Did you mean 'name'?"),
    (Pet, "{name: Rex, legs: 4, nam: Rex}", "Its keys are: name, legs, tail."),
    (Pet, "{name: Rex, legs: 4, wings: 2}", "Its keys are: name, legs, tail."),
]


@pytest.mark.parametrize(("annotation", "text", "fix"), FIXES)
def test_it_says_what_to_do(annotation, text, fix):
    assert [one.fix for one in read(annotation, text)[1].problems] == [fix]


def test_a_key_meant_by_another_is_not_missing_as_well_but_others_are():
    _, reading = read(Pet, "{nome: Rex}")
    assert [one.message for one in reading.problems] == [
        "it has no key called 'nome'.",
        "it has no 'legs'.",
    ]


def test_an_extra_key_does_not_hide_what_can_be_read():
    value, reading = read(Pet, "{name: Rex, legs: 4, wings: 2}")
    assert value == Pet("Rex", 4)
    assert [one.rule for one in reading.problems] == ["unknown-key"]


def test_every_problem_is_found_in_one_reading():
    _, reading = read(tuple[Pet, ...], "[{name: null, legs: x}, {name: Rex, legs: 4}, 7]")
    assert [one.rule for one in reading.problems] == ["wrong-kind", "not-a-number", "wrong-kind"]
    assert reading.parts == {("it", 1): Pet("Rex", 4)}


def test_words_for_people_are_kept_by_path_and_codes_are_not():
    _, reading = read(tuple[Pet, ...], "[{name: Rex, legs: 4}]")
    assert reading.texts == {("it", 0, "name"): "Rex"}
    assert read(Code, "abc")[1].texts == {}


def test_a_note_is_kept_under_its_dotted_path():
    _, reading = read(Mapping[str, NotedShare], "{a: {value: 1, note: Ours}}")
    assert reading.notes == {"it.a": "Ours"}
    assert reading.texts == {("it", "a", "note"): "Ours"}


POINTED = [
    ("value", Code, "a b", (1, 5, 3)),
    ("the key of a list", Code, "\n  - a", (1, 1, 2)),
    ("the key of an empty value", Code, "", (1, 1, 2)),
    ("the key of an empty text", Code, '""', (1, 1, 2)),
    ("an entry of a list", tuple[Count, ...], "[1, x]", (1, 9, 1)),
    ("the first key of an entry", tuple[Pet, ...], "\n  - name: Rex", (2, 5, 4)),
    ("an unknown key", Pet, "{name: Rex, legs: 4, wings: 2}", (1, 26, 5)),
    ("the second of two keys", Mapping[str, Share], "\n  a: 1\n  a: 1", (3, 3, 1)),
]


@pytest.mark.parametrize(("what", "annotation", "text", "place"), POINTED)
def test_it_points_at(what, annotation, text, place):
    (problem,) = read(annotation, text)[1].problems
    assert (problem.line, problem.column, problem.length) == place
    assert problem.severity == "error"
