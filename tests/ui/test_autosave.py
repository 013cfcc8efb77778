"""Saving in the body of the script: faults of the store, two tabs, what is kept about the way."""

import pytest

from storage import NotSaved
from storage.relational import RelationalStore
from tests.ui.way import BANK, begin, html, open_page, radio, stored
from ui import session, whereabouts

FIRST, SECOND = (item.stem for item in BANK.items[:2])
BUSY = NotSaved("locked", "The store was busy for too long.", "Try again.")


@pytest.fixture
def store_fault(monkeypatch):
    """Switches saving off and on."""
    store = RelationalStore
    keep = store.save

    def switch(on):
        def save(*args, **options):
            if on:
                raise BUSY
            return keep(*args, **options)

        monkeypatch.setattr(store, "save", save)

    return switch


def test_what_cannot_be_saved_says_so_beside_the_question_and_stays_on_screen(store_fault):
    token = begin({})
    page = open_page("questions", token)
    store_fault(True)
    radio(page, FIRST).set_value(3).run()
    assert stored(token).get("answer:OWN-01") is None
    assert radio(page, FIRST).value == 3
    assert ":red[Not saved – trying again]" in [each.value for each in page.markdown]
    assert "The store was busy for too long." in html(page)
    assert 'role="status">Saved' not in html(page)


def test_what_could_not_be_saved_is_saved_in_the_next_run(store_fault):
    token = begin({})
    page = open_page("questions", token)
    store_fault(True)
    radio(page, FIRST).set_value(3).run()
    store_fault(False)
    page.run()
    assert stored(token)["answer:OWN-01"] == 3
    assert "Saved" in html(page)
    assert ":red[Not saved – trying again]" not in [each.value for each in page.markdown]


def test_what_could_not_be_saved_is_not_forgotten_on_another_screen(store_fault):
    token = begin({})
    page = open_page("questions", token)
    store_fault(True)
    radio(page, FIRST).set_value(3).run()
    page.button(key="next").click().run()
    assert "Not saved" in html(page)
    store_fault(False)
    page.run()
    assert stored(token)["answer:OWN-01"] == 3


def test_two_tabs_keep_each_others_answers_and_show_them():
    token = begin({})
    one, two = open_page("questions", token), open_page("questions", token)
    radio(one, FIRST).set_value(1).run()
    radio(two, SECOND).set_value(2).run()
    assert stored(token)["answer:OWN-01"] == 1
    assert stored(token)["answer:OWN-02"] == 2
    assert radio(two.run(), FIRST).value == 1
    assert radio(one.run(), SECOND).value == 2


def test_an_answer_cleared_in_one_tab_is_cleared_in_the_other():
    token = begin({"priority:0:name": "X", "priority:0:rule_result": "40 leads"})
    one, two = open_page("priorities", token, 2), open_page("priorities", token, 2)
    blank(one).set_value("").run()
    assert "priority:0:rule_result" not in stored(token)
    assert not blank(two.run().run()).value


def blank(page):
    return next(each for each in page.text_input if each.label == "The result to reach")


def test_not_knowing_a_part_of_the_trace_is_remembered():
    token = begin({"priority:0:name": "X", "priority:0:owner": "team"})
    page = open_page("priorities", token, 2)
    radio(page, "Who answers for the result?").set_value("dk").run()
    assert stored(token)["priority:0:owner"] == "dk"
    again = open_page("priorities", token, 2)
    assert radio(again, "Who answers for the result?").value == "dk"


def test_the_last_of_two_answers_to_one_question_counts():
    token = begin({})
    one, two = open_page("questions", token), open_page("questions", token)
    radio(one, FIRST).set_value(1).run()
    radio(two, FIRST).set_value(4).run()
    assert stored(token)["answer:OWN-01"] == 4
    assert radio(one.run().run(), FIRST).value == 4


def test_an_assessment_deleted_in_another_tab_leaves_a_plain_page():
    token = begin({})
    page = open_page("questions", token)
    session.store().delete(session.store().open(token).id)
    radio(page, FIRST).set_value(1).run()
    assert page.title[0].value == "There is nothing behind this link"


def test_the_place_is_kept_so_that_the_link_leads_back_to_it():
    token = begin({})
    open_page("questions", token, 5)
    assert stored(token)["place"] == "questions:5"
    assert open_page("welcome", token).title[0].value == "Welcome back"


def test_the_time_of_a_screen_counts_up_to_a_limit(monkeypatch):
    now = [0.0]
    monkeypatch.setattr(whereabouts, "monotonic", lambda: now[0])
    token = begin({})
    page = open_page("questions", token)
    now[0] = 30.0
    page.button(key="next").click().run()
    assert stored(token)["seconds_core"] == 30
    now[0] = 1000.0
    page.button(key="next").click().run()
    assert stored(token)["seconds_core"] == 30 + whereabouts.MOST_SECONDS
