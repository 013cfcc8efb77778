"""docs/bank.md keeps its promise of one paragraph for each rule."""

import re
from pathlib import Path

import pytest

from bank.lint import every_rule, rule_id

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "bank.md").read_text("utf-8")
SECTIONS = dict(re.findall(r"^### (.+)\n\n(.+(?:\n.+)*)", PAGE, re.MULTILINE))


def test_every_heading_is_a_rule_and_every_rule_a_heading():
    headings = re.findall(r"^### (.+)$", PAGE, re.MULTILINE)
    assert sorted(headings) == sorted(rule_id(rule) for rule in every_rule())


@pytest.mark.parametrize("rule", every_rule(), ids=rule_id)
def test_a_rule_has_a_paragraph_and_a_manual(rule):
    assert len(SECTIONS[rule_id(rule)]) > 30
    assert (rule.__doc__ or "").strip().endswith(".")


def test_no_two_rules_share_an_id():
    ids = [rule_id(rule) for rule in every_rule()]
    assert len(ids) == len(set(ids)) == 51
