"""Making, checking and upgrading the store's file, before anybody uses it."""

import logging
import os
import secrets
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, NullPool, create_engine, event

from storage.faults import StoreRefused
from storage.migrating import Revisions, revision_of
from storage.sqlite_faults import code_of, raising
from storage.sqlite_file import BESIDE, GIVE_RIGHTS, RESTORE, connect, is_there

log = logging.getLogger(__name__)

WAIT_TO_UPGRADE: Final = 60.0
"""Seconds that one starting process waits for another to make or upgrade the file."""


def prepare(path: Path, revisions: Revisions) -> None:
    """Leave a whole store of this program's revision at `path`, in WAL mode.

    Any number of processes may do this at once. A file that is no store, is damaged or comes
    from a newer program is left as it is.

    Raises:
        StoreRefused: if the store cannot be used.
    """
    with raising(StoreRefused):
        if not is_there(path):
            _make(path, revisions)
        _check(path)
        if not _is_current(path, revisions):
            _upgrade(path, revisions)
        _use_wal(path)


def _make(path: Path, revisions: Revisions) -> None:
    """Make the file aside and put it in place at once, so that nobody ever finds half of it."""
    aside = path.with_name(f".{path.name}.{secrets.token_hex(8)}")
    try:
        _touch(aside)
        with closing(connect(aside, WAIT_TO_UPGRADE, write=True)) as raw:
            raw.execute("PRAGMA journal_mode=WAL")
            with _upgrading(lambda: raw) as connection:
                revisions.upgrade(connection)
        _put(aside, path)
    finally:
        for end in ("", *BESIDE):
            Path(f"{aside}{end}").unlink(missing_ok=True)


def _touch(path: Path) -> None:
    """An empty file that only this account may read; raises if something is there."""
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    except OSError as error:
        reason = f"No file can be made in {path.parent} ({error.strerror})."
        raise StoreRefused("read_only", reason, GIVE_RIGHTS) from error


def _put(aside: Path, path: Path) -> None:
    """Give the finished file its name, unless another process was first."""
    try:
        os.link(aside, path)
    except FileExistsError:
        return
    except OSError:  # a file system without links: not atomic towards a second first start
        if path.exists():
            return
        os.rename(aside, path)
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def _check(path: Path) -> None:
    """Refuse a damaged file, and one that holds something else."""
    with closing(connect(path, WAIT_TO_UPGRADE, write=False)) as raw:
        try:
            found = [row[0] for row in raw.execute("PRAGMA quick_check(1)")]
            names = {row[0] for row in raw.execute("SELECT name FROM sqlite_master")}
        except sqlite3.DatabaseError as error:
            if code_of(error) != "damaged":
                raise
            found, names = [str(error)], set()
    if found != ["ok"]:
        log.error("quick_check of %s: %s", path, found)
        raise StoreRefused("damaged", f"The store's file {path} is damaged.", RESTORE)
    if not {"alembic_version", "instance"} <= names:
        reason = f"The file {path} is a database, but not a store of this program."
        raise StoreRefused("not_a_store", reason, "Name another file. It was left as it is.")


def _is_current(path: Path, revisions: Revisions) -> bool:
    """Whether there is nothing to upgrade; a look that waits for no other program that writes."""
    with closing(connect(path, WAIT_TO_UPGRADE, write=False)) as raw:
        found = raw.execute("SELECT version_num FROM alembic_version").fetchall()
    return found == [(revisions.head,)]


def _upgrade(path: Path, revisions: Revisions) -> None:
    """Bring an older file to this program's revision, after copying it; one process does so."""
    with _upgrading(lambda: connect(path, WAIT_TO_UPGRADE, write=True)) as connection:
        found = revision_of(connection)
        if found == revisions.head:
            return
        if found is None or not revisions.knows(found):
            reason = f"The store's file {path} was written by a newer version of this program."
            raise StoreRefused("newer", reason, "Use that version. The file was left as it is.")
        log.warning("Copied %s before upgrading it: %s", path, _copy(path, revisions.head))
        revisions.upgrade(connection)
        if connection.exec_driver_sql("PRAGMA foreign_key_check").first():
            reason = f"The store's file {path} cannot be upgraded: its rows do not fit together."
            raise StoreRefused("damaged", reason, RESTORE)


def _copy(path: Path, head: str) -> Path:
    """A copy of the whole store beside it, from before revision `head`."""
    at = datetime.now(UTC).strftime("%Y%m%dT%H%M%S")
    copy = path.with_name(f"{path.name}.before-{head}-{at}-{secrets.token_hex(2)}")
    _touch(copy)
    try:
        with closing(connect(path, WAIT_TO_UPGRADE, write=True)) as raw:
            raw.execute("VACUUM INTO ?", (str(copy),))
    except BaseException:
        copy.unlink(missing_ok=True)
        raise
    return copy


@contextmanager
def _upgrading(opened: Callable[[], sqlite3.Connection]) -> Iterator[Connection]:
    """One transaction that nobody writes beside, tables included; committed at the end.

    Foreign keys are off meanwhile, as SQLite advises for tables that are made anew.
    """
    engine = create_engine("sqlite://", creator=opened, poolclass=NullPool, hide_parameters=True)

    @event.listens_for(engine, "connect")
    def free(raw: sqlite3.Connection, _: object) -> None:
        raw.execute("PRAGMA foreign_keys=OFF")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    with engine.begin() as connection:
        yield connection


def _use_wal(path: Path) -> None:
    """Switch a file that came from a backup to WAL."""
    with closing(connect(path, WAIT_TO_UPGRADE, write=True)) as raw:
        mode = raw.execute("PRAGMA journal_mode=WAL").fetchone()[0]
    if mode != "wal":
        reason = f"The folder {path.parent} cannot hold a store that several programs may read."
        advice = "Use a folder on a local disk, not on a network share."
        raise StoreRefused("unsupported", reason, advice)
