"""From an event in the store to a request that proves itself: once if all goes well, else again."""

import json
import logging
import re
from threading import Thread
from time import monotonic

import pytest

from storage import NotSaved, open_store
from storage.desk.announcing import WEBHOOK, news_of_outcome, news_of_share
from tests.storage.desk_verbs import ANNA, MovedClock, package, share, somebody_shared
from tests.storage.verbs import ROOT, the_bank
from tests.web.hook.conftest import SECRET
from tests.web.hook.receiver import closes, status, waits
from tests.web.waiting import wait_until
from web.hook.worker import Teller

ON = {WEBHOOK: "https://hooks.example.com"}
TOLD = news_of_share(package(), ON)


@pytest.fixture
def clock():
    return MovedClock()


@pytest.fixture
def store(tmp_path, clock):
    opened = open_store(str(tmp_path / "diagnostic.db"), banks=[the_bank()], clock=clock)
    yield opened
    opened.close()


@pytest.fixture
def teller(store, hook, sender_of):
    """A worker whose requests take at most a second."""
    return Teller(lambda: store, hook, sender_of(total=1.0), pause=0.02)


def is_genuine(headers, body, secret):
    """The check that docs/webhook.md gives to who receives, exactly as it stands there."""
    page = (ROOT / "docs" / "webhook.md").read_text("utf-8")
    own = {}
    exec(re.findall(r"```python\n(.+?)```", page, re.DOTALL)[0], own)
    return own["is_genuine"](headers, body, secret)


def test_a_share_arrives_signed_with_what_the_table_shows_and_nothing_else(store, teller, receiver):
    _, shared = somebody_shared(store, announce={**TOLD, "notes": "planted", "email": "planted"})
    assert teller.tell_one()
    assert not teller.tell_one()
    (got,) = receiver.received
    told = json.loads(got.body)
    key, at = told.pop("key"), told.pop("at")
    assert told == {
        "version": 1,
        "event": "shared",
        "share": shared.id,
        "company": "Acme Pumps",
        "verdict": "fix_first",
        "levels": {"OWN": 2, "RES": None, "REV": 3},
        "outcome": None,
    }
    assert at.endswith("Z")
    assert got.headers["Idempotency-Key"] == key
    assert got.headers["Diagnostic-Event"] == "shared"
    assert is_genuine(got.headers, got.body, SECRET)
    assert not is_genuine(got.headers, got.body + b" ", SECRET)
    assert not is_genuine(got.headers, got.body, SECRET[1:])
    assert not is_genuine({**got.headers, "Diagnostic-Timestamp": "0"}, got.body, SECRET)
    assert store.desk.outbox.counts() == {"waiting": 0, "delivered": 1, "failed": 0}


def test_an_outcome_arrives_with_its_code(store, teller, receiver):
    _, shared = somebody_shared(store)
    call = store.desk.calls.open(shared.id, ANNA)
    tab = store.desk.calls.open_tab(call.id)
    news = news_of_outcome(shared, "follow_up", ON)
    changes = {"outcome": "follow_up"}
    store.desk.calls.save(call.id, tab, changes, {}, "a", ANNA, announce=news)
    assert teller.tell_one()
    told = json.loads(receiver.received[0].body)
    assert (told["event"], told["outcome"], told["share"]) == ("outcome", "follow_up", shared.id)


def test_nothing_is_written_down_while_no_webhook_is_set():
    for off in ({}, {WEBHOOK: " "}):
        assert news_of_share(package(), off) is None


def test_text_in_any_writing_arrives_as_it_was(store, teller, receiver):
    company = 'Äcme "Pümps" \u2028 日本 \U0001f600\\'
    somebody_shared(store, announce={**TOLD, "company": company})
    teller.tell_one()
    (got,) = receiver.received
    assert json.loads(got.body)["company"] == company
    assert got.body.isascii()
    assert is_genuine(got.headers, got.body, SECRET)


@pytest.mark.parametrize("answer", [status(500), status(302, "Location: /"), closes, waits])
def test_what_did_not_arrive_is_told_again_later_under_the_same_key(
    store, teller, receiver, clock, answer
):
    receiver.answers = [answer]
    somebody_shared(store, announce=TOLD)
    assert teller.tell_one()
    assert not teller.tell_one()
    clock.move(seconds=31)
    assert teller.tell_one()
    first, second = receiver.received
    assert first.headers["Idempotency-Key"] == second.headers["Idempotency-Key"]
    assert first.body == second.body
    assert is_genuine(second.headers, second.body, SECRET)
    assert store.desk.outbox.counts()["delivered"] == 1


def test_a_withdrawn_share_is_told_no_more(store, teller, receiver, clock):
    receiver.answers = [status(500)]
    begun, _ = somebody_shared(store, announce=TOLD)
    teller.tell_one()
    store.desk.sharing.withdraw(begun.record.id)
    clock.move(days=1)
    assert not teller.tell_one()
    assert len(receiver.received) == 1


def test_two_workers_tell_an_event_once(store, hook, sender_of, receiver):
    for _ in range(3):
        somebody_shared(store, announce=TOLD)
    tellers = [Teller(lambda: store, hook, sender_of(), pause=0.02) for _ in range(2)]
    running = [Thread(target=each.run) for each in tellers]
    for thread in running:
        thread.start()
    assert wait_until(lambda: store.desk.outbox.counts()["delivered"] == 3)
    for each in tellers:
        each.stop()
    for thread in running:
        thread.join(2)
    assert len(receiver.received) == 3


def test_the_worker_stops_at_once_in_the_middle_of_a_request_and_loses_nothing(
    store, hook, sender_of, receiver, clock
):
    receiver.answers = [waits]
    begun, _ = somebody_shared(store, announce=TOLD)
    teller = Teller(lambda: store, hook, sender_of(), pause=0.02)
    running = Thread(target=teller.run)
    running.start()
    assert wait_until(lambda: receiver.received)
    stopped = monotonic()
    teller.stop()
    running.join(2)
    assert not running.is_alive()
    assert monotonic() - stopped < 2
    clock.move(seconds=31)
    assert Teller(lambda: store, hook, sender_of()).tell_one()
    assert store.desk.outbox.counts()["delivered"] == 1
    share(store, begun)  # the respondent noticed nothing of all this


def test_a_fault_of_the_store_or_of_ours_is_a_line_and_the_worker_goes_on(
    store, hook, sender_of, receiver, caplog, monkeypatch
):
    monkeypatch.setattr("web.hook.worker.LONGER", 0.02)
    faults = [NotSaved("locked", "planted"), RuntimeError("planted"), None]

    def opened():
        fault = faults.pop(0) if len(faults) > 1 else None
        if fault:
            raise fault
        return store

    somebody_shared(store, announce=TOLD)
    teller = Teller(opened, hook, sender_of(), pause=0.02)
    running = Thread(target=teller.run)
    running.start()
    assert wait_until(lambda: receiver.received)
    teller.stop()
    running.join(2)
    said = [line.getMessage() for line in caplog.records if line.levelno >= logging.WARNING]
    assert said[:2] == [
        "Webhook: the outbox cannot be used (locked); trying later",
        "Webhook: stumbled over RuntimeError; trying later",
    ]


def test_an_event_that_cannot_be_sent_is_given_up_like_any_other(store, teller, monkeypatch):
    def stumbles(*_):
        raise RuntimeError

    monkeypatch.setattr("web.hook.worker.body_of", stumbles)
    somebody_shared(store, announce=TOLD)
    with pytest.raises(RuntimeError):
        teller.tell_one()
    assert not teller.tell_one()  # it waits for its pause


def test_the_log_says_what_happened_without_secret_address_or_content(
    store, teller, receiver, clock, caplog
):
    caplog.set_level(logging.DEBUG)
    receiver.answers = [status(500), *[closes] * 11]
    _, shared = somebody_shared(store, announce=TOLD)
    while teller.tell_one():
        clock.move(hours=7)
    somebody_shared(store, announce=TOLD)
    assert teller.tell_one()
    log = [line.getMessage() for line in caplog.records if line.name.startswith("web")]
    assert log[0].endswith("(attempt 1 of 12) not told, it answered 500; again in 0:00:30")
    assert log[11].endswith("(attempt 12 of 12) not told, no connection; given up")
    assert log[12].endswith("(attempt 1 of 12) told")
    for planted in (SECRET, "team=7", "/in", "Acme", "fix_first", shared.id, "Mina"):
        assert planted not in "".join(log)
