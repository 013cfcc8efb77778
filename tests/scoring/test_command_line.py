"""`python -m scoring`: the worked examples through the real command, and what a user gets wrong."""

import json

import pytest

from tests.scoring.answer_files import EXAMPLES, PEOPLE, example
from tests.scoring.command_line import run, written

P1 = EXAMPLES / "P1.json"
C1 = EXAMPLES / "C1_company.json"
R1 = EXAMPLES / "R1_compare.json"


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


def test_the_worked_comparison_comes_out_of_two_files(tmp_path):
    both = example("R1_compare")
    outcome = run(
        "compare",
        written(tmp_path, "1.json", both["first"]),
        written(tmp_path, "2.json", both["second"]),
    )
    assert (outcome.status, outcome.json) == (0, both["expected"])


def test_the_worked_company_comes_out_of_one_file():
    outcome = run("company", C1)
    assert (outcome.status, outcome.errors) == (0, "")
    assert outcome.json == example("C1_company")["expected"]


def test_the_worked_company_comes_out_of_a_file_for_each(tmp_path):
    company = example("C1_company")
    files = [written(tmp_path, f"{person['id']}.json", person) for person in company["responses"]]
    outcome = run("company", *files)
    assert (outcome.status, outcome.json) == (0, company["expected"])


def test_output_is_indented_json_in_utf8_with_one_line_at_the_end(tmp_path):
    value = {"priorities": [{"name": "Café 中"}]}
    outcome = run(written(tmp_path, "a.json", value))
    assert "Café 中".encode() in outcome.output
    assert outcome.output == json.dumps(outcome.json, ensure_ascii=False, indent=1).encode() + b"\n"


def test_a_dash_reads_standard_input():
    assert run("-", given=P1.read_bytes()).json == example("P1")["expected"]


def test_a_dash_reads_standard_input_for_every_command():
    assert run("compare", "-", given=R1.read_bytes()).json == example("R1_compare")["expected"]
    assert run("company", "-", given=C1.read_bytes()).json == example("C1_company")["expected"]
    assert run("compare", P1, "-", given=P1.read_bytes()).json["overall_change"] == 0.0


def test_a_file_name_that_is_no_utf8_is_spelled_out():
    outcome = run("caf\udce9.json")
    assert outcome.errors == "caf\\udce9.json: cannot be read: No such file or directory\n"


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


def test_every_problem_is_a_line_with_the_name_of_the_file(tmp_path):
    path = written(tmp_path, "a.json", {"answers": {"OWN-01": 7}, "seconds_core": -1})
    outcome = run(path)
    assert (outcome.status, outcome.output) == (1, b"")
    assert outcome.errors == (
        f"{path}: answers.OWN-01: 7 is not one of 0, 1, 2, 3, 4, dk, na\n"
        f"{path}: seconds_core: -1 is outside 0 to 1000000000\n"
    )


def test_the_problems_of_all_files_are_reported(tmp_path):
    first, second = written(tmp_path, "a.json", b""), written(tmp_path, "b.json", b"[]")
    outcome = run("compare", first, second)
    assert outcome.status == 1
    assert outcome.errors == (
        f"{first}: The file is empty.\n"
        f"{second}: The file holds a list; an object in braces is expected.\n"
    )


def test_a_file_that_is_too_large_is_not_read_to_its_end(tmp_path):
    outcome = run(written(tmp_path, "a.json", b" " * 1_000_001))
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
    ("arguments", "phrases"),
    [
        (
            [],
            [
                "python -m scoring [-h]",
                "Score an answer file. Other commands: compare, company. positional",
                " file an answer file, or - for standard input options",
                "--bank BANK the question bank in use --banks",
                "--banks BANKS a folder of released question banks --lines",
                "--lines one answer file on each line --explain",
                "--explain ID open one number: OWN, overall, move:REV-05 END",
            ],
        ),
        (
            ["compare"],
            [
                "python -m scoring compare [-h]",
                " Compare two assessments of one respondent. positional",
                " first an answer file, or one that holds `first` and `second` second",
                " second the later answer file options",
            ],
        ),
        (
            ["company"],
            [
                "python -m scoring company [-h]",
                " Show where several people of one company differ. positional",
                " files answer files with a role_group each options",
            ],
        ),
    ],
)
def test_help_says_what_a_command_is_for(arguments, phrases, capsys):
    with pytest.raises(SystemExit) as ended:
        run(*arguments, "--help")
    assert ended.value.code == 0
    said = " ".join(capsys.readouterr().out.split()) + " END"
    assert [phrase for phrase in phrases if phrase not in said] == []
