"""About this diagnostic: every number from the bank, the articles without their figures."""

from dataclasses import fields

import pytest
from streamlit.testing.v1 import AppTest

from tests.ui.results import ROOT, the_bank
from ui import session
from ui.about import findings, weights

FIGURES_OF_THE_ARTICLES = ("76%", "76 %", "2.7", "41%", "41 %")


@pytest.fixture
def about(tmp_path, monkeypatch):
    monkeypatch.setenv("DIAGNOSTIC_DB", str(tmp_path / "answers.db"))
    page = AppTest.from_file(ROOT / "ui" / "frame.py", default_timeout=30).run()
    yield page.switch_page("../pages/about.py").run()
    session._opened.cache_clear()


def words(page):
    kinds = ("title", "header", "markdown", "caption")
    said = [element.value for kind in kinds for element in getattr(page.main, kind)]
    return "\n".join([*said, *(element.proto.body for element in page.main.get("html"))])


def test_the_page_needs_no_assessment(about):
    assert not about.exception
    assert [each.value for each in about.title] == ["About this diagnostic"]


def test_the_articles_are_named_without_their_figures(about):
    text = words(about)
    assert "Sprinta" in text
    assert "Creative Strategic" in text
    assert [each for each in FIGURES_OF_THE_ARTICLES if each in text] == []
    assert "There is no link between their publishers and this diagnostic" in text


def test_every_question_stands_there_with_its_weight():
    shown = [
        row
        for entry in the_bank().dimensions
        for row in weights.questions(the_bank(), entry.id).rows
    ]
    assert [row[0] for row in shown] == [item.stem for item in the_bank().items]
    assert shown[0][2] == "22 %"


def test_every_number_of_the_bank_stands_there_with_its_note():
    count = sum(
        len(fields(getattr(the_bank().numbers, group.name))) for group in fields(the_bank().numbers)
    )
    rows = weights.other_numbers(the_bank()).rows
    assert len(rows) == count
    assert all(note for _, _, note in rows)
    assert ("Limits", "33 %") in {row[:2] for row in rows}


def test_every_judgement_cause_and_source_stands_there():
    bank = the_bank()
    assert len(findings.judgements(bank).rows) == len(fields(bank.judgements))
    assert len(findings.causes(bank).rows) == len(bank.symptoms.checklist)
    listed = len(findings.sources(bank).rows) + len(findings.articles(bank).rows)
    assert listed == len(bank.sources)


def test_rules_for_a_consultant_are_not_listed():
    shown = len(findings.rules(the_bank()).rows)
    assert shown == sum(rule.audience == "everyone" for rule in the_bank().rules)


@pytest.mark.parametrize("rule", the_bank().rules, ids=lambda rule: rule.id)
def test_every_cut_off_has_its_words(rule):
    assert set(rule.cutoffs) <= set(findings.CUTOFFS)


def test_a_line_is_counted_from_one_and_a_symptom_said_in_words():
    rows = {row[0]: row[2] for row in findings.rules(the_bank()).rows}
    assert rows["Reviews happen, and weak campaigns still keep running."] == (
        "an answer from line 4; what hurts, from “several times”"
    )
