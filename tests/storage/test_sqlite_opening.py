"""Opening an SQLite store: new, damaged, foreign, older, newer, read-only, and four at once."""

import logging
import os
import shutil
import sqlite3
import stat
from contextlib import closing
from pathlib import Path
from time import monotonic

import pytest

from storage import NotSaved, StoreRefused, open_store
from storage.sqlite import SqliteDatabase
from storage.sqlite_file import has_reset_bug
from tests.storage.verbs import child, save, started, the_bank, told


@pytest.fixture
def path(tmp_path):
    return tmp_path / "diagnostic.db"


@pytest.fixture
def answered(path):
    """A store with one assessment, closed again."""
    store = open_store(str(path), banks=[the_bank()])
    begun, _ = started(store, **{"answer:OWN-01": 3})
    store.close()
    return begun


def why_refused(path):
    with pytest.raises(StoreRefused) as refused:
        open_store(str(path))
    assert refused.value.advice
    return refused.value


def test_a_new_store_and_its_folder_are_for_this_account_only(tmp_path):
    path = tmp_path / "new" / "deeper" / "diagnostic.db"
    store = open_store(f"sqlite:///{path}")
    files = [path, Path(f"{path}-wal"), Path(f"{path}-shm")]
    assert [stat.S_IMODE(file.stat().st_mode) for file in files] == [0o600] * 3
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    store.close()
    assert os.listdir(path.parent) == ["diagnostic.db"]


def test_a_path_may_hold_what_addresses_treat_specially(tmp_path):
    path = tmp_path / "a?b #c%20é" / "d&e.db"
    open_store(str(path)).close()
    assert path.stat().st_size > 0


def test_a_folder_without_links_between_files_will_do(path, monkeypatch):
    def no_links(*_names):
        raise PermissionError

    monkeypatch.setattr("storage.sqlite_opening.os.link", no_links)
    open_store(str(path)).close()
    assert os.listdir(path.parent) == [path.name]
    open_store(str(path)).close()


def test_a_store_may_be_reached_through_a_symbolic_link(answered, path, tmp_path):
    link = tmp_path / "link.db"
    link.symlink_to(path)
    store = open_store(str(link), banks=[the_bank()])
    tab = store.open_tab(answered.record.id)
    assert save(store, answered, tab, {"answer:OWN-01": 4}).saved
    link.unlink()
    with pytest.raises(NotSaved):
        save(store, answered, tab, {"answer:OWN-01": 3})
    store.close()


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("sqlite://", "needs a file"),
        ("sqlite:///:memory:", "needs a file"),
        ("sqlite:///a.db?mode=ro", "options"),
        ("mysql://user:CANARY@host/name", "mysql is not supported"),
        ("postgresql+psycopg2://user:CANARY@host/name", "psycopg2 is not supported"),
        ("postgresql+psycopg://user:CANARY@host", "names no database"),
        ("://CANARY", "is no URL"),
    ],
)
def test_an_address_that_is_none_is_refused(url, words):
    with pytest.raises(StoreRefused, match=words) as refused:
        open_store(url)
    assert "CANARY" not in str(refused.value)


DAMAGES = {
    "empty": (lambda whole: b"", "not_a_store", "is empty"),
    "text": (lambda whole: b"name;answer\n" * 400, "not_a_store", "not an SQLite database"),
    "short": (lambda whole: whole[:60], "not_a_store", "beginning is damaged"),
    "header": (lambda whole: b"\0" * 16 + whole[16:], "not_a_store", "beginning is damaged"),
    "header's numbers": (lambda whole: whole[:16] + b"\xff" * 84 + whole[100:], "", "damaged"),
    "truncated": (lambda whole: whole[: len(whole) // 2], "damaged", "damaged"),
    "one page": (lambda whole: whole[:8192] + b"\xa5" * 4096 + whole[12288:], "damaged", "damaged"),
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_file_is_refused_and_left_as_it_is(answered, path, damage):
    change, code, words = DAMAGES[damage]
    path.write_bytes(change(path.read_bytes()))
    before = path.read_bytes()
    fault = why_refused(path)
    assert fault.code == code or not code
    assert words in str(fault)
    assert path.read_bytes() == before


def test_another_programs_database_is_refused(path):
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("CREATE TABLE songs (title)")
    fault = why_refused(path)
    assert "not a store of this program" in str(fault)


def test_a_folder_in_the_files_place_is_refused(path):
    path.mkdir()
    assert why_refused(path).code == "not_a_store"


def test_a_log_without_its_file_is_refused(path):
    Path(f"{path}-wal").write_bytes(b"x")
    fault = why_refused(path)
    assert (fault.code, path.exists()) == ("gone", False)


def without_rights():
    """What to put before a command so that file permissions hold even for an administrator."""
    if os.getuid():
        return ()
    if not shutil.which("setpriv"):
        pytest.skip("setpriv was not found, so an administrator cannot test file permissions")
    return ("setpriv", "--bounding-set=-dac_override,-dac_read_search")


@pytest.mark.parametrize("place", ["file", "folder", "new"])
def test_a_store_that_cannot_be_written_is_refused_at_once(answered, path, place):
    chosen = {"file": path, "folder": path.parent, "new": path.parent}[place]
    before = stat.S_IMODE(chosen.stat().st_mode)
    chosen.chmod(0o444 if place == "file" else 0o555)
    try:
        other = path if place != "new" else path.parent / "new.db"
        fault = told(child("refused", other, before=without_rights()))
    finally:
        chosen.chmod(before)
    assert fault["code"] == "read_only"
    assert "Give the account" in fault["words"]


def test_how_the_file_is_opened(path):
    database = SqliteDatabase(path, link_key=None, wait=5)
    wanted = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "secure_delete": 1}
    with database.writing() as connection:
        found = {name: connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in wanted}
    assert found == wanted
    with database.reading() as connection:
        assert connection.exec_driver_sql("PRAGMA query_only").scalar() == 1
    database.close()


def test_a_file_from_a_backup_is_switched_to_wal(answered, path):
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("PRAGMA journal_mode=DELETE")
    open_store(str(path)).close()
    with closing(sqlite3.connect(path)) as raw:
        assert raw.execute("PRAGMA journal_mode").fetchone() == ("wal",)


@pytest.mark.parametrize(
    ("version", "buggy"),
    [
        ((3, 6, 23), False),
        ((3, 7, 0), True),
        ((3, 40, 1), True),
        ((3, 44, 5), True),
        ((3, 44, 6), False),
        ((3, 45, 0), True),
        ((3, 50, 6), True),
        ((3, 50, 7), False),
        ((3, 51, 2), True),
        ((3, 51, 3), False),
        ((4, 0, 0), False),
    ],
)
def test_versions_of_sqlite_with_the_reset_bug_are_known(version, buggy):
    assert has_reset_bug(version) is buggy


@pytest.mark.parametrize(("version", "warned"), [("3.40.1", True), ("3.51.3", False)])
def test_an_old_sqlite_is_named_in_the_log(path, monkeypatch, caplog, version, warned):
    monkeypatch.setattr("storage.sqlite_file.sqlite3.sqlite_version", version)
    with caplog.at_level(logging.WARNING):
        open_store(str(path)).close()
    assert (version in caplog.text) is warned


def test_a_store_that_another_program_is_writing_is_refused_soon_and_opens_when_it_is_free(
    path, answered
):
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        began = monotonic()
        with pytest.raises(StoreRefused) as refused:
            open_store(str(path), wait=0.2)
        assert refused.value.code == "locked"
        assert monotonic() - began < 5
    store = open_store(str(path), wait=0.2)
    assert store.read(answered.record.id).fields["answer:OWN-01"] == 3
    store.close()
