"""Whole stores are moved, backed up and restored, and are the same afterwards, row by row."""

import sqlite3
from contextlib import closing
from datetime import timedelta
from threading import Event, Thread

import pytest

from storage import NotSaved, StoreFault, open_store
from storage.__main__ import main, table_of
from storage.carrying import back_up, move_store, restore
from storage.moving import contents
from storage.opening import open_database
from tests.storage.desk_verbs import ANNA, share, somebody_shared
from tests.storage.verbs import save, started, the_bank


def filled(store):
    """Something in every table; the assessment that was shared, and the share."""
    begun, shared = somebody_shared(store, announce={"company": "Acme"})
    tab = store.open_tab(begun.record.id)
    hostile = "Zoë’s “名” \\ 🜁 ' \" \t é\n"
    save(store, begun, tab, {"note:OWN-01": hostile, "budget:fixed": 0.1, "priority:0:name": "É"})
    store.finish(begun.record.id, {"words": hostile})
    desk = store.desk
    call = desk.calls.open(shared.id, ANNA)
    tab = desk.calls.open_tab(call.id)
    desk.calls.save(call.id, tab, {"notes": hostile, "outcome": "not_now"}, {}, "k", ANNA)
    desk.steps.add(shared.id, {"text": "call", "source": "call"}, "k", ANNA)
    desk.sharing.facilitate(begun.record.id, ANNA)
    desk.sign_ins.knock(ANNA, "192.0.2.7")
    return begun, shared


def inside(url):
    database = open_database(url)
    try:
        return contents(database)
    finally:
        database.close()


def without_probe(moved):
    return [one for one in moved if one.table != "instance"]


def test_a_store_moved_to_postgresql_and_back_is_the_same_row_by_row(tmp_path, postgres, capsys):
    first, server, last = (str(tmp_path / "a.db"), postgres.emptied(), str(tmp_path / "b.db"))
    store = open_store(first, banks=[the_bank()])
    begun, shared = filled(store)
    store.desk.sign_ins.begin(ANNA, timedelta(hours=8))
    listed, log = store.desk.workspace.listed(), store.desk.audit.read()
    record = store.read(begun.record.id)
    store.close()
    there = move_store(first, server)
    assert all(one.rows for one in there if one.table not in ("call_tab",))
    store = open_store(server, banks=[the_bank()])
    assert store.open(begun.token) == record
    assert (store.desk.workspace.listed(), store.desk.audit.read()) == (listed, log)
    assert store.desk.workspace.read(shared.id, ANNA).is_as_shown
    assert store.desk.audit.read()[0].number > log[0].number
    store.close()
    assert main(["move", server, last]) == 0
    told = capsys.readouterr().out.splitlines()
    assert set(table_of(without_probe(inside(last))).splitlines()) <= set(told)
    store = open_store(last, banks=[the_bank()])
    assert store.open(begun.token) == record
    assert store.snapshot(begun.record.id).result["words"].startswith("Zoë")
    store.close()
    assert without_probe(inside(last)) == without_probe(inside(server))


@pytest.mark.parametrize("target", ["file", "server"])
def test_a_store_that_holds_something_is_not_written_over(tmp_path, postgres, target):
    full = str(tmp_path / "full.db") if target == "file" else postgres.emptied()
    store = open_store(full, banks=[the_bank()])
    started(store)
    store.close()
    other = str(tmp_path / "other.db")
    open_store(other).close()
    before = inside(full)
    for write in (
        lambda: move_store(other, full),
        lambda: back_up(other, tmp_path / "backup.db") and restore(tmp_path / "backup.db", full),
    ):
        with pytest.raises(StoreFault, match="not empty") as refused:
            write()
        assert refused.value.advice
    assert without_probe(inside(full)) == without_probe(before)


def test_what_did_not_arrive_as_it_was_sent_is_not_kept(tmp_path, postgres):
    source, target = str(tmp_path / "a.db"), postgres.emptied()
    store = open_store(source, banks=[the_bank()])
    started(store, **{"answer:OWN-01": 3})
    store.close()
    postgres.ask(SPOILING, "t1")
    try:
        with pytest.raises(StoreFault, match=r"not what was sent: field\."):
            move_store(source, target)
    finally:
        postgres.ask("DROP FUNCTION spoil CASCADE", "t1")
    assert sum(one.rows for one in inside(target)) == 1


SPOILING = """
CREATE FUNCTION spoil() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN NEW.value := '4'; RETURN NEW; END $$;
CREATE TRIGGER spoiled BEFORE INSERT ON field FOR EACH ROW EXECUTE FUNCTION spoil()
"""


def test_a_move_that_fails_leaves_no_file(tmp_path, postgres):
    with pytest.raises(StoreFault, match="no store at the place"):
        move_store(str(tmp_path / "no.db"), str(tmp_path / "new.db"))
    full = postgres.emptied()
    with pytest.raises(StoreFault):
        move_store(full, "mysql://somewhere/else")
    assert list(tmp_path.iterdir()) == []


def test_a_backup_made_while_answers_are_saved_is_one_moment_of_the_store(opened, url, tmp_path):
    store = opened()
    begun, tab = started(store, seconds_core=0)
    filled(store)
    stop, acknowledged = Event(), [0]

    def answer():
        while not stop.is_set():
            number = acknowledged[-1] + 1
            save(store, begun, tab, {"seconds_core": number, "profile:tools": number})
            acknowledged.append(number)

    thread = Thread(target=answer)
    thread.start()
    try:
        while thread.is_alive() and len(acknowledged) < 10:
            stop.wait(0.01)
        least = acknowledged[-1]
        back_up(url, tmp_path / "backup.db")
        most = acknowledged[-1] + 1
    finally:
        stop.set()
        thread.join()
    assert [path.name for path in tmp_path.iterdir() if "backup" in path.name] == ["backup.db"]
    with closing(sqlite3.connect(tmp_path / "backup.db")) as raw:
        assert raw.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert raw.execute("PRAGMA foreign_key_check").fetchall() == []
    copy = open_store(str(tmp_path / "backup.db"), banks=[the_bank()])
    found = copy.open(begun.token)
    copy.close()
    assert least <= found.fields["seconds_core"] == found.fields["profile:tools"] <= most
    assert found.version == 1 + 2 * found.fields["seconds_core"]


def test_a_store_is_restored_to_what_it_was(opened, url, tmp_path, capsys):
    store = opened()
    begun, shared = filled(store)
    record, log = store.read(begun.record.id), store.desk.audit.read()
    assert main(["backup", str(tmp_path / "backup.db"), "--store", url]) == 0
    assert "assessment            1" in capsys.readouterr().out
    store.delete(begun.record.id)
    later, _ = started(store)
    store.close()
    assert main(["restore", str(tmp_path / "backup.db"), "--store", url]) == 1
    assert "not empty" in capsys.readouterr().err
    assert main(["restore", str(tmp_path / "backup.db"), "--store", url, "--replace"]) == 0
    store = opened()
    assert store.open(begun.token) == record
    assert store.open(later.token) is None
    assert store.desk.audit.read() == log
    assert share(store, begun).shared.id == shared.id
    with pytest.raises(NotSaved) as refused, store._database.writing() as connection:
        connection.exec_driver_sql("DELETE FROM audit")
    assert "only added to" in str(refused.value.__cause__)


def test_a_backup_is_never_written_over(tmp_path):
    source, file = tmp_path / "a.db", tmp_path / "backup.db"
    open_store(str(source)).close()
    file.write_bytes(b"precious")
    with pytest.raises(StoreFault, match="is there already"):
        back_up(str(source), file)
    with pytest.raises(StoreFault, match="cannot be made"):
        back_up(str(source), tmp_path / "no" / "folder" / "backup.db")
    assert file.read_bytes() == b"precious"


def test_a_file_that_is_no_backup_is_not_restored(tmp_path):
    (tmp_path / "song.db").write_bytes(b"la" * 200)
    with pytest.raises(StoreFault, match="not an SQLite database"):
        restore(tmp_path / "song.db", str(tmp_path / "new.db"))
    assert not (tmp_path / "new.db").exists()
