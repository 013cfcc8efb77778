"""What the tests of answer files share: the bank in use, and a short way to see the problems."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

import bank
from scoring.answer_file import BrokenAnswerFile, read_answer_file
from scoring.answer_sections import input_checks

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "tests" / "worked_examples"
BANK_BYTES = (ROOT / "questions.yaml").read_bytes()
BANK = bank.load(BANK_BYTES)
NAME = f"{BANK.about.id} {BANK.about.version}"
PEOPLE = ("P1", "P2", "P3", "P4", "P5")


def example(name):
    return json.loads((EXAMPLES / f"{name}.json").read_text("utf-8"))


def as_bytes(value):
    return value if isinstance(value, bytes) else json.dumps(value).encode()


def assessment_of(value):
    input_checks.cache_clear()  # so that a test sees the checks being made, not only used
    return read_answer_file(as_bytes(value), BANK).assessment


def problems_of(value, read=read_answer_file):
    """The messages for a broken file, in order; fails when the file is fine."""
    input_checks.cache_clear()
    with pytest.raises(BrokenAnswerFile) as caught:
        read(as_bytes(value), BANK)
    assert str(caught.value) == "\n".join(str(problem) for problem in caught.value.problems)
    return [str(problem) for problem in caught.value.problems]


def another_bank(version="0.9.0", sha256="ab" * 32, **changes):
    return replace(BANK, about=replace(BANK.about, version=version), sha256=sha256, **changes)
