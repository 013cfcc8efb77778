"""`python -m scoring --lines`: one answer file on a line, one scorecard on a line, in order."""

import io
import json
import tracemalloc

import pytest

from scoring.export import as_json
from scoring.scorecard import score
from scoring.streaming import numbered_lines, score_lines
from tests.scoring.answer_files import BANK, PEOPLE, another_bank, assessment_of, example
from tests.scoring.command_line import older, run, written


def lines(*values):
    return b"".join(json.dumps(value).encode() + b"\n" for value in values)


def test_every_line_gives_its_scorecard_in_order():
    outcome = run("--lines", "-", given=lines(*(example(name)["input"] for name in PEOPLE)))
    assert (outcome.status, outcome.errors) == (0, "")
    assert outcome.lines == [example(name)["expected"] for name in PEOPLE]


def test_a_file_of_lines_is_read_as_well(tmp_path):
    (tmp_path / "a.jsonl").write_bytes(lines(example("P1"), example("P2")))
    outcome = run("--lines", tmp_path / "a.jsonl")
    assert outcome.status == 0
    assert outcome.lines == [example("P1")["expected"], example("P2")["expected"]]


def test_a_scorecard_is_one_compact_line_of_utf8():
    value = {"priorities": [{"name": "Café"}]}
    outcome = run("--lines", "-", given=lines(value))
    card = as_json(score(BANK, assessment_of(value)))
    text = json.dumps(card, ensure_ascii=False, separators=(",", ":"))
    assert outcome.output == text.encode() + b"\n"
    assert "Café".encode() in outcome.output


def test_a_bad_line_is_reported_and_the_others_go_on():
    bad = {"answers": {"OWN-01": 7}, "seconds_core": -1}
    outcome = run("--lines", "-", given=lines(example("P1"), bad) + b"\n \n{\n" + lines({}))
    assert (outcome.status, outcome.errors) == (1, "")
    good, second, fifth, empty = outcome.lines
    assert good == example("P1")["expected"]
    assert second == {
        "line": 2,
        "error": "answers.OWN-01: 7 is not one of 0, 1, 2, 3, 4, dk, na;"
        " seconds_core: -1 is outside 0 to 1000000000",
    }
    assert fifth == {"line": 5, "error": "column 2: a key in double quotes is expected here"}
    assert empty == as_json(score(BANK, assessment_of({})))


@pytest.mark.parametrize("nothing", [b"", b"\n", b" \r\n\t\n"])
def test_blank_lines_give_nothing(nothing):
    outcome = run("--lines", "-", given=nothing)
    assert (outcome.status, outcome.output) == (0, b"")


@pytest.mark.parametrize("end", [b"", b"\n", b"\r\n"])
def test_the_last_line_may_end_or_not(end):
    outcome = run("--lines", "-", given=b'{"answers": {}}' + end)
    assert outcome.status == 0
    assert len(outcome.lines) == 1


def test_a_line_of_a_million_bytes_is_read_and_a_longer_one_is_not():
    longest = b'{"answers": {}}'.ljust(1_000_000 - 1) + b" "
    given = longest + b"\n" + longest + b" \n" + b"{}\n" + longest + b" " * 70_000
    assert run("--lines", "-", given=longest).status == 0
    outcome = run("--lines", "-", given=given)
    assert outcome.status == 1
    first, second, third, fourth = outcome.lines
    assert first == third == as_json(score(BANK, assessment_of({})))
    assert second == {"line": 2, "error": "The line is longer than 1,000,000 bytes."}
    assert fourth == {"line": 4, "error": "The line is longer than 1,000,000 bytes."}


def test_a_line_names_its_own_bank():
    old = another_bank()
    named = {"bank": {"sha256": old.sha256}, "input": {}}
    source = io.BytesIO(lines(named, {}))
    assert [good for good, _ in score_lines(source, BANK, lambda: [old])] == [True, True]
    assert [good for good, _ in score_lines(io.BytesIO(lines(named, {})), BANK)] == [False, True]


def test_a_released_bank_is_found_for_a_line(tmp_path):
    written(tmp_path, "old/orr-0.9.0.yaml", older())
    given = lines({"bank": {"id": "orr", "version": "0.9.0"}, "input": {}})
    assert run("--lines", "-", "--banks", tmp_path / "old", given=given).status == 0
    assert run("--lines", "-", given=given).status == 1


class Endless:
    """A source that never ends its line until `pieces` pieces were read; keeps nothing."""

    def __init__(self, pieces):
        self.pieces = pieces
        self.longest = 0

    def readline(self, size):
        self.longest = max(self.longest, size)
        self.pieces -= 1
        if self.pieces < 0:
            return b""
        return b"{}\n" if self.pieces == 0 else b"x" * size


def test_a_line_that_is_too_long_is_never_held_in_memory():
    source = Endless(pieces=500)
    tracemalloc.start()
    try:
        assert list(numbered_lines(source)) == [(1, None)]
        assert tracemalloc.get_traced_memory()[1] < 3_000_000
    finally:
        tracemalloc.stop()
    assert source.longest == 1_000_001


def test_scorecards_come_out_while_lines_go_in():
    read = []

    class Watched(io.BytesIO):
        def readline(self, size=-1):
            read.append(size)
            return super().readline(size)

    cards = score_lines(Watched(lines({}, {}, {})), BANK)
    assert read == []
    next(cards)
    assert len(read) == 1
