"""What is deleted from an SQLite store is nowhere in its files any more."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from storage import open_store
from tests.storage.desk_verbs import CONTACT, package, somebody_shared
from tests.storage.verbs import save, started, the_bank


@pytest.fixture
def path(tmp_path):
    return tmp_path / "diagnostic.db"


def planted_in(path):
    files = [path, Path(f"{path}-wal"), Path(f"{path}-shm")]
    return [file.name for file in files if file.exists() and b"CANARY" in file.read_bytes()]


def test_deleted_text_is_gone_from_the_files(path):
    store = open_store(str(path), banks=[the_bank()])
    kept, _ = started(store, **{"note:OWN-01": "kept " * 150})
    begun, tab = started(store, **{"note:OWN-01": "CANARY" * 100, "priority:0:name": "CANARY"})
    for number in range(30):
        save(
            store, begun, tab, {"note:OWN-02": f"{number} CANARY" * 60, "place": f"CANARY {number}"}
        )
    store.finish(begun.record.id, {"words": "CANARY" * 3000})
    assert planted_in(path)
    assert store.delete(begun.record.id).scrubbed
    assert planted_in(path) == []
    assert store.open(kept.token) == kept.record
    store.close()


def test_text_deleted_while_somebody_reads_is_wiped_later(path):
    store = open_store(str(path), banks=[the_bank()])
    begun, _ = started(store, **{"note:OWN-01": "CANARY" * 100})
    with closing(sqlite3.connect(path, isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM field").fetchone()
        assert not store.delete(begun.record.id).scrubbed
        assert planted_in(path)
    assert store.health().ok
    assert planted_in(path) == []
    store.close()


def test_what_was_corrected_or_erased_by_command_is_in_no_file_of_the_store(path):
    store = open_store(str(path), banks=[the_bank()])
    contact = replace(CONTACT, name="CANARY Okafor", company="CANARY Pumps")
    copied = {"contact": {"name": contact.name, "company": contact.company}, "answers": {}}
    sent = package(copied, contact=contact)
    news = {"company": contact.company}
    begun, _ = somebody_shared(store, sent, announce=news)
    assert planted_in(path)
    right = {"name": "Mina Okafor", "company": "Acme Pumps"}
    assert store.desk.persons.correct(begun.record.id, right).done
    assert planted_in(path) == []

    assert store.desk.persons.correct(begun.record.id, {"name": "CANARY"}).done
    noted, tab = started(store, **{"note:OWN-01": "CANARY" * 100})
    save(store, noted, tab, {"priority:0:name": "CANARY"})
    assert planted_in(path)
    for each in (begun, noted):
        assert store.desk.persons.erase(each.record.id).scrubbed
    assert planted_in(path) == []
    store.close()
