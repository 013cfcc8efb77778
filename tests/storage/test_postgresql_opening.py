"""Opening a store on PostgreSQL: empty, foreign, older, newer, four at once, without its driver."""

import logging

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext

from storage import StoreRefused, open_store
from storage.__main__ import main
from storage.migrating import Revisions
from storage.opening import server_of
from storage.postgresql import PostgresDatabase
from storage.postgresql_opening import upgrade
from storage.tables import metadata
from tests.postgres import OWNER
from tests.storage.test_sqlite_upgrading import AFTER, HEAD, NEXT
from tests.storage.verbs import child, started, the_bank, told

GONE = "/a/folder/without/a/server"


def refused(url, **how):
    with pytest.raises(StoreRefused) as why:
        open_store(url, **how)
    assert why.value.advice
    return why.value


def database_of(url):
    return url.split("@/")[1].split("?")[0]


@pytest.fixture
def newer(tmp_path):
    """The revisions of a program that has one more than this."""
    (tmp_path / "next.py").write_text(NEXT.format(head=HEAD, next=AFTER, end="pass"))
    return Revisions(more=(tmp_path,))


def test_four_programs_may_start_on_an_empty_database_at_once(postgres):
    url = postgres.fresh()
    assert told(child("begin_all", url, 4)) == {"well": [True] * 4}
    assert postgres.ask("SELECT count(*) FROM instance", database_of(url)) == [(1,)]


def test_the_revisions_make_the_tables_that_the_code_uses_on_postgresql_too(postgres):
    database = PostgresDatabase(server_of(postgres.emptied()), link_key=None, wait=5)
    with database.reading() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []
    database.close()


def test_how_the_server_is_spoken_to(postgres):
    postgres.ask(f"ALTER ROLE {OWNER} SET synchronous_commit = off")
    try:
        database = PostgresDatabase(server_of(postgres.emptied()), link_key=None, wait=5)
        with database.writing() as connection:
            found = {
                name: connection.exec_driver_sql(f"SHOW {name}").scalar()
                for name in ("synchronous_commit", "statement_timeout", "transaction_isolation")
            }
        database.close()
    finally:
        postgres.ask(f"ALTER ROLE {OWNER} RESET synchronous_commit")
    assert found == {
        "synchronous_commit": "on",
        "statement_timeout": "4500ms",
        "transaction_isolation": "read committed",
    }


def test_another_programs_database_is_refused_and_left_as_it_is(postgres):
    url = postgres.fresh()
    postgres.ask("CREATE TABLE songs (title text)", database_of(url))
    why = refused(url)
    assert (why.code, "not a store of this program" in str(why)) == ("not_a_store", True)
    tables = "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
    assert postgres.ask(tables, database_of(url)) == [("songs",)]


def test_a_database_that_cannot_hold_every_letter_is_refused(postgres):
    options = f"OWNER {OWNER} ENCODING 'LATIN1' TEMPLATE template0"
    postgres.ask(f"CREATE DATABASE latin {options}")
    why = refused(postgres.address("latin"))
    assert (why.code, "LATIN1" in str(why)) == ("unsupported", True)


def test_an_older_store_is_upgraded_by_a_command_and_by_nothing_else(postgres, newer):
    url = postgres.fresh()
    store = open_store(url, banks=[the_bank()])
    begun, _ = started(store, **{"answer:OWN-01": 3})
    store.close()
    with pytest.raises(StoreRefused, match="python -m storage upgrade") as why:
        PostgresDatabase(server_of(url), link_key=None, wait=5, revisions=newer)
    assert why.value.code == "older"
    assert upgrade(server_of(url), newer) == (HEAD, AFTER)
    PostgresDatabase(server_of(url), link_key=None, wait=5, revisions=newer).close()
    assert refused(url).code == "newer"
    kept = f"SELECT tab_count FROM assessment WHERE id = '{begun.record.id}'"
    assert postgres.ask(kept, database_of(url)) == [(1,)]


def test_an_upgrade_that_fails_leaves_the_store_as_it_was(postgres, newer, tmp_path):
    url = postgres.fresh()
    open_store(url).close()
    fails = "raise RuntimeError('half way')"
    (tmp_path / "next.py").write_text(NEXT.format(head=HEAD, next=AFTER, end=fails))
    with pytest.raises(RuntimeError, match="half way"):
        upgrade(server_of(url), newer)
    store = open_store(url)
    assert store.health().ok
    store.close()


def test_the_command_says_which_revision_a_store_has(postgres, tmp_path, capsys):
    for url in (postgres.emptied(), str(tmp_path / "a.db")):
        open_store(url).close()
        assert main(["upgrade", "--store", url]) == 0
        assert f"has revision {HEAD}" in capsys.readouterr().out
    assert main(["upgrade", "--store", str(tmp_path / "no.db")]) == 1


def test_an_address_may_be_written_as_hosts_write_it(postgres):
    for start in ("postgres:", "postgresql:", "postgresql+psycopg:"):
        open_store(f"{start}{postgres.emptied().split(':', 1)[1]}").close()


def test_a_database_that_is_not_there_is_refused_without_showing_the_password(caplog):
    with caplog.at_level(logging.DEBUG):
        why = refused(f"postgresql://u:CANARY@/d?host={GONE}", wait=0.5)
    assert why.code == "gone"
    told = f"{why}{why!r}{why.__cause__!r}{caplog.text}"
    assert "CANARY" not in told


def test_an_option_that_the_driver_does_not_know_is_refused_without_showing_the_password(postgres):
    url = postgres.emptied().replace(f"{OWNER}@", f"{OWNER}:CANARY@")
    why = refused(f"{url}&colour=blue")
    assert "CANARY" not in f"{why}{why.__cause__!r}"


def test_without_the_driver_one_sentence_says_what_to_install(monkeypatch):
    monkeypatch.setattr("storage.opening.find_spec", lambda name: None)
    why = refused("postgresql+psycopg://u:CANARY@h/d")
    assert (why.code, "psycopg" in why.reason, "pip install" in why.advice) == (
        "unsupported",
        True,
        True,
    )
    assert "CANARY" not in str(why)
