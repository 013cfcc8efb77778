"""`python -m scoring`: the worked examples through the real command, and what a user gets wrong."""

import json
import os
import subprocess
import sys

import pytest

from scoring import __main__ as command
from scoring.answer_file import write_answer_file
from tests.scoring.answer_files import (
    BANK_BYTES,
    EXAMPLES,
    PEOPLE,
    ROOT,
    as_bytes,
    assessment_of,
    example,
)
from tests.scoring.command_line import loaded, run

P1 = EXAMPLES / "P1.json"
C1 = EXAMPLES / "C1_company.json"
R1 = EXAMPLES / "R1_compare.json"


@pytest.fixture(autouse=True)
def banks_are_loaded_once(monkeypatch):
    monkeypatch.setattr(command, "load", loaded)


@pytest.fixture
def file(tmp_path):
    """Write a file into a fresh folder and give its path."""

    def write(name, value):
        (tmp_path / name).write_bytes(as_bytes(value))
        return tmp_path / name

    return write


def older(version="0.9.0"):
    """The bank of today as it would have been released under another version."""
    return BANK_BYTES.replace(b"\n  version: 1.0.0", f"\n  version: {version}".encode(), 1)


@pytest.mark.parametrize("name", PEOPLE)
def test_a_worked_example_gives_the_scorecard_its_author_expects(name):
    outcome = run(EXAMPLES / f"{name}.json")
    assert (outcome.status, outcome.errors) == (0, "")
    expected = example(name)["expected"]
    assert list(outcome.json) == list(expected)
    for key, value in expected.items():
        assert outcome.json[key] == value, key


def test_the_worked_comparison_comes_out_of_one_file():
    outcome = run("compare", R1)
    assert (outcome.status, outcome.errors) == (0, "")
    assert outcome.json == example("R1_compare")["expected"]


def test_the_worked_comparison_comes_out_of_two_files(file):
    both = example("R1_compare")
    outcome = run("compare", file("1.json", both["first"]), file("2.json", both["second"]))
    assert (outcome.status, outcome.json) == (0, both["expected"])


def test_the_worked_company_comes_out_of_one_file():
    outcome = run("company", C1)
    assert (outcome.status, outcome.errors) == (0, "")
    assert outcome.json == example("C1_company")["expected"]


def test_the_worked_company_comes_out_of_a_file_for_each(file):
    company = example("C1_company")
    files = [file(f"{person['id']}.json", person) for person in company["responses"]]
    outcome = run("company", *files)
    assert (outcome.status, outcome.json) == (0, company["expected"])


def test_output_is_indented_json_in_utf8_with_one_line_at_the_end(file):
    value = {"priorities": [{"name": "Café 中"}]}
    outcome = run(file("a.json", value))
    assert "Café 中".encode() in outcome.output
    assert outcome.output == json.dumps(outcome.json, ensure_ascii=False, indent=1).encode() + b"\n"


def test_a_dash_reads_standard_input():
    assert run("-", given=P1.read_bytes()).json == example("P1")["expected"]


@pytest.mark.parametrize("number", ["OWN", "overall", "trace", "budget", "move:REV-05"])
def test_a_number_is_explained(number):
    outcome = run(P1, "--explain", number)
    assert outcome.status == 0
    assert outcome.json["id"] == number
    assert outcome.json["parts"]


def test_a_number_that_does_not_exist_is_wrong_usage():
    outcome = run(P1, "--explain", "OWM")
    assert (outcome.status, outcome.output) == (2, b"")
    assert outcome.errors.startswith("This scorecard has no number called 'OWM'.")


def test_every_problem_is_a_line_with_the_name_of_the_file(file):
    path = file("a.json", {"answers": {"OWN-01": 7}, "seconds_core": -1})
    outcome = run(path)
    assert (outcome.status, outcome.output) == (1, b"")
    assert outcome.errors == (
        f"{path}: answers.OWN-01: 7 is not one of 0, 1, 2, 3, 4, dk, na\n"
        f"{path}: seconds_core: -1 is outside 0 to 1000000000\n"
    )


def test_the_problems_of_all_files_are_reported(file):
    first, second = file("a.json", b""), file("b.json", b"[]")
    outcome = run("compare", first, second)
    assert outcome.status == 1
    assert outcome.errors == (
        f"{first}: The file is empty.\n"
        f"{second}: The file holds a list; an object in braces is expected.\n"
    )


def test_a_file_that_is_too_large_is_not_read_to_its_end(file):
    outcome = run(file("a.json", b" " * 1_000_001))
    assert outcome.errors.endswith(": The file is larger than 1,000,000 bytes.\n")


@pytest.mark.parametrize(
    "arguments",
    [("nowhere.json",), ("--lines", "nowhere.json"), ("compare", P1, "nowhere.json")],
)
def test_a_file_that_is_not_there_is_wrong_usage(arguments):
    outcome = run(*arguments)
    assert outcome.status == 2
    assert outcome.errors == "nowhere.json: cannot be read: No such file or directory\n"


def test_a_folder_is_no_answer_file(tmp_path):
    outcome = run(tmp_path)
    assert (outcome.status, outcome.errors) == (2, f"{tmp_path}: cannot be read: Is a directory\n")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "usage: python -m scoring [-h]"),
        (("--colour", "x"), "python -m scoring: error: "),
        (("a", "--lines", "--explain", "OWN"), "not allowed with argument"),
        (("compare",), "usage: python -m scoring compare [-h]"),
        (("compare", "a", "b", "c"), "unrecognized arguments: c"),
        (("company",), "usage: python -m scoring company [-h]"),
    ],
)
def test_wrong_usage_is_explained(arguments, said, capsys):
    with pytest.raises(SystemExit) as ended:
        run(*arguments)
    assert ended.value.code == 2
    assert said in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "Score an answer file. Other commands: compare, company."),
        (["compare"], "Compare two assessments of one respondent."),
        (["company"], "Show where several people of one company differ."),
    ],
)
def test_help_says_what_a_command_is_for(arguments, said, capsys):
    with pytest.raises(SystemExit) as ended:
        run(*arguments, "--help")
    assert ended.value.code == 0
    assert said in " ".join(capsys.readouterr().out.split())


def test_another_bank_can_be_in_use(file):
    path = file("other.yaml", older())
    answers = file("a.json", {"bank": {"id": "orr", "version": "0.9.0"}, **example("P1")})
    assert run(answers, "--bank", path).json == example("P1")["expected"]
    assert run(answers).errors.startswith(f"{answers}: bank: this file was answered with bank orr")


def test_released_banks_are_found_in_their_folder(file, tmp_path):
    (tmp_path / "old").mkdir()
    file("old/orr-0.9.0.yaml", older())
    file("old/notes.txt", b"not a bank")
    answers = file("a.json", {"bank": {"id": "orr", "version": "0.9.0"}, **example("P1")})
    assert run(answers, "--banks", tmp_path / "old").json == example("P1")["expected"]


def test_released_banks_are_found_beside_the_bank_in_use(file, tmp_path):
    (tmp_path / "released_banks").mkdir()
    file("released_banks/a.yaml", older("0.8.0"))
    file("released_banks/b.yaml", older())
    questions = file("questions.yaml", BANK_BYTES)
    text = write_answer_file(assessment_of(example("P1")), loaded(older(), "b"))
    answers = file("a.json", text.encode())
    assert run(answers, "--bank", questions).json == example("P1")["expected"]


def test_a_broken_bank_is_reported_with_its_places(file):
    path = file("broken.yaml", BANK_BYTES.replace(b"capability: O1", b"capability: O9", 1))
    outcome = run(P1, "--bank", path)
    assert (outcome.status, outcome.output) == (1, b"")
    assert outcome.errors.startswith(f"{path}:")
    assert "O9" in outcome.errors
    assert "warning" not in outcome.errors


def test_a_bank_that_is_not_there_is_wrong_usage(tmp_path):
    missing = tmp_path / "none.yaml"
    outcome = run(P1, "--bank", missing)
    assert outcome.status == 2
    assert outcome.errors == f"{missing}: cannot be read: No such file or directory\n"


def test_only_banks_of_one_major_version_are_compared(file, tmp_path):
    (tmp_path / "old").mkdir()
    file("old/orr-0.9.0.yaml", older())
    old = file("a.json", {"bank": {"id": "orr", "version": "0.9.0"}, **example("P1")})
    outcome = run("compare", old, P1, "--banks", tmp_path / "old")
    assert (outcome.status, outcome.output) == (1, b"")
    assert outcome.errors == (
        "The first was answered with bank orr 0.9.0, the second with orr 1.0.0;"
        " only banks of one major version can be compared.\n"
    )


def test_a_company_has_answered_one_bank(file, tmp_path):
    (tmp_path / "old").mkdir()
    file("old/orr-0.9.0.yaml", older())
    named = {"bank": {"id": "orr", "version": "0.9.0"}, "role_group": "team", "input": {}}
    outcome = run("company", C1, file("a.json", named), "--banks", tmp_path / "old")
    assert (outcome.status, outcome.output) == (1, b"")
    assert outcome.errors == "The respondents of a company must have answered the same bank.\n"


def real(*arguments, **options):
    """Start the real command, with an environment that knows nothing of UTF-8."""
    environment = {**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"}
    return subprocess.Popen(
        [sys.executable, "-m", "scoring", *arguments],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        **options,
    )


def test_the_real_command_writes_utf8_whatever_the_locale(file):
    with real(file("a.json", {"priorities": [{"name": "Café 中"}]})) as process:
        output, errors = process.communicate()
    assert (process.returncode, errors) == (0, b"")
    assert json.loads(output.decode("utf-8"))["trace"]["priorities"][0]["name"] == "Café 中"


def test_a_reader_that_goes_away_early_is_no_reason_for_a_traceback(file):
    line = json.dumps(example("P1")["input"])
    with real("--lines", file("a.jsonl", (line + "\n").encode() * 100)) as process:
        process.stdout.read(1)
        process.stdout.close()
        errors = process.stderr.read()
        assert process.wait() == 1
    assert errors == b""
