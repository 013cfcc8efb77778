"""Whether an SQLite store works right now, for the readiness route and the operator."""

import os
import secrets
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing
from pathlib import Path
from typing import Final

from sqlalchemy import Connection

from storage.faults import StoreFault
from storage.sqlite_faults import FAULTS, code_of
from storage.values import Health, Probe

LEAST_ROOM: Final = 50 * 1024 * 1024
"""Free bytes below which the store is called unwell; an assessment takes about 100 kB."""


def examine(
    path: Path,
    head: str,
    writing: Callable[[], AbstractContextManager[Connection]],
    fresh: Callable[[], sqlite3.Connection],
) -> Health:
    """Write a random word, read it back by a fresh connection, and look at revision and room."""
    word = secrets.token_urlsafe(16)
    return Health((_write(word, writing), *_read_back(word, head, fresh), _room(path)))


def _write(word: str, writing: Callable[[], AbstractContextManager[Connection]]) -> Probe:
    try:
        with writing() as connection:
            connection.exec_driver_sql("UPDATE instance SET probe = ?", (word,))
    except StoreFault as error:
        return Probe("write", False, str(error))
    return Probe("write", True, "A write was committed to the file that was opened.")


def _read_back(word: str, head: str, fresh: Callable[[], sqlite3.Connection]) -> Iterator[Probe]:
    try:
        with closing(fresh()) as raw:
            probe = raw.execute("SELECT probe FROM instance").fetchone()
            revision = raw.execute("SELECT version_num FROM alembic_version").fetchone()
    except sqlite3.Error as error:
        yield Probe("read", False, FAULTS[code_of(error)][0])
        return
    same = probe == (word,)
    words = "What was written is read back." if same else "What was written is not read back."
    yield Probe("read", same, words)
    yield Probe(
        "revision", revision == (head,), f"The store has revision {revision and revision[0]}."
    )


def _room(path: Path) -> Probe:
    try:
        free = shutil.disk_usage(os.path.dirname(path)).free
    except OSError as error:
        return Probe("room", False, f"The store's folder cannot be looked at ({error.strerror}).")
    return Probe("room", free >= LEAST_ROOM, f"{free // 1024 // 1024} MB are free.")
