"""The contract of the outbox: an event is told at least once, with its event and not without it."""

from datetime import timedelta
from threading import Thread

import pytest

from storage.desk.outbox import FIRST_PAUSE, LEASE, LONGEST_PAUSE, MOST_ATTEMPTS, pause_after
from tests.storage.desk_verbs import ANNA, package, share, somebody_shared

TOLD = {"company": "Acme Pumps", "word": "ä"}


@pytest.fixture
def outbox(timed):
    return timed.desk.outbox


def test_sharing_and_an_outcome_are_told_when_that_is_asked_for(timed, outbox):
    assert somebody_shared(timed)[1]
    assert outbox.claim() is None
    _, shared = somebody_shared(timed, announce=TOLD)
    first = outbox.claim()
    assert (first.event, first.share_id, first.payload) == ("shared", shared.id, TOLD)
    assert first.attempt == 1
    assert outbox.claim() is None
    assert outbox.delivered(first)
    call = timed.desk.calls.open(shared.id, ANNA)
    tab = timed.desk.calls.open_tab(call.id)
    timed.desk.calls.save(call.id, tab, {"notes": "x"}, {}, "a", ANNA, announce={"n": 0})
    assert outbox.claim() is None
    for number, outcome in enumerate(("follow_up", "self_serve")):
        changes = {"outcome": outcome}
        timed.desk.calls.save(call.id, tab, changes, {}, outcome, ANNA, announce={"n": number})
    second = outbox.claim()
    assert (second.event, second.payload) == ("outcome", {"n": 1})
    assert second.key != first.key
    assert outbox.counts() == {"waiting": 1, "delivered": 1, "failed": 0}
    timed.desk.calls.save(call.id, tab, {"outcome": None}, {}, "z", ANNA, announce={"n": 2})
    assert outbox.counts() == {"waiting": 0, "delivered": 1, "failed": 0}


def test_a_claimed_event_comes_again_when_nobody_reports(timed, outbox, clock):
    somebody_shared(timed, announce=TOLD)
    first = outbox.claim()
    clock.move(seconds=LEASE.total_seconds() - 1)
    assert outbox.claim() is None
    clock.move(seconds=1)
    second = outbox.claim()
    assert (second.key, second.attempt) == (first.key, 2)
    assert not outbox.delivered(first)
    assert not outbox.failed(first)
    assert outbox.delivered(second)
    assert not outbox.delivered(second)


def test_what_does_not_arrive_is_tried_again_with_growing_pauses_and_given_up(timed, outbox, clock):
    somebody_shared(timed, announce=TOLD)
    keys = set()
    for attempt in range(1, MOST_ATTEMPTS + 1):
        delivery = outbox.claim(timedelta(seconds=10))
        assert delivery.attempt == attempt
        keys.add(delivery.key)
        assert outbox.failed(delivery)
        clock.move(seconds=pause_after(attempt).total_seconds() - 0.001)
        assert outbox.claim() is None
        clock.move(seconds=0.001)
    assert len(keys) == 1
    assert outbox.claim() is None
    assert outbox.counts() == {"waiting": 0, "delivered": 0, "failed": 1}


def test_pauses_grow_up_to_six_hours():
    pauses = [pause_after(attempt) for attempt in range(1, 100)]
    assert pauses[:3] == [FIRST_PAUSE, FIRST_PAUSE * 4, FIRST_PAUSE * 16]
    assert pauses == sorted(pauses)
    assert pauses[-1] == LONGEST_PAUSE


def test_an_event_is_claimed_by_one_of_many_workers(timed, outbox):
    somebody_shared(timed, announce=TOLD)
    found = []
    threads = [Thread(target=lambda: found.append(outbox.claim())) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len([each for each in found if each is not None]) == 1


def test_workers_of_two_programs_never_get_the_same_event(opened, clock):
    stores = [opened(clock=clock) for _ in range(2)]
    for _ in range(6):
        somebody_shared(stores[0], announce=TOLD)
    found = []

    def work(store):
        while (delivery := store.desk.outbox.claim()) is not None:
            found.append(delivery.key)

    threads = [Thread(target=work, args=[store]) for store in stores * 2]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == len(set(found)) == 6


def test_withdrawing_takes_back_what_was_not_told_yet(timed, outbox):
    begun, _ = somebody_shared(timed, announce=TOLD)
    delivery = outbox.claim()
    timed.desk.sharing.withdraw(begun.record.id)
    assert not outbox.delivered(delivery)
    assert outbox.counts() == {"waiting": 0, "delivered": 0, "failed": 0}


def test_sharing_anew_tells_only_what_is_shared_now(timed, outbox):
    begun, _ = somebody_shared(timed, announce={"n": 1})
    share(timed, begun, package({"answers": {}}), announce={"n": 2})
    assert outbox.counts()["waiting"] == 1
    assert outbox.claim().payload == {"n": 2}


@pytest.mark.parametrize("payload", [{"x": "y" * 100_001}, {"x": float("nan")}])
def test_a_payload_that_cannot_be_told_stops_the_event_as_well(timed, payload):
    with pytest.raises(ValueError, match=r"characters|JSON"):
        somebody_shared(timed, announce=payload)
    assert timed.desk.workspace.listed() == ()
    assert timed.desk.audit.read() == ()
