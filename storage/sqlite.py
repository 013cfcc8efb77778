"""An SQLite file as the store's database: one connection writes, others read beside it.

WAL, full synchronous: what is committed survives a crash of the program and of the machine.
"""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from sqlite3 import Connection as RawConnection
from threading import Lock
from time import monotonic
from typing import Final

from sqlalchemy import Connection, Engine, QueuePool, create_engine, event

from storage.faults import NotRead, NotSaved, StoreFault, StoreRefused
from storage.migrating import Revisions
from storage.sqlite_faults import fault, raising
from storage.sqlite_file import Place, connect, warn_of_old_sqlite
from storage.sqlite_health import examine
from storage.sqlite_opening import prepare
from storage.values import Health

READERS: Final = 4
"""Connections kept for reading; twice as many more are opened while they are needed."""
WAIT_TO_SCRUB: Final = 0.5
"""Seconds that a deletion waits for readers before it leaves the wiping for later."""


class SqliteDatabase:
    """A `storage.database.Database` in one file and the two that SQLite keeps beside it."""

    def __init__(
        self,
        path: Path,
        *,
        link_key: bytes | None,
        wait: float,
        revisions: Revisions | None = None,
    ) -> None:
        self._path = path.absolute()
        self._wait = wait
        self._revisions = revisions or Revisions()
        self._lock = Lock()
        self._closed = False
        self._unscrubbed = False
        warn_of_old_sqlite()
        prepare(self._path, self._revisions)
        self._writer = self._engine("BEGIN IMMEDIATE", write=True)
        self._hand: Connection | None = None
        self._reader = self._engine("BEGIN", write=False)
        try:
            with raising(StoreRefused):
                self._instance, stored = self._first_write()
        except BaseException:
            self.close()
            raise
        self._place = Place(self._path)
        self.link_key = link_key or stored

    def _engine(self, begin: str, *, write: bool) -> Engine:
        engine = create_engine(
            "sqlite://",
            creator=lambda: connect(self._path, self._wait, write=write),
            poolclass=QueuePool,
            pool_size=1 if write else READERS,
            max_overflow=0 if write else 2 * READERS,
            pool_timeout=self._wait,
            hide_parameters=True,
        )
        event.listen(engine, "begin", lambda connection: _raw(connection).execute(begin))
        return engine

    def _first_write(self) -> tuple[str, bytes]:
        """Prove that the file can be written; the store's id and the key of its links.

        The connection stays open in its pool, so that the file's inode is not given to another.
        """
        with self._writer.connect() as connection, connection.begin():
            connection.exec_driver_sql(
                "UPDATE instance SET probe = ?", (secrets.token_urlsafe(16),)
            )
            row = connection.exec_driver_sql("SELECT id, link_key FROM instance").one()
        return str(row.id), bytes(row.link_key)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """See `Database.reading`."""
        self._look(NotRead)
        with raising(NotRead), self._reader.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def writing(self, about: str | None = None) -> Iterator[Connection]:
        """See `Database.writing`; one at a time, whatever it is about."""
        with self._alone(NotSaved, self._wait) as (connection, raw), connection.begin():
            if raw.execute("SELECT id FROM instance").fetchone() != (self._instance,):
                raise fault(NotSaved, "replaced")
            yield connection

    @contextmanager
    def _alone(
        self, kind: type[StoreFault], wait: float
    ) -> Iterator[tuple[Connection, RawConnection]]:
        """The one connection that writes, within `wait` seconds; the same file before and after."""
        until = monotonic() + wait
        if not self._lock.acquire(timeout=wait):
            raise fault(kind, "locked")
        try:
            self._look(kind)
            with raising(kind):
                connection = self._hand = self._hand or self._writer.connect()
                raw = _raw(connection)
                left = max(0, int(1000 * (until - monotonic())))
                raw.execute(f"PRAGMA busy_timeout={left}")
                yield connection, raw
            self._look(kind)
        finally:
            self._lock.release()

    def _look(self, kind: type[StoreFault]) -> None:
        """Raise if the store is closed, or its files are not those that were opened."""
        if self._closed:
            raise fault(kind, "closed")
        if not self._place.is_same():
            raise fault(kind, "replaced" if self._path.exists() else "gone")

    def scrub(self) -> bool:
        """See `Database.scrub`: moves the log into the file, where deleted text is overwritten."""
        self._unscrubbed = True
        try:
            with self._alone(NotSaved, WAIT_TO_SCRUB) as (_, raw):
                busy = raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
                self._unscrubbed = bool(busy)
        except NotSaved:
            return False
        return not self._unscrubbed

    def health(self) -> Health:
        """See `Database.health`."""
        if self._unscrubbed:
            self.scrub()
        return examine(self._path, self._revisions.head, self.writing, self._fresh)

    def _fresh(self) -> RawConnection:
        return connect(self._path, self._wait, write=False)

    def close(self) -> None:
        """See `Database.close`; the last program to close the file leaves it without a log."""
        if self._unscrubbed and not self._closed:
            self.scrub()
        self._closed = True
        alone = self._lock.acquire(timeout=self._wait)  # what is being written is finished first
        if self._hand is not None:
            self._hand.close()
        if alone:
            self._lock.release()
        self._reader.dispose()
        self._writer.dispose()


def _raw(connection: Connection) -> RawConnection:
    """The driver's connection: what the store does for every transaction goes to it directly."""
    raw = connection.connection.driver_connection
    assert isinstance(raw, RawConnection)
    return raw
