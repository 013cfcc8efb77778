"""The result page in every state: complete, in order, whole numbers, and nothing it may not say."""

import re

import pytest
from streamlit.testing.v1 import AppTest

from storage.fields import fields_of
from tests.ui.results import (
    HOSTILE,
    ROOT,
    STATES,
    assessment,
    avoided,
    bank_text,
    decimals,
    the_bank,
)
from ui import session

FORBIDDEN = ("% infrastructure", "percentile", "industry average")


@pytest.fixture
def open_result(tmp_path, monkeypatch):
    monkeypatch.setenv("DIAGNOSTIC_DB", str(tmp_path / "answers.db"))

    def opened(state):
        begun = session.store().start(bank_text(), the_bank(), fields_of(assessment(state)))
        page = AppTest.from_file(ROOT / "ui" / "frame.py", default_timeout=30)
        page.query_params["t"] = begun.token
        page.run()
        return page.switch_page("../pages/result.py").run()

    yield opened
    session.store().close()
    session._opened.cache_clear()


def markdown(page):
    """Everything the main part of the page says as Markdown, as it is sent."""
    kinds = ("title", "header", "subheader", "markdown", "caption")
    return "\n".join(element.value for kind in kinds for element in getattr(page.main, kind))


def words(page):
    """Everything the main part of the page says, as a person reads it."""
    tables = "\n".join(element.proto.body for element in page.main.get("html"))
    return f"{markdown(page)}\n{re.sub('<[^>]+>', ' ', tables)}".replace("\\", "")


@pytest.mark.parametrize("state", STATES)
def test_every_state_draws_with_one_title_and_nine_findings(open_result, state):
    page = open_result(state)
    assert not page.exception
    assert len(page.title) == 1
    assert len(page.main.header) == 9


@pytest.mark.parametrize("state", STATES)
def test_nothing_is_said_that_may_not_be(open_result, state):
    text = words(open_result(state))
    assert avoided(text) == []
    assert decimals(text) == []
    assert [each for each in FORBIDDEN if each in text] == []


@pytest.mark.parametrize("state", STATES)
def test_consultants_prompts_stay_with_the_consultant(open_result, state):
    text = words(open_result(state))
    assert [rule.id for rule in the_bank().rules if rule.ask in text] == []


def test_the_worked_numbers_of_p1_stand_on_the_page(open_result):
    text = words(open_result("P1"))
    assert "22 of your 90 movable points" in text
    assert "44 of the 90 movable points" in text
    assert "followed for 42 of 100 points" in text
    for number, level in (("52", "Documented"), ("45", "Documented"), ("42", "Documented")):
        assert f" {number}  {level} " in text


def test_a_limit_is_explained_in_words(open_result):
    text = words(open_result("P5"))
    assert "Your answers give 100. So little of that shows in your priorities" in text


def test_at_most_three_sets_of_answers_are_open(open_result):
    page = open_result("P1")
    folded = [each.label for each in page.main.expander]
    assert "Three more" in folded


def test_not_enough_evidence_shows_no_number_and_says_what_is_missing(open_result):
    text = words(open_result("empty"))
    assert "Ownership has too few answers for a score. Answer at least 4 more." in text
    assert "/ 100" not in text


def test_the_core_alone_is_marked_unverified(open_result):
    page = open_result("core")
    assert page.title[0].value.replace("\\", "") == "There is not enough here to say."
    assert "Unverified: nothing was shown for it yet." in words(page)


def test_a_provisional_area_is_marked(open_result):
    assert "Provisional: 5 of 8" in words(open_result("half"))


def test_unknown_answers_become_things_to_find_out(open_result):
    page = open_result("half")
    assert any("you could find out this week" in each.value for each in page.subheader)


def test_three_files_can_be_taken_along(open_result):
    page = open_result("P1")
    assert [each.label for each in page.get("download_button")] == [
        "Answer file (JSON)",
        "Findings (CSV)",
        "Plan (CSV)",
    ]


def test_a_hostile_name_is_shown_literally(open_result):
    page = open_result("hostile")
    assert "](http" not in markdown(page)
    assert ":red[x]" not in markdown(page)
    assert HOSTILE in words(page).replace("\u2060", "")
    assert "<b>" not in "".join(element.proto.body for element in page.main.get("html"))


def test_the_plan_leaves_owner_and_date_empty(open_result):
    tables = [each.proto.body for each in open_result("P1").main.get("html")]
    plans = [table for table in tables if ">Date</th>" in table]
    assert len(plans) == 4
    assert all(table.count("></td>") == 2 * (table.count("<tr>") - 1) for table in plans)
