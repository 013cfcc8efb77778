"""docs/brand.md keeps its promise of one paragraph for each key and each rule."""

import re
from dataclasses import fields
from pathlib import Path

import pytest

from brand.loading import every_rule, rule_id
from brand.model import LONGEST, Written

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "brand.md").read_text("utf-8")
SECTIONS = dict(re.findall(r"^### (.+)\n\n(.+(?:\n.+)*)", PAGE, re.MULTILINE))
KEYS = [field.name for field in fields(Written)]


def test_every_heading_is_a_key_or_a_rule_and_each_of_them_a_heading():
    headings = re.findall(r"^### (.+)$", PAGE, re.MULTILINE)
    assert headings == [*KEYS, *(rule_id(rule) for rule in every_rule())]


@pytest.mark.parametrize("rule", every_rule(), ids=rule_id)
def test_a_rule_has_a_paragraph_and_a_manual(rule):
    assert len(SECTIONS[rule_id(rule)]) > 30
    assert (rule.__doc__ or "").strip().endswith(".")


@pytest.mark.parametrize("key", KEYS)
def test_a_key_has_a_paragraph_and_a_place_in_the_example(key):
    assert len(SECTIONS[key]) > 60
    example = (ROOT / "brand.example.yaml").read_text("utf-8")
    assert re.search(rf"^(# )?{key}: ", example, re.MULTILINE)
    if key in ("name", "footer"):
        assert f"{LONGEST[key]} characters" in SECTIONS[key]
        assert f"{LONGEST[key]} characters" in example
