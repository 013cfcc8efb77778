"""The bank for new assessments: broken, it is shown with its problems; the last good one stays."""

import os

import pytest

from tests.ui.way import TEXT, open_page
from ui import question_bank


@pytest.fixture
def bank_file(tmp_path, monkeypatch):
    """A bank file of its own; writing to it always counts as a change."""
    file = tmp_path / "mine.yaml"
    monkeypatch.setenv("DIAGNOSTIC_BANK", str(file))
    for name in ("_good", "_stamp", "_trouble"):
        monkeypatch.setattr(question_bank, name, None)

    def write(text, at):
        file.write_bytes(text)
        os.utime(file, ns=(at, at))

    return write


def test_a_broken_bank_is_shown_as_problems_on_a_plain_page(bank_file):
    bank_file(TEXT.replace(b"    effort: 1", b"    efort: 1", 1), 1)
    page = open_page("welcome")
    assert not page.exception
    assert page.title[0].value == "The questions cannot be shown"
    assert any("efort" in text.value for text in page.text)
    assert not page.button


def test_a_bank_that_breaks_while_the_app_runs_leaves_the_last_good_one(bank_file):
    bank_file(TEXT, 1)
    good = question_bank.current()
    bank_file(b"about: [", 2)
    assert question_bank.current() == good
    assert question_bank.trouble().problems
    assert open_page("welcome").button


def test_a_bank_that_is_mended_is_used_again(bank_file):
    bank_file(b"about: [", 1)
    assert isinstance(question_bank.current(), question_bank.BankTrouble)
    bank_file(TEXT, 2)
    assert question_bank.current().text == TEXT
    assert question_bank.trouble() is None


def test_a_bank_file_that_is_not_there_is_said_so(bank_file):
    trouble = question_bank.current()
    assert "cannot be read" in trouble.reason
