"""One broken brand for each mistake, held against every word that the firm sees."""

import re

import pytest

from brand.__main__ import main
from brand.loading import ADVICE, every_rule, rule_id
from tests.brand.broken_brand import MISTAKES, SAMPLE, content_of
from tests.brand.pictures import write_all

NAMED = re.compile(r"\[([a-z0-9-]+)\]$", re.MULTILINE)


@pytest.fixture(scope="module")
def firm(tmp_path_factory):
    """A folder with every picture that the brands name."""
    folder = tmp_path_factory.mktemp("firm")
    write_all(folder)
    return folder


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda path: path.stem)
def test_the_firm_sees(mistake, firm, monkeypatch, capsys):
    (firm / "brand.yaml").write_bytes(content_of(mistake))
    monkeypatch.chdir(firm)
    expected = mistake.with_suffix(".txt").read_text("utf-8")
    code = main(["brand.yaml"])
    assert capsys.readouterr().out == expected
    assert code == (1 if ": error: " in expected else 0)


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda path: path.stem)
def test_a_mistake_is_named_after_the_rule_it_breaks(mistake):
    found = NAMED.findall(mistake.with_suffix(".txt").read_text("utf-8"))
    assert any(mistake.stem.startswith(rule) for rule in found)
    assert mistake.read_text("utf-8").startswith("# ")


def test_every_rule_has_a_broken_brand_and_only_advice_is_a_warning():
    shown = "\n".join(each.with_suffix(".txt").read_text("utf-8") for each in MISTAKES)
    assert set(NAMED.findall(shown)) == {rule_id(rule) for rule in every_rule()}
    warned = re.findall(r": warning: (?:.*\n)+?.*\[(.+)\]$", shown, re.MULTILINE)
    assert set(warned) == set(ADVICE)


def test_every_expected_text_belongs_to_a_mistake():
    assert {each.stem for each in MISTAKES[0].parent.glob("*.txt")} == {e.stem for e in MISTAKES}


def test_all_mistakes_are_told_at_once_in_file_order(firm, monkeypatch, capsys):
    wrong = (
        SAMPLE.replace("logo.png", "lgoo.png").replace("5B3A8C", "FFCC00").replace("https", "http")
    )
    (firm / "brand.yaml").write_text(wrong, "utf-8")
    monkeypatch.chdir(firm)
    assert main(["brand.yaml", "--format", "github"]) == 1
    out = capsys.readouterr().out
    lines = [int(line) for line in re.findall(r"::error file=brand\.yaml,line=(\d)", out)]
    assert lines == [2, 3, 4]
    assert out.endswith("brand.yaml: 3 errors.\n")
