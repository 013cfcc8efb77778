"""What is deleted from an SQLite store is nowhere in its files any more."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from storage import open_store
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
