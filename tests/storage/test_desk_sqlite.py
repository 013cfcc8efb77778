"""The desk in an SQLite file: what is deleted is nowhere in it; older files are upgraded to it."""

import shutil
import sqlite3
from contextlib import closing
from datetime import timedelta

import pytest

from storage import NotSaved, open_store
from storage.desk import Contact
from storage.migrating import FOLDER, Revisions
from storage.relational import RelationalStore
from storage.sqlite import SqliteDatabase
from tests.storage.desk_verbs import ANNA, package, share, somebody_shared
from tests.storage.verbs import child, started, the_bank, told

CANARY = "CANARY"
HEAD = Revisions().head


@pytest.fixture
def path(tmp_path):
    return tmp_path / "diagnostic.db"


@pytest.fixture
def store(path):
    opened = open_store(str(path), banks=[the_bank()])
    yield opened
    opened.close()


def planted_in(path):
    files = [each for each in path.parent.rglob("*") if each.is_file()]
    return sorted(file.name for file in files if CANARY.encode() in file.read_bytes())


def planted(store):
    """A share with the planted word in everything that somebody typed."""
    contact = Contact(f"{CANARY} Mina", f"{CANARY}@acme.example", f"{CANARY} Pumps")
    sent = package({"text": CANARY * 3000}, contact=contact)
    begun, shared = somebody_shared(store, sent, announce={"company": CANARY})
    desk = store.desk
    call = desk.calls.open(shared.id, ANNA)
    tab = desk.calls.open_tab(call.id)
    for number in range(10):
        changes = {"notes": f"{number} {CANARY}" * 50, "recap": f"{CANARY} {number}" * 50}
        changes |= {"outcome": "not_now", "remark:owner": CANARY}
        told = {"word": CANARY}
        desk.calls.save(call.id, tab, changes, {}, f"{number}", ANNA, announce=told)
    step = {"text": f"{CANARY} step", "source": "call", "owner_label": CANARY}
    step = desk.steps.add(shared.id, step, "k", ANNA).step
    desk.steps.change(step.id, {"text": f"{CANARY} again", "closing_note": CANARY}, ANNA)
    return begun, shared


def test_withdrawn_text_is_gone_from_the_files(store, path):
    begun, _ = planted(store)
    assert planted_in(path)
    assert store.desk.sharing.withdraw(begun.record.id).scrubbed
    assert planted_in(path) == []
    assert store.open(begun.token).fields == {"answer:OWN-01": 3}


def test_deleted_text_is_gone_from_the_files_whoever_deletes_it(store, path):
    begun, _ = planted(store)
    assert store.delete(begun.record.id).scrubbed
    assert planted_in(path) == []
    _, shared = planted(store)
    assert store.desk.workspace.delete(shared.id, ANNA).scrubbed
    assert planted_in(path) == []


def test_text_kept_for_long_enough_is_gone_from_the_files(path, clock):
    store = open_store(str(path), banks=[the_bank()], clock=clock)
    planted(store)
    clock.move(days=400)
    assert store.desk.retention.run().shared == 1
    assert planted_in(path) == []
    store.close()


def test_text_that_was_shared_before_and_is_not_now_is_gone_from_the_files(store, path):
    begun, _ = started(store)
    share(store, begun, package({"text": CANARY * 3000}, notes=True), announce={"text": CANARY})
    assert planted_in(path)
    assert share(store, begun, package({"text": "nothing to see"})).shared.number == 2
    assert planted_in(path) == []


def test_a_write_that_fails_leaves_nothing_of_itself(store, monkeypatch):
    begun, _ = started(store)

    def no_room(*_):
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr("storage.desk.shares.post", no_room)
    with pytest.raises(NotSaved):
        share(store, begun)
    monkeypatch.undo()
    assert store.desk.workspace.listed() == store.desk.audit.read() == ()
    shared = share(store, begun).shared
    call = store.desk.calls.open(shared.id, ANNA)
    tab = store.desk.calls.open_tab(call.id)
    monkeypatch.setattr("storage.desk.calls.post", no_room)
    with pytest.raises(NotSaved):
        store.desk.calls.save(call.id, tab, {"outcome": "not_now", "goal": "x"}, {}, "k", ANNA)
    monkeypatch.undo()
    assert store.desk.calls.read(call.id).fields == {}
    assert store.desk.workspace.listed()[0].outcome is None


@pytest.mark.parametrize("change", ["UPDATE audit SET who = 'nobody'", "DELETE FROM audit"])
def test_the_file_itself_refuses_to_change_the_log(store, path, change):
    store.desk.audit.write(ANNA, "exported")
    with closing(sqlite3.connect(path)) as raw, pytest.raises(sqlite3.Error, match="only added to"):
        raw.execute(change)
    assert [entry.who for entry in store.desk.audit.read()] == [ANNA]


def test_neither_token_nor_account_nor_address_stands_in_the_file(store, path):
    sign_ins, secrets = store.desk.sign_ins, ["CANARY-account", "192.0.2.7", "198.51.100.9"]
    sign_ins.knock("CANARY-account", "192.0.2.7")
    sign_ins.knock(ANNA, "198.51.100.9")
    lasting = timedelta(hours=8)
    secrets.append(sign_ins.begin(ANNA, lasting, account=ANNA, address="198.51.100.9"))
    store.close()
    content = path.read_bytes()
    assert ANNA.encode() in content
    assert [secret for secret in secrets if secret.encode() in content] == []


@pytest.fixture
def older(path, tmp_path):
    """A file of the first revision, with one assessment."""
    folder = tmp_path / "first"
    (folder / "versions").mkdir(parents=True)
    shutil.copy(FOLDER / "env.py", folder)
    shutil.copy(FOLDER / "versions" / "0001_first_tables.py", folder / "versions")
    database = SqliteDatabase(path, link_key=None, wait=5, revisions=Revisions(folder))
    store = RelationalStore(database, [the_bank()])
    begun, _ = started(store, **{"answer:OWN-01": 3})
    store.close()
    with closing(sqlite3.connect(path)) as raw:
        assert raw.execute("SELECT version_num FROM alembic_version").fetchall() == [("0001",)]
    return begun


def test_an_older_file_is_copied_and_can_be_shared_from(older, path):
    store = open_store(str(path), banks=[the_bank()])
    assert len(list(path.parent.glob(f"diagnostic.db.before-{HEAD}-*"))) == 1
    assert store.open(older.token) == older.record
    assert share(store, older).shared.package == package()
    assert store.health().ok
    store.close()


def test_four_processes_may_start_on_an_older_file_at_once(older, path):
    assert told(child("begin_all", path, 4)) == {"well": [True] * 4}
    assert len(list(path.parent.glob(f"diagnostic.db.before-{HEAD}-*"))) == 1
    with closing(sqlite3.connect(path)) as raw:
        assert raw.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert raw.execute("PRAGMA foreign_key_check").fetchall() == []
        assert raw.execute("SELECT version_num FROM alembic_version").fetchall() == [(HEAD,)]
        assert raw.execute("SELECT count(*) FROM field").fetchone() == (1,)
