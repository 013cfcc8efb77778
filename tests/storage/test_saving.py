"""The contract of every store: what a save keeps, refuses, repeats and leaves to others."""

from datetime import UTC, datetime, timedelta
from threading import Thread

import pytest

from bank import BrokenBank
from storage import NotSaved, Tab
from tests.storage.verbs import OTHER_TEXT, TEXT, save, started, the_bank


def test_a_new_assessment_holds_what_it_was_started_with(store):
    begun, _ = started(store, **{"profile:role": "CMO", "profile:team_size": 9})
    assert begun.refused == ()
    assert begun.record.fields == {"profile:role": "CMO", "profile:team_size": 9}
    assert begun.record.bank_sha256 == the_bank().sha256
    assert begun.record.finished_at is None
    assert datetime.now(UTC) - begun.record.created_at < timedelta(minutes=1)
    assert store.read(begun.record.id) == begun.record


def test_what_is_saved_is_read_back_after_the_store_is_opened_anew(opened):
    first = opened()
    begun, tab = started(first)
    changes = {
        "answer:OWN-01": 3,
        "answer:OWN-02": "dk",
        "tried": ["new_hire"],
        "note:OWN-01": "a\nb",
    }
    changes |= {"budget:fixed": 12.5, "profile:new_strategy_24m": False, "answer:OWN-03": 0}
    outcome = save(first, begun, tab, changes)
    first.close()
    assert outcome.record.fields == changes
    assert outcome.saved.keys() == changes.keys()
    assert opened().open(begun.token) == outcome.record


def test_the_last_write_of_a_field_wins_and_others_stay(store):
    begun, tab = started(store)
    other = store.open_tab(begun.record.id)
    save(store, begun, tab, {"answer:OWN-01": 1, "answer:OWN-02": 1})
    record = save(store, begun, other, {"answer:OWN-01": 4}).record
    assert record.fields == {"answer:OWN-01": 4, "answer:OWN-02": 1}


@pytest.mark.parametrize("nothing", [None, "", []])
def test_nothing_clears_a_field(store, nothing):
    begun, tab = started(store, blamed=["agency"], place="questions")
    name = "blamed" if nothing == [] else "place"
    record = save(store, begun, tab, {name: nothing}).record
    assert name not in record.fields
    assert record.seqs[name] == record.version
    assert len(record.fields) == 1


def test_a_refused_change_is_not_kept_and_the_others_are(store):
    begun, tab = started(store)
    outcome = save(store, begun, tab, {"answer:OWN-01": 99, "answer:OWN-02": 2, "evil": 1})
    assert outcome.record.fields == {"answer:OWN-02": 2}
    assert [refusal.name for refusal in outcome.refused] == ["answer:OWN-01", "evil"]
    assert "99" in outcome.refused[0].message
    begun = store.start(TEXT, the_bank(), {"answer:OWN-01": -1})
    assert (begun.record.fields, [refusal.name for refusal in begun.refused]) == (
        {},
        ["answer:OWN-01"],
    )


def test_saying_a_save_again_changes_nothing_and_gives_the_same_outcome(store):
    begun, tab = started(store)
    other = store.open_tab(begun.record.id)
    changes = {"answer:OWN-01": 2, "answer:OWN-02": 99}
    first = save(store, begun, tab, changes, key="once")
    assert save(store, begun, tab, changes, key="once") == first
    later = save(store, begun, other, {"answer:OWN-01": 4})
    again = save(store, begun, tab, changes, key="once")
    assert again.record == later.record
    assert (again.saved, again.refused) == (first.saved, first.refused)


def test_a_key_belongs_to_one_assessment(store):
    for _ in range(2):
        begun, tab = started(store)
        outcome = save(store, begun, tab, {"answer:OWN-01": 2}, key="start")
        assert outcome.record.fields == {"answer:OWN-01": 2}


@pytest.mark.parametrize("key", ["", "x" * 101])
def test_a_key_has_one_to_a_hundred_characters(store, key):
    begun, tab = started(store)
    with pytest.raises(ValueError, match="1 to 100 are allowed"):
        store.save(begun.record.id, tab, {}, {}, key)


def test_what_is_stored_already_is_saved_without_becoming_newer(store):
    begun, tab = started(store, place="questions")
    outcome = save(store, begun, tab, {"place": "questions"})
    assert outcome.saved.keys() == {"place"}
    assert outcome.record.seqs["place"] == begun.record.seqs["place"]


def test_an_old_widget_gives_way_to_what_another_tab_saved_since(store):
    begun, tab = started(store, **{"answer:OWN-01": 1})
    other = store.open_tab(begun.record.id)
    newer = save(store, begun, other, {"answer:OWN-01": 4}).record
    outcome = save(store, begun, tab, {"answer:OWN-01": 2, "answer:OWN-02": 3}, stale=True)
    assert outcome.record.fields == {"answer:OWN-01": 4, "answer:OWN-02": 3}
    [conflict] = outcome.conflicts
    assert (conflict.name, conflict.value, conflict.stored) == ("answer:OWN-01", 2, 4)
    assert conflict.seq == newer.seqs["answer:OWN-01"]
    again = save(
        store, begun, tab, {"answer:OWN-01": 2}, {"answer:OWN-01": conflict.seq}, stale=True
    )
    assert again.record.fields["answer:OWN-01"] == 2


def test_an_old_widget_gives_way_to_what_another_tab_cleared_since(store):
    begun, tab = started(store, **{"answer:OWN-01": 1})
    other = store.open_tab(begun.record.id)
    save(store, begun, other, {"answer:OWN-01": None})
    outcome = save(store, begun, tab, {"answer:OWN-01": 2}, stale=True)
    assert outcome.conflicts[0].stored is None
    assert outcome.record.fields == {}


def test_an_old_widget_wins_over_what_its_own_tab_or_nobody_changed(store):
    begun, tab = started(store, **{"answer:OWN-01": 1})
    save(store, begun, tab, {"answer:OWN-02": 1})
    outcome = save(store, begun, tab, {"answer:OWN-01": 2, "answer:OWN-02": 2}, stale=True)
    assert outcome.record.fields == {"answer:OWN-01": 2, "answer:OWN-02": 2}
    assert outcome.conflicts == ()


def test_an_earlier_turn_of_a_tab_never_replaces_a_later_one(store):
    begun, tab = started(store)
    save(store, begun, tab, {"answer:OWN-01": 3}, turn=8)
    outcome = save(store, begun, tab, {"answer:OWN-01": 2, "answer:OWN-02": 2}, turn=7)
    assert outcome.late == ("answer:OWN-01",)
    assert outcome.record.fields == {"answer:OWN-01": 3, "answer:OWN-02": 2}
    other = store.open_tab(begun.record.id)
    assert save(store, begun, other, {"answer:OWN-01": 0}, turn=1).late == ()


def test_a_tab_is_known_again_by_its_epoch(store):
    begun, tab = started(store, place="money")
    assert tab == Tab(epoch=1, version=1)
    save(store, begun, tab, {"place": "symptoms"}, turn=5)
    assert store.open_tab(begun.record.id, 1) == Tab(epoch=1, version=1, turn=5)
    for number, unknown in enumerate((999, 0, -1, 10**30), start=2):
        assert store.open_tab(begun.record.id, unknown) == Tab(epoch=number, version=2)
    with pytest.raises(NotSaved) as refused:
        store.open_tab("nobody")
    assert refused.value.code == "deleted"


def test_an_unchanged_record_is_not_read_again(store):
    begun, tab = started(store)
    assert store.read(begun.record.id, begun.record) is begun.record
    after = save(store, begun, tab, {"place": "money"}).record
    assert store.read(begun.record.id, begun.record) == after


def test_a_clock_that_jumps_back_changes_no_order(store, monkeypatch):
    begun, tab = started(store)
    other = store.open_tab(begun.record.id)
    save(store, begun, tab, {"answer:OWN-01": 1})

    class Earlier(datetime):
        @classmethod
        def now(cls, tz=None):
            return datetime.now(tz) - timedelta(hours=1)

    monkeypatch.setattr("storage.records.datetime", Earlier)
    record = save(store, begun, other, {"answer:OWN-01": 4}).record
    assert record.fields == {"answer:OWN-01": 4}
    assert record.changed_at < record.created_at
    assert save(store, begun, tab, {"answer:OWN-01": 0}, stale=True).conflicts[0].stored == 4
    first, second = (store.finish(begun.record.id, {"number": number}) for number in (1, 2))
    assert store.snapshot(begun.record.id) == second
    assert second.version > first.version


def test_eight_threads_lose_none_of_each_others_answers(store):
    begun, _ = started(store)
    names = [f"answer:{item.id}" for item in the_bank().items]
    failed = []

    def answer(mine):
        own = store.open_tab(begun.record.id)
        try:
            for level in range(16):
                save(store, begun, own, {names[mine + 8 * (level % 3)]: level % 5})
        except NotSaved as error:
            failed.append(error)

    threads = [Thread(target=answer, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    record = store.read(begun.record.id)
    assert failed == []
    assert record.version == 8 * 16
    assert [record.fields[name] for name in names] == [0] * 8 + [3] * 8 + [4] * 8


@pytest.mark.threat(18)
def test_the_bank_of_an_assessment_stays_with_it(opened):
    first = opened()
    begun = first.start(OTHER_TEXT, the_bank(OTHER_TEXT))
    first.close()
    store = opened()
    digest = store.open(begun.token).bank_sha256
    assert store.bank_text(digest) == OTHER_TEXT
    assert store.bank(digest).sha256 == digest
    assert store.bank(digest) is store.bank(digest)
    outcome = save(store, begun, store.open_tab(begun.record.id), {"answer:OWN-01": 7})
    assert outcome.refused
    with pytest.raises(KeyError):
        store.bank_text("0" * 64)


def test_a_bank_comes_with_its_own_text(store):
    with pytest.raises(ValueError, match="not the file"):
        store.start(OTHER_TEXT, the_bank())


def test_a_bank_that_can_no_longer_be_read_says_that_nothing_was_saved(opened, monkeypatch):
    first = opened()
    begun = first.start(OTHER_TEXT, the_bank(OTHER_TEXT))
    first.close()

    def broken(text, name):
        raise BrokenBank(name, "", ())

    monkeypatch.setattr("storage.bank_shelf.load", broken)
    store = opened()
    with pytest.raises(NotSaved) as refused:
        save(store, begun, store.open_tab(begun.record.id), {"place": "money"})
    assert refused.value.code == "unsupported"
    with pytest.raises(BrokenBank):
        store.bank(begun.record.bank_sha256)
