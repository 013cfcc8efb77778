"""How problems look in a terminal and beside a changed line on GitHub."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from bank.__main__ import main
from bank.loading import Examination
from bank.printing import as_annotations, as_text, summary
from bank.problem import Place, Problem, Wording, problem_at
from bank.schema import schema_text
from tests.bank.sample import bank

ROOT = Path(__file__).resolve().parents[2]


def problem(line=1, column=1, length=1, message="A.", fix="B.", severity="error"):
    return Problem(line, column, "some-rule", message, fix, severity, length)


def shown(text, **where):
    """The lines printed for one problem in `text`, without the summary."""
    examined = Examination("q.yaml", text, (problem(**where),), None)
    return as_text(examined).splitlines()[:-1]


def test_a_problem_is_shown_with_its_line_a_caret_and_the_fix():
    text = "\n" * 25 + "    evidnce: One page, every priority, one name.\n"
    assert shown(text, line=26, column=5, length=7, message="No.", fix="Try.") == [
        "q.yaml:26:5: error: No.",
        "   26 |     evidnce: One page, every priority, one name.",
        "      |     ^^^^^^^",
        "        Try.  [some-rule]",
    ]


def test_a_line_without_anything_on_it_is_not_shown():
    assert shown("a\n  \nb", line=2) == ["q.yaml:2:1: error: A.", "        B.  [some-rule]"]
    assert shown("a", line=2) == ["q.yaml:2:1: error: A.", "        B.  [some-rule]"]


def test_a_caret_stops_where_its_line_stops():
    assert shown("abc", column=3, length=9)[1:3] == ["    1 | abc", "      |   ^"]
    assert shown("abc", column=4, length=1)[1:3] == ["    1 | abc", "      |    ^"]


def test_wide_and_combining_letters_are_measured():
    assert shown("漢é: x", column=4, length=1)[2] == "      |     ^"
    assert shown("e\u0301漢x", column=3, length=1)[2] == "      |  ^^"


def test_what_could_harm_a_terminal_is_replaced():
    assert shown("a\x1b[31mb", column=7)[1:3] == ["    1 | a\ufffd[31mb", "      |       ^"]
    examined = Examination("q\x1b.yaml", "", (problem(),), None)
    assert as_text(examined).startswith("q\ufffd.yaml:1:1: error: A.\n")
    assert summary(examined) == "q\ufffd.yaml: 1 error."


@pytest.mark.parametrize(
    ("length", "column", "wide", "source", "caret"),
    [
        (100, 1, 1, "x" * 100, 0),
        (100, 60, 1, "x" * 100, 59),
        (101, 1, 1, "x" * 100 + "…", 0),
        (300, 51, 3, "x" * 100 + "…", 50),
        (300, 52, 3, "…" + "x" * 100 + "…", 51),
        (300, 298, 3, "…" + "x" * 53, 51),
        (300, 101, 500, "…" + "x" * 100, 51),
    ],
)
def test_a_long_line_is_cut_around_the_problem(length, column, wide, source, caret):
    printed = shown("x" * length, column=column, length=wide)
    assert printed[1] == f"    1 | {source}"
    assert printed[2].rstrip("^") == "      | " + " " * caret


def test_an_annotation_escapes_what_github_reads_as_its_own():
    problems = (
        problem(3, 5, 7, "100% of\r\nit: a, b.", "C:"),
        problem(4, 1, 1, "D.", "E.", "warning"),
    )
    examined = Examination("a:b,c%.yaml", "", problems, None)
    assert as_annotations(examined) == (
        "::error file=a%3Ab%2Cc%25.yaml,line=3,col=5,endColumn=12,title=some-rule"
        "::100%25 of%0D%0Ait: a, b. C:\n"
        "::warning file=a%3Ab%2Cc%25.yaml,line=4,col=1,endColumn=2,title=some-rule::D. E.\n"
        "a:b,c%.yaml: 1 error, 1 warning.\n"
    )


@pytest.mark.parametrize(
    ("severities", "line"),
    [
        (["error"], "q.yaml: 1 error."),
        (["error", "warning", "error"], "q.yaml: 2 errors, 1 warning."),
        (["warning", "warning"], "q.yaml: 2 warnings."),
    ],
)
def test_the_summary_counts(severities, line):
    problems = tuple(problem(severity=one) for one in severities)
    usable = bank() if "error" not in severities else None
    assert summary(Examination("q.yaml", "", problems, usable)) == line


def test_without_problems_the_summary_names_the_bank():
    examined = Examination("q.yaml", "", (), bank())
    assert summary(examined) == "q.yaml: no problems; bank sample 1.2.0, 3 items."
    assert as_text(examined) == as_annotations(examined) == summary(examined) + "\n"


def test_problems_are_ordered_by_place():
    first, second, third = problem(1, 9), problem(2, 1), problem(2, 3)
    assert sorted([third, second, first]) == [first, second, third]


def test_a_problem_is_a_wording_at_a_place():
    assert problem_at(Place(2, 3, 4), "some-rule", Wording("A.", "B."), "warning") == problem(
        2, 3, 4, severity="warning"
    )
    assert problem_at(Place(2, 3), "some-rule", Wording("A.", "B.")) == problem(2, 3)


def test_the_command_checks_a_file(tmp_path, capsys):
    file = tmp_path / "bank.yaml"
    file.write_text("about: {id: 7}\n", "utf-8")
    assert main([str(file), "--format", "github"]) == 1
    out = capsys.readouterr().out
    assert out.count("::error file=") == out.count("\n") - 1
    assert out.endswith("bank.yaml: 32 errors.\n")


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        ([], "python -m bank: error: name the file to check, such as questions.yaml\n"),
        (["none.yaml"], "error: none.yaml cannot be read: No such file or directory\n"),
        (["a", "--format", "xml"], "argument --format: invalid choice: 'xml'"),
        (["a", "b"], "unrecognized arguments: b"),
    ],
)
def test_wrong_usage_ends_with_two(arguments, complaint, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    assert caught.value.code == 2
    assert complaint in capsys.readouterr().err


def test_a_folder_is_no_bank(tmp_path, capsys):
    with pytest.raises(SystemExit) as caught:
        main([str(tmp_path)])
    assert caught.value.code == 2
    assert "cannot be read" in capsys.readouterr().err


def test_the_command_prints_the_schema(capsys):
    assert main(["--schema"]) == 0
    assert json.loads(capsys.readouterr().out)["title"] == "Question bank"


def test_the_output_may_be_no_terminal_at_all(monkeypatch):
    monkeypatch.setattr(sys, "stdout", io.StringIO())
    assert main(["--schema"]) == 0
    assert sys.stdout.getvalue() == schema_text()


def test_help_explains_the_exit_codes(capsys):
    with pytest.raises(SystemExit) as caught:
        main(["--help"])
    assert caught.value.code == 0
    out = " ".join(capsys.readouterr().out.split())
    assert "checks a question bank and says what to change" in out
    assert "0 if the bank can be used, 1 if it has errors, 2 if the command was wrong" in out


def test_a_terminal_with_a_small_alphabet_gets_escapes(tmp_path):
    file = tmp_path / "bank.yaml"
    file.write_text("“a”", "utf-8")
    result = subprocess.run(
        [sys.executable, "-m", "bank", str(file)],
        cwd=ROOT,
        env={**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"},
        capture_output=True,
        check=False,
    )
    assert result.returncode == 1
    assert b"    1 | \\u201ca\\u201d" in result.stdout
    assert result.stderr == b""


def test_a_reader_that_goes_away_is_no_mistake(tmp_path):
    reading, writing = os.pipe()
    os.close(reading)
    result = subprocess.run(
        [sys.executable, "-m", "bank", "--schema"],
        cwd=ROOT,
        stdout=writing,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(writing)
    assert (result.returncode, result.stderr) == (0, b"")
