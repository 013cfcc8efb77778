"""Whether a store on PostgreSQL works right now, for the readiness route and the operator."""

import secrets
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing

import psycopg
from sqlalchemy import Connection

from storage.faults import StoreFault
from storage.postgresql_driver import PatientConnection
from storage.postgresql_faults import words_of
from storage.values import Health, Probe


def examine(
    head: str,
    writing: Callable[[], AbstractContextManager[Connection]],
    fresh: Callable[[], PatientConnection],
) -> Health:
    """Write a random word, read it back by a fresh connection, and look at the revision."""
    word = secrets.token_urlsafe(16)
    return Health((_write(word, writing), *_read_back(word, head, fresh)))


def _write(word: str, writing: Callable[[], AbstractContextManager[Connection]]) -> Probe:
    try:
        with writing() as connection:
            connection.exec_driver_sql("UPDATE instance SET probe = %s", (word,))
    except StoreFault as error:
        return Probe("write", False, str(error))
    return Probe("write", True, "A write was committed to the store that was opened.")


def _read_back(word: str, head: str, fresh: Callable[[], PatientConnection]) -> Iterator[Probe]:
    try:
        with closing(fresh()) as raw:
            probe = raw.execute("SELECT probe FROM instance").fetchone()
            revision = raw.execute("SELECT version_num FROM alembic_version").fetchone()
    except psycopg.Error as error:
        yield Probe("read", False, words_of(error).reason)
        return
    # Several programs look after their health at once: the word may be another's by now.
    read = probe is not None
    words = "The store is read through a fresh connection." if read else "The store cannot be read."
    yield Probe("read", read, words)
    yield Probe(
        "revision", revision == (head,), f"The store has revision {revision and revision[0]}."
    )
