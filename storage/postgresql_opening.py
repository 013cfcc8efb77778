"""Making, checking and upgrading the store's tables on PostgreSQL, before anybody uses them."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from sqlalchemy import URL, Connection, NullPool, create_engine

from storage.faults import StoreRefused
from storage.migrating import Revisions, revision_of
from storage.postgresql_driver import LEAST_TO_CONNECT, connect, patience
from storage.postgresql_faults import raising

log = logging.getLogger(__name__)

UPGRADE: Final = 3_918_264_470_915_562_007
"""The lock under which tables are made and changed, by one program after the other."""
WAIT_TO_UPGRADE: Final = 60.0
"""Seconds that one starting program waits for another to make the tables."""
TABLES: Final = "SELECT relname FROM pg_class WHERE relnamespace = current_schema()::regnamespace"
SETTINGS: Final = "SELECT current_setting('server_encoding'), current_setting('fsync')"
RUN_UPGRADE: Final = "Stop the program everywhere, make a backup, run “python -m storage upgrade”."


def prepare(url: URL, revisions: Revisions, wait: float) -> None:
    """Leave a whole store of this program's revision in the database, if it was empty.

    Any number of programs may do this at once. A database that holds something else, an older
    store or one from a newer program is left as it is.

    Raises:
        StoreRefused: if the store cannot be used.
    """
    with patience(max(wait, LEAST_TO_CONNECT)):
        ready = _is_ready(url, revisions, wait)
    if not ready:
        _make(url, revisions)


def upgrade(url: URL, revisions: Revisions) -> tuple[str | None, str]:
    """Bring the store to this program's revision, in one transaction; the revisions before, after.

    Raises:
        StoreRefused: if there is no store, or it was written by a newer program.
    """
    with _alone(url) as connection:
        before = _revision(connection)
        if before is not None and not revisions.knows(before):
            raise StoreRefused(*NEWER)
        revisions.upgrade(connection)
    return before, revisions.head


NEWER: Final = (
    "newer",
    "The database was written by a newer version of this program.",
    "Use that version. The database was left as it is.",
)
OLDER: Final = ("older", "The database is from an older version of this program.", RUN_UPGRADE)


def _look_at_settings(connection: Connection) -> None:
    encoding, fsync = connection.exec_driver_sql(SETTINGS).one()
    if encoding != "UTF8":
        reason = f"The database keeps its texts as {encoding}, which holds not every letter."
        raise StoreRefused("unsupported", reason, "Make the database with ENCODING 'UTF8'.")
    if fsync != "on":
        log.warning("The database server runs with fsync off: a power cut loses answers.")


def _is_ready(url: URL, revisions: Revisions, wait: float) -> bool:
    """Whether there is nothing to make; a look that waits for no other program."""
    with _transaction(url, wait) as connection:
        _look_at_settings(connection)
        found = _revision(connection)
    if found is None or found == revisions.head:
        return found is not None
    raise StoreRefused(*(OLDER if revisions.knows(found) else NEWER))


def _make(url: URL, revisions: Revisions) -> None:
    with _alone(url) as connection:
        if _revision(connection) is None:
            revisions.upgrade(connection)


def _revision(connection: Connection) -> str | None:
    """The store's revision, `None` in an empty database."""
    names = set(connection.exec_driver_sql(TABLES).scalars())
    if not names:
        return None
    if not {"alembic_version", "instance"} <= names:
        reason = "The database holds tables, but not a store of this program."
        advice = "Name another database. It was left as it is."
        raise StoreRefused("not_a_store", reason, advice)
    return revision_of(connection)


@contextmanager
def _alone(url: URL) -> Iterator[Connection]:
    """One transaction that no other program makes or changes tables beside."""
    with _transaction(url, WAIT_TO_UPGRADE) as connection:
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({UPGRADE})")
        connection.exec_driver_sql("SET LOCAL statement_timeout = 0")
        yield connection


@contextmanager
def _transaction(url: URL, wait: float) -> Iterator[Connection]:
    def fresh() -> object:
        raw = connect(url, wait)
        raw.autocommit = False
        return raw

    engine = create_engine(
        "postgresql+psycopg://", creator=fresh, poolclass=NullPool, hide_parameters=True
    )
    with raising(StoreRefused), engine.begin() as connection:
        yield connection
