"""The start page when too much was begun or opened: a plain word, and nothing is stored."""

import pytest

from access.rates import Rates, ceilings
from tests.ui.way import ROOT, open_page

FILE = (ROOT / "tests" / "worked_examples" / "P1.json").read_bytes()
HERE = "203.0.113.7"


@pytest.fixture
def rates(monkeypatch):
    """Counts of their own; one address may begin one assessment in an hour."""
    counts = Rates(ceilings({"DIAGNOSTIC_STARTS_PER_HOUR": "1"})[0])
    for room in ("ui.ways_in", "ui.session"):
        monkeypatch.setattr(f"{room}.rates", lambda: counts)
    monkeypatch.setattr("ui.session.visitor_address", lambda: HERE)
    monkeypatch.setattr("ui.session.name", lambda: "tab")
    return counts


def words(page):
    return "\n".join(each.value for each in page.markdown).replace("\\", "")


def test_a_file_is_counted_once_however_often_the_page_is_drawn_and_refused_in_plain_words(rates):
    for _ in range(19):
        rates.count("import", HERE, "tab")
    page = open_page("welcome")
    page.file_uploader[0].upload("one.json", FILE, "application/json").run()
    page.run()
    assert "open-file" in {button.key for button in page.button}
    page.file_uploader[0].upload("two.json", FILE, "application/json").run()
    assert "Too many answer files were opened from one browser tab within an hour" in words(page)
    assert "Nothing was stored. Please try again in 60 minutes." in words(page)
    assert "open-file" not in {button.key for button in page.button}


def test_what_is_in_the_file_waits_for_the_hour_to_pass_when_too_many_were_begun(rates):
    rates.count("start", HERE)
    page = open_page("welcome")
    page.file_uploader[0].upload("mine.json", FILE, "application/json").run()
    page.button(key="open-file").click().run()
    assert "Too many assessments were begun from your network within an hour" in words(page)
    assert "t" not in page.query_params
    assert "open-file" in {button.key for button in page.button}, "the file is still there"
