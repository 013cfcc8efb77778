"""What is wrong with an answer file is said all at once, in its order, in the author's words."""

from pathlib import Path

import pytest

from scoring import json_document
from tests.scoring.answer_files import NAME, problems_of

BROKEN = sorted((Path(__file__).resolve().parents[1] / "broken_answers").glob("*.json"))


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.stem)
def test_the_message_beside_the_broken_file_is_given(path):
    expected = path.with_suffix(".txt").read_text("utf-8").replace("{bank}", NAME)
    assert "\n".join(problems_of(path.read_bytes())) + "\n" == expected


def test_there_is_a_broken_file_for_every_kind_of_mistake():
    assert len(BROKEN) >= 70
    assert {path.stem for path in BROKEN} == {path.stem for path in BROKEN[0].parent.glob("*.txt")}


@pytest.mark.parametrize(
    ("value", "message"),
    [
        (b" \n\t ", "The file is empty."),
        (b" " * 1_000_001, "The file is larger than 1,000,000 bytes."),
        (b"null", "The file holds null; an object in braces is expected."),
        (b"3", "The file holds 3; an object in braces is expected."),
        (
            b'"' + b"x" * 60 + b'"',
            f"The file holds '{'x' * 39}…'; an object in braces is expected.",
        ),
        (b"[" * 21 + b"]" * 21, "Lists and objects are nested more than 20 deep."),
        (b'{"":' * 21 + b"1" + b"}" * 21, "Lists and objects are nested more than 20 deep."),
        (b"[" + b"[]," * 21 + b"[" * 20, "Lists and objects are nested more than 20 deep."),
        (b"[" * 30_001, "The file holds more than 30,000 opening brackets."),
        (b'"' + b"{" * 30_001 + b'"', "The file holds more than 30,000 opening brackets."),
        (b"\xff\xfe{\x00}\x00", "The file is not UTF-8 but UTF-16; save it as UTF-8."),
        (b"\xfe\xff\x00{\x00}", "The file is not UTF-8 but UTF-16; save it as UTF-8."),
        (b'{\n "a\xff"}', "line 2, column 4: the text is not UTF-8; save the file as UTF-8"),
        (b"{\n\n}x", "line 3, column 2: there is more text after the end of the answers"),
        (b"\n{,", "line 2, column 2: a key in double quotes is expected here"),
        (b"{,}\n", "column 2: a key in double quotes is expected here"),
        (b'{"a":"x', "column 6: the text that begins here has no closing quote"),
        (b"[" * 15 + b'"\\"[[[[[[', "column 16: the text that begins here has no closing quote"),
    ],
)
def test_a_file_is_refused_as_a_whole(value, message):
    assert problems_of(value) == [message]


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ({"seconds_core": 10**9 + 1}, "seconds_core: 1000000001 is outside 0 to 1000000000"),
        ({"seconds_core": 10**15}, "seconds_core: a number this large is outside 0 to 1000000000"),
        (b'{"seconds_core": %b}' % (b"9" * 5000), "seconds_core: a number this large is outside"),
        (b'{"seconds_core": -%b}' % (b"9" * 5000), "seconds_core: a number this large is outside"),
        ({"seconds_core": "1e5"}, "seconds_core: '1e5' is not a number from 0 to 1000000000"),
        ({"seconds_core": "-1.5"}, "seconds_core: '-1.5' is not a number from 0 to 1000000000;"),
        ({"seconds_core": True}, "seconds_core: true is not a number from 0 to 1000000000"),
        ({"seconds_core": False}, "seconds_core: false is not a number from 0 to 1000000000"),
        (
            {"answers": {"OWN-01": [3]}},
            "answers.OWN-01: a list is not one of 0, 1, 2, 3, 4, dk, na",
        ),
        ({"answers": {"OWN-01": -1}}, "answers.OWN-01: -1 is not one of 0, 1, 2, 3, 4, dk, na"),
        ({"answers": {"OWN-01": 3.5}}, "answers.OWN-01: 3.5 is not one of 0, 1, 2, 3, 4, dk, na"),
        ({"answers": {"OWN-01": "٣"}}, "answers.OWN-01: '٣' is not one of 0, 1, 2, 3, 4, dk, na"),
        ({"symptoms": {"S01": "dk"}}, "symptoms.S01: 'dk' is not one of 0, 1, 2, 3"),
        (
            {"profile": {"team_size": "9"}},
            "profile.team_size: '9' is not a whole number from 0 to ",
        ),
        ({"profile": {"team_size": -1}}, "profile.team_size: -1 is outside 0 to 100000"),
        ({"profile": {"team_size": False}}, "profile.team_size: false is not a whole number from"),
        ({"profile": {"tried": [None]}}, "profile.tried[0]: null is not one of new_hire, "),
        ({"profile": {"tried": [{}]}}, "profile.tried[0]: an object is not one of new_hire, "),
        ({"profile": []}, "profile: a list is not an object in braces"),
        ({"priorities": {}}, "priorities: an object is not a list in square brackets"),
        ({"priorities": [None]}, "priorities[0]: null is not an object in braces"),
        ({"priorities": [{"name": 5}]}, "priorities[0].name: 5 is not text in double quotes"),
        (
            {"budget": {"per_priority": 3}},
            "budget.per_priority: 3 is not a list in square brackets",
        ),
        (
            {"budget": {"per_priority": [1]}},
            "budget.per_priority: more shares (1) than priorities (0",
        ),
        ({"a b": 1}, "'a b': this key is not known; the keys here are profile, answers, notes, "),
        ({"\ud800\x1b[": 1}, "'\ufffd\ufffd[': this key is not known; the keys here are "),
        ({"": 1}, "'': this key is not known; the keys here are "),
        ({"profile": {"a.b": 1}}, "profile.'a.b': this key is not known; the keys here are role, "),
        ({"notes": {"x" * 50: "n"}}, f"notes.'{'x' * 39}…': bank {NAME} has no item with this id"),
        (
            {"profile": {"role": "a\u2028b"}},
            "profile.role: character 2 is a line break; write one ",
        ),
        (
            {"profile": {"role": "a\rb"}},
            "profile.role: character 2 is a line break; write one line",
        ),
        (
            {"profile": {"role": "a\x00"}},
            "profile.role: character 2 is a control character (U+0000",
        ),
        (
            {"profile": {"role": "\x9f"}},
            "profile.role: character 1 is a control character (U+009F);",
        ),
        (
            {"profile": {"role": "\udfff"}},
            "profile.role: character 1 is half a character (U+DFFF);",
        ),
        (
            {"profile": {"role": "a\ud800"}},
            "profile.role: character 2 is half a character (U+D800);",
        ),
        ({"profile": {"change": {"X": 1}}}, "profile.change.X: the change grid has no such row"),
        ({"profile": {"change": 1}}, "profile.change: 1 is not an object in braces"),
        ({"notes": 1}, "notes: 1 is not an object in braces"),
        ({"budget": 1}, "budget: 1 is not an object in braces"),
        ({"priorities": 1}, "priorities: 1 is not a list in square brackets"),
        (
            {"priorities": [{"name": "A", "rule": 1}]},
            "priorities[0].rule: 1 is not an object in br",
        ),
        ({"bank": [], "input": {}}, "bank: a list is not an object in braces"),
        ({"bank": {"version": 1.0}}, "bank.version: 1.0 is not text in double quotes"),
        ({"bank": {"sha256": "A" * 64}}, f"bank.sha256: '{'A' * 39}…' is not a sha256: 64 charac"),
        ({"inptu": {}, "input": {}}, "inptu: this key is not known; did you mean 'input'?"),
        ({"format": 1, "input": {}}, "format: 1 is not known; this version reads 'orr-answers-1'"),
    ],
)
def test_a_value_is_refused(value, message):
    (problem,) = problems_of(value)
    assert problem.startswith(message)


@pytest.mark.parametrize(
    ("given", "hint"),
    [
        (1.0, "; write 1"),
        (9.0, "; write 9"),
        ("9", "; write 9 without quotes"),
        (0.0, ""),
        (10.0, ""),
        ("10", ""),
        (1.5, ""),
        ("1.5", ""),
    ],
)
def test_a_whole_number_written_otherwise_is_shown_how(given, hint):
    (problem,) = problems_of({"priorities": [{"name": "A", "rank": given}]})
    said = f"'{given}'" if isinstance(given, str) else given
    assert problem == f"priorities[0].rank: {said} is not a whole number from 1 to 9{hint}"


def test_a_parser_message_that_is_not_known_is_put_in_plain_words(monkeypatch):
    monkeypatch.setattr(json_document, "WORDS_FOR", {})
    assert problems_of(b"{") == ["column 2: this is not JSON"]
