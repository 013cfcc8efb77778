"""Which bank the command line scores with, and what it says about banks that do not fit."""

from scoring.answer_file import write_answer_file
from tests.scoring.answer_files import BANK_BYTES, EXAMPLES, NAME, assessment_of, example
from tests.scoring.command_line import loaded, older, run, written

P1 = EXAMPLES / "P1.json"
C1 = EXAMPLES / "C1_company.json"


def test_another_bank_can_be_in_use(tmp_path):
    path = written(tmp_path, "other.yaml", older())
    answers = written(
        tmp_path, "a.json", {"bank": {"id": "orr", "version": "0.9.0"}, **example("P1")}
    )
    assert run(answers, "--bank", path).json == example("P1")["expected"]
    assert run(answers).errors.startswith(f"{answers}: bank: this file was answered with bank orr")


def test_released_banks_are_found_in_their_folder(tmp_path):
    written(tmp_path, "old/orr-0.9.0.yaml", older())
    written(tmp_path, "old/notes.txt", b"not a bank")
    answers = written(
        tmp_path, "a.json", {"bank": {"id": "orr", "version": "0.9.0"}, **example("P1")}
    )
    assert run(answers, "--banks", tmp_path / "old").json == example("P1")["expected"]


def test_released_banks_are_found_beside_the_bank_in_use(tmp_path):
    written(tmp_path, "released_banks/a.yaml", older("0.8.0"))
    written(tmp_path, "released_banks/b.yaml", older())
    questions = written(tmp_path, "questions.yaml", BANK_BYTES)
    text = write_answer_file(assessment_of(example("P1")), loaded(older(), "b"))
    answers = written(tmp_path, "a.json", text.encode())
    assert run(answers, "--bank", questions).json == example("P1")["expected"]


def test_a_broken_bank_is_reported_with_its_places(tmp_path):
    path = written(
        tmp_path, "broken.yaml", BANK_BYTES.replace(b"capability: O1", b"capability: O9", 1)
    )
    outcome = run(P1, "--bank", path)
    assert (outcome.status, outcome.output) == (1, b"")
    assert outcome.errors.startswith(f"{path}:")
    assert "O9" in outcome.errors
    assert "warning" not in outcome.errors


def test_every_fault_of_a_bank_is_a_line(tmp_path):
    content = BANK_BYTES.replace(b"effort: 1", b"effort: 7", 2)
    lines = run(P1, "--bank", written(tmp_path, "a.yaml", content)).errors.splitlines()
    assert len(lines) == 2
    assert all(line.startswith(f"{tmp_path}/a.yaml:") for line in lines)


def test_a_bank_that_is_too_large_is_refused(tmp_path):
    content = BANK_BYTES + b"#" * (1_000_001 - len(BANK_BYTES))
    outcome = run(P1, "--bank", written(tmp_path, "a.yaml", content))
    assert outcome.status == 1
    assert outcome.errors.startswith(f"{tmp_path}/a.yaml:1:1: ")


def test_a_bank_that_is_not_there_is_wrong_usage(tmp_path):
    missing = tmp_path / "none.yaml"
    outcome = run(P1, "--bank", missing)
    assert outcome.status == 2
    assert outcome.errors == f"{missing}: cannot be read: No such file or directory\n"


def test_only_banks_of_one_major_version_are_compared(tmp_path):
    written(tmp_path, "old/orr-0.9.0.yaml", older())
    old = written(tmp_path, "a.json", {"bank": {"id": "orr", "version": "0.9.0"}, **example("P1")})
    outcome = run("compare", old, P1, "--banks", tmp_path / "old")
    assert (outcome.status, outcome.output) == (1, b"")
    assert outcome.errors == (
        f"The first was answered with bank orr 0.9.0, the second with {NAME};"
        " only banks of one major version can be compared.\n"
    )


def test_one_file_may_compare_assessments_of_a_released_bank(tmp_path):
    written(tmp_path, "old/orr-0.9.0.yaml", older())
    both = example("R1_compare")
    for key in ("first", "second"):
        both[key] = {"bank": {"id": "orr", "version": "0.9.0"}, "input": both[key]}
    outcome = run("compare", written(tmp_path, "a.json", both), "--banks", tmp_path / "old")
    assert (outcome.status, outcome.json) == (0, both["expected"])


def test_a_company_has_answered_one_bank(tmp_path):
    written(tmp_path, "old/orr-0.9.0.yaml", older())
    named = {"bank": {"id": "orr", "version": "0.9.0"}, "role_group": "team", "input": {}}
    outcome = run("company", C1, written(tmp_path, "a.json", named), "--banks", tmp_path / "old")
    assert (outcome.status, outcome.output) == (1, b"")
    assert outcome.errors == "The respondents of a company must have answered the same bank.\n"
