"""The page of a call and its recap: saved as they are written, by one consultant or two."""

from datetime import date, timedelta

import pytest

from storage import NotSaved
from storage.desk.calls import DeskCalls
from tests.ui.way import BANK, html
from tests.ui.workspace import call_of, let_in, open_desk, share, words
from ui import session

PAIR = BANK.claims[0]
STEM = BANK.item_by_id[PAIR.item].stem


@pytest.fixture(autouse=True)
def signed_in(monkeypatch):
    let_in(monkeypatch)


def rate(page, level):
    """Rate the first pair."""
    (found,) = [each for each in page.radio if each.label.replace("\\", "") == STEM]
    return found.set_value(level).run()


def test_a_rating_is_saved_at_once_beside_the_answer_and_moves_the_scores():
    shared = share()
    page = open_desk("call", shared.id)
    assert "Saved" in html(page)
    rate(page, 0)
    assert call_of(shared).fields[f"rating:{PAIR.evidence}"] == 0
    assert "**1** of 5 pairs rated." in words(page)
    assert "rated 0" in words(page).replace("\\", "")
    assert "Answered (" in html(page)


def test_two_consultants_on_one_call_lose_nothing():
    shared = share()
    one, two = open_desk("call", shared.id), open_desk("call", shared.id)
    rate(one, 1)
    notes = next(each for each in two.text_area if "Their words" in each.label)
    notes.set_value("They merged two teams.").run()
    stored = call_of(shared).fields
    assert stored[f"rating:{PAIR.evidence}"] == 1
    assert stored["notes:words"] == "They merged two teams."
    assert "They merged two teams." in [each.value for each in one.run().text_area]


def test_what_cannot_be_saved_says_so_and_is_saved_in_the_next_run(monkeypatch):
    shared = share()
    page = open_desk("call", shared.id)
    calls, busy = DeskCalls, NotSaved("locked", "Busy for too long.", "Wait.")
    keep = calls.save

    def refuse(*args, **options):
        raise busy

    monkeypatch.setattr(calls, "save", refuse)
    rate(page, 2)
    assert "Not saved – trying again" in html(page)
    assert 'role="status">Saved' not in html(page)
    monkeypatch.setattr(calls, "save", keep)
    page.run()
    assert call_of(shared).fields[f"rating:{PAIR.evidence}"] == 2
    assert "Not saved" not in html(page)


def test_a_consultant_whose_sign_in_is_over_saves_nothing(monkeypatch):
    shared = share()
    page = open_desk("call", shared.id)
    let_in(monkeypatch, None)
    rate(page, 3)
    assert [each.value for each in page.title] == ["Sign in needed"]
    assert call_of(shared).fields == {}


def test_a_day_that_cannot_be_read_is_not_kept_and_one_in_words_is():
    shared = share()
    page = open_desk("call", shared.id)
    due = next(each for each in page.text_input if each.label == "By which day")
    due.set_value("soon").run()
    assert "Not saved: this is not a day" in words(page).replace("\\", "")
    due = next(each for each in page.text_input if each.label == "By which day")
    due.set_value("31 December 2026").run()
    assert call_of(shared).fields["move_due"] == "2026-12-31"


@pytest.mark.parametrize("address", ["", "https://hook.example/told"])
def test_an_outcome_is_told_to_the_webhook_only_where_one_is_set(monkeypatch, address):
    monkeypatch.setenv("DIAGNOSTIC_WEBHOOK", address)
    shared = share()
    page = open_desk("call", shared.id)
    ended = next(each for each in page.radio if each.label == "How the call ended")
    ended.set_value("not_now").run()
    assert call_of(shared).fields["outcome"] == "not_now"
    assert session.store().desk.workspace.listed()[0].outcome == "not_now"
    told = session.store().desk.outbox.claim()
    assert (told.payload["outcome"] if told else None) == ("not_now" if address else None)


def test_the_clock_is_started_once_in_the_store():
    shared = share()
    page = open_desk("call", shared.id)
    page.button(key="start-clock").click().run()
    started = call_of(shared).started_at
    assert started is not None
    again = open_desk("call", shared.id)
    assert call_of(shared).started_at == started
    assert again.button(key="start-clock").label == "Start the clock again"


def test_a_share_withdrawn_during_the_call_is_gone_from_the_page():
    shared = share()
    page = open_desk("call", shared.id)
    session.store().desk.workspace.delete(shared.id, "ben")
    rate(page, 3)
    assert [each.value for each in page.title] == ["Nothing is shared here"]


def test_a_next_step_is_saved_as_it_is_typed_and_can_be_closed():
    shared = share()
    page = open_desk("call", shared.id)
    fill(page, "Next step: what", "Name one owner")
    page.run()
    fill(page, "Next step: by which day", "tomorrow")
    page.run().run()
    (step,) = session.store().desk.steps.of(shared.id)
    tomorrow = date.today() + timedelta(days=1)
    assert (step.text, step.due, step.status) == ("Name one owner", tomorrow, "open")
    assert field(page, "Next step: by which day").value == tomorrow.isoformat()
    assert f"{tomorrow:%A}" in words(page)
    assert session.store().desk.workspace.listed()[0].next_due == tomorrow


def test_a_further_step_is_written_down_once_by_its_button():
    shared = share()
    page = open_desk("call", shared.id)
    page.session_state["further-step"] = True
    page.run()
    fill(page, "Further step: what", "Ask finance")
    next(each for each in page.button if each.label == "Write the step down").click().run()
    page.run()
    (step,) = session.store().desk.steps.of(shared.id)
    assert (step.text, step.source, step.status) == ("Ask finance", "call", "open")


def field(page, label):
    return next(each for each in page.text_input if each.label == label)


def fill(page, label, text):
    field(page, label).set_value(text)


def test_the_recap_is_made_of_what_was_written_and_kept():
    shared = share()
    page = open_desk("recap", shared.id)
    next(each for each in page.text_area if "Their goal" in each.label).set_value(
        "12 % in Q1"
    ).run()
    assert call_of(shared).fields["goal"] == "12 % in Q1"
    assert "12 % in Q1" in "".join(str(each.proto) for each in page.get("bidi_component"))
