"""The pages of the workspace: empty and full, for a consultant and for nobody."""

from dataclasses import replace

import pytest

from storage.fields import assessment_of
from tests.scoring.verbs import person
from tests.ui.way import BANK, html
from tests.ui.workspace import ANNA, HOSTILE, call_of, let_in, open_desk, share, words
from tests.web.sharing import noted
from ui import session

PAGES = ("shared", "brief", "call", "recap", "calls-say")
ABOUT_ONE = ("brief", "call", "recap")
PAIR = BANK.claims[0]


@pytest.fixture(autouse=True)
def signed_in(monkeypatch):
    let_in(monkeypatch)


@pytest.mark.parametrize("key", PAGES)
@pytest.mark.parametrize("state", ["P1", "nothing answered", "hostile"])
def test_a_page_opens_with_one_title_and_without_a_fault(key, state):
    empty = assessment_of({}, BANK) if state == "nothing answered" else None
    shared = share(empty, HOSTILE) if state == "hostile" else share(empty)
    page = open_desk(key, shared.id if key in ABOUT_ONE else None)
    assert not page.exception
    assert len(page.title) == 1
    assert HOSTILE.name not in words(page)
    assert "![i]" not in "".join(each.value for each in (*page.markdown, *page.title))


@pytest.mark.parametrize("key", PAGES)
def test_nobody_sees_a_page_of_the_workspace(monkeypatch, key):
    shared = share()
    let_in(monkeypatch, None)
    page = open_desk(key, shared.id)
    assert [each.value for each in page.title] == ["Sign in needed"]
    assert "Acme" not in words(page)


@pytest.mark.parametrize("key", ABOUT_ONE)
@pytest.mark.parametrize("named", ["nothing", "x" * 32])
def test_a_share_that_is_not_there_shows_a_plain_page(key, named):
    page = open_desk(key, None if named == "nothing" else named)
    assert [each.value for each in page.title] == ["Nothing is shared here"]
    assert not page.exception


def test_before_anybody_shares_the_table_says_so():
    page = open_desk("shared")
    assert "Nobody has shared anything yet" in words(page)
    assert not page.dataframe


def test_the_table_has_a_line_for_each_share_with_a_link_to_its_brief():
    shared = share()
    page = open_desk("shared")
    assert f'href="./brief?s={shared.id}"' in html(page)
    row = page.dataframe[0].value.iloc[0]
    assert row["Company"] == "Acme Pumps"
    assert [row[each.name] for each in BANK.dimensions] == list(
        shared.package.summary.levels.values()
    )


def test_a_search_and_a_filter_leave_what_they_find():
    share()
    share(person("P4"), replace(HOSTILE, company="Zebra Glass"))
    page = open_desk("shared")
    page.text_input(key="desk-search").set_value("zebra").run()
    assert list(page.dataframe[0].value["Company"]) == ["Zebra Glass"]
    page.text_input(key="desk-search").set_value("").run()
    page.selectbox(key="desk-step").set_value("open").run()
    assert not page.dataframe
    assert "**0** of 2" in words(page)


def test_steps_due_this_week_stand_on_top_and_old_ones_are_folded(monkeypatch):
    shared = share()
    add = session.store().desk.steps.add
    add(shared.id, {"text": "Name one owner", "source": "call", "due": "2026-01-02"}, "k", "anna")
    page = open_desk("shared")
    assert page.header[0].value == "Due this week"
    assert "Name one owner" in html(page)
    assert "overdue" in html(page)


def test_the_brief_shows_its_parts_in_order_and_no_note_that_was_not_shared():
    shared = share(noted(person("P1"), "our secret note", "JB"))
    page = open_desk("brief", shared.id)
    headings = BANK.call.brief.headings
    named = [each.value.replace("\\", "") for each in page.header]
    assert named == [getattr(headings, part) for part in headings.__slots__ if part != "notes"]
    assert "our secret note" not in words(page)
    assert f"./desk/{shared.id}/brief.pdf" in html(page)


def test_notes_and_owners_stand_in_the_brief_when_they_were_ticked():
    shared = share(noted(person("P1"), "our shared note", "JB"), notes=True, owners=True)
    page = open_desk("brief", shared.id)
    assert "our shared note" in words(page)
    assert "owner JB" in words(page)


def test_opening_a_brief_is_in_the_audit_log_by_name():
    shared = share()
    open_desk("brief", shared.id)
    entries = session.store().desk.audit.read()
    assert ("opened", ANNA.identity) in {(each.what, each.who) for each in entries}


def test_deleting_asks_once_and_is_said_on_the_table():
    shared = share()
    page = open_desk("brief", shared.id)
    assert page.button(key="delete-share").disabled
    page.checkbox(key=f"sure-{shared.id}").check().run()
    page.button(key="delete-share").click().run()
    assert "Acme Pumps is deleted" in words(page).replace("\\", "")
    assert session.store().desk.workspace.listed() == ()


def test_an_assessment_begun_on_a_call_is_noted_and_its_link_handed_over():
    page = open_desk("shared")
    page.button(key="facilitate").click().run()
    token = page.session_state["facilitated"]
    record = session.store().open(token)
    begun = session.store().desk.sharing.facilitation(record.id)
    assert (begun.consultant, begun.handed_over_at) == (ANNA.identity, None)
    page.button(key="handed-over").click().run()
    assert session.store().desk.sharing.facilitation(record.id).handed_over_at
    assert token not in words(page)


def test_below_thirty_the_page_about_questions_says_how_many_are_missing():
    share()
    said = words(open_desk("calls-say"))
    assert "Still missing: 29" in said.replace("\\", "")
    assert "Still missing: 30" in said.replace("\\", "")


def test_from_thirty_on_the_page_about_questions_speaks(monkeypatch):
    for _ in range(30):
        shared = share()
        call = call_of(shared)
        tab = session.store().desk.calls.open_tab(call.id)
        session.store().desk.calls.save(
            call.id, tab, {f"rating:{PAIR.evidence}": 1}, {}, "k", ANNA.identity
        )
    said = words(open_desk("calls-say"))
    assert "**30** shared assessments" in said
    assert "**30** rated calls" in said
