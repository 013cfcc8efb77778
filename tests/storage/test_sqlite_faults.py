"""Faults of an SQLite store while it runs: nothing is acknowledged that is not in the file."""

import os
import shutil
import sqlite3
from contextlib import closing
from threading import Event, Thread
from time import monotonic

import pytest

from storage import NotRead, NotSaved, open_store
from storage.sqlite_faults import raising
from tests.storage.verbs import ROUNDS, child, save, started, the_bank, together, told

WAIT = 0.3


@pytest.fixture
def path(tmp_path):
    return tmp_path / "diagnostic.db"


@pytest.fixture
def store(path):
    opened = open_store(str(path), wait=WAIT, banks=[the_bank()])
    yield opened
    opened.close()


def not_saved(store, begun, tab):
    """The code of the fault that a save meets now; it takes little longer than the limit."""
    since = monotonic()
    with pytest.raises(NotSaved) as refused:
        save(store, begun, tab, {"answer:OWN-01": 4})
    assert monotonic() - since < WAIT + 2
    assert refused.value.reason
    assert refused.value.advice
    return refused.value.code


def test_a_writer_killed_a_hundred_times_loses_nothing_it_acknowledged(store, path):
    begun, _ = started(store)
    store.close()
    result = told(child("killed", path, begun.record.id))
    assert result["missing"] == []
    assert result["acknowledged"] >= ROUNDS
    store = open_store(str(path))
    assert store.open(begun.token).fields["seconds_core"] >= result["acknowledged"]
    store.close()
    with closing(sqlite3.connect(path)) as raw:
        assert raw.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        events = "SELECT count(DISTINCT value) FROM event WHERE name = 'seconds_core'"
        assert raw.execute(events).fetchone()[0] >= result["acknowledged"]


def test_a_store_locked_by_another_program_says_so_in_time(store, path):
    begun, tab = started(store)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert not_saved(store, begun, tab) == "locked"
        assert store.read(begun.record.id) == begun.record
        assert not store.health().ok
    assert save(store, begun, tab, {"answer:OWN-01": 4}).record.fields == {"answer:OWN-01": 4}


def test_a_store_locked_by_another_thread_says_so_in_time(store):
    begun, tab = started(store)
    inside, done = Event(), Event()

    def hold():
        with store._database.writing():
            inside.set()
            done.wait(10)

    thread = Thread(target=hold)
    thread.start()
    inside.wait(10)
    assert not_saved(store, begun, tab) == "locked"
    done.set()
    thread.join()
    assert save(store, begun, tab, {"answer:OWN-01": 4}).saved


def test_a_full_disk_says_so_keeps_reading_and_recovers(store, path):
    begun, _ = started(store)
    store.close()
    result = told(child("fill", path, begun.record.id))
    assert result["acknowledged"] > 50
    assert result["read"] == str(result["acknowledged"] - 1)
    assert result["code"] in ("full", "unknown")
    assert result["after"] == "room"


def test_a_file_without_room_is_called_full(store):
    begun, tab = started(store)
    with store._database.writing() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
        connection.exec_driver_sql(f"PRAGMA max_page_count={pages}")
    notes = [{f"note:{item.id}": "x" * 1000} for item in the_bank().items]
    with pytest.raises(NotSaved) as refused:
        [save(store, begun, tab, note) for note in notes]
    assert refused.value.code == "full"
    last = store.read(begun.record.id)
    assert all(len(note) == 1000 for note in last.fields.values())


def test_a_file_that_becomes_read_only_says_so(store):
    with (
        pytest.raises(NotSaved) as refused,
        store._database.reading() as connection,
        raising(NotSaved),
    ):
        connection.exec_driver_sql("UPDATE instance SET probe = ''")
    assert refused.value.code == "read_only"


@pytest.mark.parametrize("end", ["", "-wal", "-shm"])
def test_a_deleted_file_is_noticed_before_anything_is_acknowledged(store, path, end):
    begun, tab = started(store)
    os.remove(f"{path}{end}")
    assert not_saved(store, begun, tab) == ("replaced" if end else "gone")
    with pytest.raises(NotRead):
        store.read(begun.record.id)
    assert not store.health().ok
    assert path.exists() == bool(end)


def test_a_replaced_file_is_noticed_before_anything_is_acknowledged(store, path, tmp_path):
    begun, tab = started(store)
    other = open_store(str(tmp_path / "other.db"))
    other.close()
    os.replace(tmp_path / "other.db", path)
    assert not_saved(store, begun, tab) == "replaced"
    assert not store.health().ok


def test_a_file_deleted_during_the_write_is_not_acknowledged(store, path):
    with pytest.raises(NotSaved) as refused, store._database.writing():
        path.unlink()
    assert refused.value.code == "gone"


def test_a_file_put_back_is_used_again(store, path, tmp_path):
    begun, tab = started(store)
    shutil.move(path, tmp_path / "aside.db")
    assert not_saved(store, begun, tab) == "gone"
    shutil.move(tmp_path / "aside.db", path)
    assert save(store, begun, tab, {"answer:OWN-01": 4}).record.fields == {"answer:OWN-01": 4}


def test_another_stores_number_inside_the_file_is_noticed(store, path):
    begun, tab = started(store)
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("UPDATE instance SET id = 'another'")
        raw.commit()
    assert not_saved(store, begun, tab) == "replaced"


def test_two_processes_lose_none_of_each_others_answers(store, path):
    begun, _ = started(store)
    names = ("seconds_core", "profile:tools")
    both = together([child("write", path, begun.record.id, name, 150) for name in names])
    assert both == [{"acknowledged": 150}] * 2
    record = store.read(begun.record.id)
    assert record.fields == dict.fromkeys(names, 149)
    assert record.version == 300
