"""One broken bank for each mistake, held against every word that its author sees."""

import re

import pytest

from bank.__main__ import main
from bank.lint import ADVICE, every_rule, rule_id
from tests.bank.broken_bank import MISTAKES, broken

NAMED = re.compile(r"\[([a-z0-9-]+)\]$", re.MULTILINE)


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda path: path.stem)
def test_the_author_sees(mistake, tmp_path, monkeypatch, capsys):
    (tmp_path / "sample.yaml").write_bytes(broken(mistake))
    monkeypatch.chdir(tmp_path)
    expected = mistake.with_suffix(".txt").read_text("utf-8")
    code = main(["sample.yaml"])
    assert capsys.readouterr().out == expected
    assert code == (1 if ": error: " in expected else 0)


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda path: path.stem)
def test_a_mistake_is_named_after_the_rule_it_breaks(mistake):
    found = NAMED.findall(mistake.with_suffix(".txt").read_text("utf-8"))
    special = {"alias-bomb": "alias", "plain-no": "not-a-number"}
    assert any(special.get(mistake.stem, mistake.stem).startswith(rule) for rule in found)
    assert mistake.read_text("utf-8").startswith("# ")


def test_every_rule_has_a_broken_bank():
    found = {
        rule
        for mistake in MISTAKES
        for rule in NAMED.findall(mistake.with_suffix(".txt").read_text("utf-8"))
    }
    assert found == {rule_id(rule) for rule in every_rule()}


def test_every_expected_text_belongs_to_a_mistake():
    folder = MISTAKES[0].parent
    assert {path.stem for path in folder.glob("*.txt")} == {path.stem for path in MISTAKES}
    assert len(MISTAKES) >= 100


def test_only_advice_is_a_warning():
    assert {rule_id(rule) for rule in ADVICE} == {
        "stray-space",
        "straight-quote",
        "avoided-word",
        "double-barrelled",
        "vague-word",
        "long-stem",
        "long-option",
        "leading-question",
        "reading-grade",
    }
