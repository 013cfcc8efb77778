"""An older SQLite store is copied and upgraded as one, also by four processes at once."""

import os
import shutil
import sqlite3
import stat
from contextlib import closing

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext

from storage import StoreRefused, open_store
from storage.migrating import Revisions
from storage.sqlite import SqliteDatabase
from storage.tables import metadata
from tests.storage.verbs import child, save, started, the_bank, together

HEAD = Revisions().head
AFTER = f"{int(HEAD) + 1:04}"
NEXT = """
import sqlalchemy as sa
from alembic import op

revision = "{next}"
down_revision = "{head}"
branch_labels = None
depends_on = None


def upgrade():
    op.add_column("assessment", sa.Column("shared_at", sa.String(27)))
    with op.batch_alter_table("assessment") as batch:
        batch.alter_column("tabs", new_column_name="tab_count")
    {end}
"""


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


@pytest.fixture
def newer(tmp_path):
    """A folder with one more revision than this program has."""
    folder = tmp_path / "revisions"
    folder.mkdir()
    (folder / f"{AFTER}_next.py").write_text(NEXT.format(head=HEAD, next=AFTER, end="pass"))
    return folder


def upgraded(path, folder):
    plan = Revisions(more=(folder,))
    SqliteDatabase(path, link_key=None, wait=5, revisions=plan).close()


def test_a_store_from_a_newer_program_is_refused_and_left_as_it_is(answered, path, newer):
    upgraded(path, newer)
    before = path.read_bytes()
    with pytest.raises(StoreRefused) as refused:
        open_store(str(path))
    assert refused.value.code == "newer"
    assert path.read_bytes() == before


def test_an_older_store_is_copied_and_upgraded(answered, path, newer, caplog):
    upgraded(path, newer)
    [copy] = path.parent.glob(f"diagnostic.db.before-{AFTER}-*")
    assert copy.name in caplog.text
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    with closing(sqlite3.connect(path)) as raw:
        assert raw.execute("SELECT tab_count, shared_at FROM assessment").fetchall() == [(1, None)]
        assert raw.execute("PRAGMA foreign_key_check").fetchall() == []
    path.unlink()
    shutil.move(copy, path)
    store = open_store(str(path))
    assert store.open(answered.token) == answered.record
    assert save(store, answered, store.open_tab(answered.record.id), {"answer:OWN-01": 4}).saved
    store.close()


def test_an_upgrade_that_fails_leaves_the_store_as_it_was(answered, path, newer):
    with closing(sqlite3.connect(path)) as raw:
        before = list(raw.iterdump())
    (newer / f"{AFTER}_next.py").write_text(
        NEXT.format(head=HEAD, next=AFTER, end="raise RuntimeError('half way')")
    )
    with pytest.raises(RuntimeError, match="half way"):
        upgraded(path, newer)
    with closing(sqlite3.connect(path)) as raw:
        assert list(raw.iterdump()) == before
    (newer / f"{AFTER}_next.py").write_text(
        NEXT.format(head=HEAD, next=AFTER, end="pass  # put right")
    )
    upgraded(path, newer)


def all_at_once(program, *arguments):
    return together([child(program, *arguments) for _ in range(4)])


def test_four_processes_may_start_on_a_new_store_at_once(path):
    assert all_at_once("begin", path) == [{"ok": True}] * 4
    assert [name for name in os.listdir(path.parent) if name != path.name] == []
    with closing(sqlite3.connect(path)) as raw:
        assert raw.execute("SELECT count(*) FROM instance").fetchone() == (1,)


def test_four_processes_may_start_on_an_older_store_at_once(answered, path, newer):
    assert all_at_once("upgrade", path, newer) == [{"revision": AFTER}] * 4
    assert len(list(path.parent.glob("diagnostic.db.before-*"))) == 1
    with closing(sqlite3.connect(path)) as raw:
        assert raw.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert raw.execute("SELECT count(*) FROM field").fetchone() == (1,)


def test_the_revisions_make_the_tables_that_the_code_uses(path):
    database = SqliteDatabase(path, link_key=None, wait=5)
    with database.reading() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []
        made = "SELECT name FROM sqlite_master WHERE sql LIKE '%WITHOUT ROWID%'"
        without = {row.name for row in connection.exec_driver_sql(made)}
    database.close()
    meant = {
        t.name for t in metadata.tables.values() if not t.dialect_options["sqlite"]["with_rowid"]
    }
    assert without == meant
