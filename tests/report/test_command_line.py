"""`python -m report` from the shell: one file, a folder, and what is said of a mistake."""

import subprocess
import sys

import pikepdf
import pytest

from tests.scoring.verbs import EXAMPLES, ROOT


def report(*arguments):
    """Run the command; returns its status and what it said."""
    run = subprocess.run(
        [sys.executable, "-m", "report", *map(str, arguments)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
    )
    return run.returncode, run.stderr


def pages(path):
    with pikepdf.open(path) as document:
        return [tuple(float(side) for side in page.mediabox[2:]) for page in document.pages]


def test_one_answer_file_makes_one_pdf(tmp_path):
    target = tmp_path / "scorecard.pdf"
    status, said = report(EXAMPLES / "P1.json", "-o", target, "--letter", "--date", "2026-11-25")
    assert (status, said) == (0, "")
    assert pages(target)[0] == (612, 792)


def test_a_folder_makes_a_pdf_each_with_a_progress_bar_and_names_what_is_broken(tmp_path):
    for name in ("P2", "P3"):
        (tmp_path / f"{name}.json").write_bytes((EXAMPLES / f"{name}.json").read_bytes())
    (tmp_path / "broken.json").write_text('{"input": {"answers": {"OWN-1": 3}}}', "utf-8")
    status, said = report(tmp_path, "-o", tmp_path / "papers")
    assert status == 1
    assert "did you mean 'OWN-01'" in said
    assert "3/3" in said
    made = sorted(path.name for path in (tmp_path / "papers").iterdir())
    assert made == ["P2.pdf", "P3.pdf"]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["nowhere.json"], "nowhere.json: cannot be read: No such file"),
        (["docs"], "docs: holds no .json file"),
        ([str(EXAMPLES / "P1.json"), "--date", "tomorrow"], "“tomorrow” is no day"),
    ],
)
def test_wrong_usage_says_what_to_do(arguments, words):
    status, said = report(*arguments)
    assert status == 2
    assert words in said
