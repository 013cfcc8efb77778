"""The contract of every store: finished results, private links, deletion, health and closing."""

import re

import pytest
from sqlalchemy import Connection

from storage import Deleted, NotRead, NotSaved
from tests.storage.verbs import save, started, the_bank


@pytest.mark.threat(18)
def test_a_finished_result_keeps_its_answers_and_its_bank(store):
    begun, tab = started(store, **{"answer:OWN-01": 1, "place": "check"})
    snapshot = store.finish(begun.record.id, {"score": 12.5, "words": ["ä"]})
    save(store, begun, tab, {"answer:OWN-01": 4})
    assert store.snapshot(begun.record.id) == snapshot
    assert snapshot.result == {"score": 12.5, "words": ["ä"]}
    assert snapshot.fields == {"answer:OWN-01": 1}
    assert snapshot.bank_sha256 == the_bank().sha256
    assert store.read(begun.record.id).finished_at == snapshot.at


def test_the_latest_result_counts(store):
    begun, _ = started(store)
    assert store.snapshot(begun.record.id) is None
    store.finish(begun.record.id, {"number": 1})
    store.finish(begun.record.id, {"number": 2})
    assert store.snapshot(begun.record.id).result == {"number": 2}


def test_the_same_result_again_is_kept_once(store):
    begun, tab = started(store, **{"answer:OWN-01": 1})
    first = store.finish(begun.record.id, {"score": 1})
    save(store, begun, tab, {"place": "result"})
    assert store.finish(begun.record.id, {"score": 1}) == first
    save(store, begun, tab, {"answer:OWN-01": 2})
    second = store.finish(begun.record.id, {"score": 1})
    assert second.version > first.version
    assert store.delete(begun.record.id).snapshots == 2


def test_a_result_worked_out_from_older_answers_is_not_kept(store):
    begun, tab = started(store, **{"answer:OWN-01": 1})
    save(store, begun, tab, {"place": "result"})
    store.finish(begun.record.id, {}, version=begun.record.version)
    save(store, begun, tab, {"answer:OWN-01": 2})
    with pytest.raises(NotSaved) as refused:
        store.finish(begun.record.id, {}, version=begun.record.version)
    assert refused.value.code == "changed"


def test_a_link_opens_one_assessment(store):
    tokens = {started(store)[0].token for _ in range(20)}
    assert len(tokens) == 20
    assert all(re.fullmatch(r"[A-Za-z0-9_-]{32}", token) for token in tokens)
    assert len({store.open(token).id for token in tokens}) == 20


@pytest.mark.parametrize(
    "token", ["x", "\n", "\x00", "\ud800", "é" * 100_000, "' OR 1=1 --", "A" * 32]
)
def test_a_wrong_link_opens_nothing(store, token):
    begun, _ = started(store)
    assert store.open(token) is None
    assert store.open("") is store.open(begun.token + token) is store.open(token + begun.token)


def test_an_id_is_no_link(store):
    begun, _ = started(store)
    assert store.open(begun.record.id) is None
    assert store.read(begun.token) is None


def test_links_made_with_another_key_do_not_open(opened):
    first = opened(link_key=b"k" * 32)
    begun, _ = started(first)
    first.close()
    assert opened().open(begun.token) is None
    assert opened(link_key=b"k" * 32).open(begun.token).id == begun.record.id
    with pytest.raises(ValueError, match="at least 16"):
        opened(link_key=b"short")


def test_a_wrong_and_a_deleted_link_ask_the_store_the_same(store, monkeypatch):
    begun, _ = started(store)
    store.delete(begun.record.id)
    asked, execute = [], Connection.execute

    def noting(connection, statement, *values):
        asked.append(str(statement))
        return execute(connection, statement, *values)

    monkeypatch.setattr(Connection, "execute", noting)
    shapes = []
    for token in (begun.token, "wrong", "", "x" * 500, started(store)[0].token):
        asked.clear()
        store.open(token)
        shapes.append(tuple(asked))
    assert len(set(shapes)) == 1


def test_deleting_removes_everything_and_says_how_much(store):
    begun, tab = started(store, place="money")
    kept, _ = started(store, place="money")
    save(store, begun, tab, {"answer:OWN-01": 2})
    store.finish(begun.record.id, {})
    gone = store.delete(begun.record.id)
    assert gone == Deleted(assessments=1, fields=2, events=3, snapshots=1, tabs=1, scrubbed=True)
    assert store.open(begun.token) is store.read(begun.record.id) is store.snapshot(begun.record.id)
    assert store.delete(begun.record.id) == Deleted()
    for write in (
        lambda: save(store, begun, tab, {"place": "money"}),
        lambda: store.finish(begun.record.id, {}),
        lambda: store.open_tab(begun.record.id, 1),
    ):
        with pytest.raises(NotSaved) as refused:
            write()
        assert refused.value.code == "deleted"
    assert store.open(kept.token) == kept.record


def test_saving_into_an_assessment_that_never_was_is_refused(store):
    _, tab = started(store)
    with pytest.raises(NotSaved) as refused:
        store.save("nobody", tab, {"place": "money"}, {}, "key")
    assert refused.value.code == "deleted"


def test_a_sound_store_is_healthy(store):
    health = store.health()
    assert health.ok, health
    assert {probe.name for probe in health.probes} >= {"write", "read", "revision"}


def test_a_closed_store_says_so(opened):
    store = opened()
    begun, tab = started(store)
    store.close()
    with pytest.raises(NotRead):
        store.read(begun.record.id)
    with pytest.raises(NotSaved) as refused:
        save(store, begun, tab, {"place": "money"})
    assert refused.value.code == "closed"
    assert not store.health().ok


def test_no_answer_and_no_link_is_shown_by_what_is_printed_or_logged(store):
    begun, tab = started(store, **{"note:OWN-01": "CANARY"})
    outcome = save(store, begun, tab, {"note:OWN-02": "CANARY", "answer:OWN-01": "CANARY" * 20})
    printed = repr(begun) + repr(outcome) + repr(store.finish(begun.record.id, {"a": "CANARY"}))
    assert begun.token not in printed
    assert "CANARY" not in printed
