"""PostgreSQL as the store's database: several programs write beside each other, none for long.

Who writes about one thing keeps others from writing about it, and who writes about several keeps
everybody from writing, by locks that the server lets go with the transaction.
"""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from hashlib import sha256
from threading import BoundedSemaphore
from time import monotonic
from typing import Any, Final

import psycopg
from psycopg.pq import TransactionStatus
from sqlalchemy import URL, Connection, QueuePool, create_engine

from storage.faults import NotRead, NotSaved, StoreFault, StoreRefused
from storage.migrating import Revisions
from storage.postgresql_driver import PatientConnection, TimeUp, connect, patience
from storage.postgresql_faults import BUSY, CLOSED, REPLACED, fault, raising
from storage.postgresql_health import examine
from storage.postgresql_opening import prepare
from storage.values import Health

MOST_CONNECTIONS: Final = 10
"""Connections of one program at most; a server allows a hundred unless it is told otherwise."""
EVERYTHING: Final = 7_203_411_977_530_118_254
"""The lock that everybody who writes holds a share of."""

READ: Final = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SELECT id FROM instance"
WRITE: Final = (
    "BEGIN ISOLATION LEVEL READ COMMITTED; SELECT pg_advisory_xact_lock{share}; "
    "{about}SELECT id FROM instance"
)
"""A transaction's beginning, the locks and a look at the store's id, in one message to the server.

What is read later sees everything that was committed before the locks were given.
"""


class PostgresDatabase:
    """A `storage.database.Database` on a PostgreSQL server."""

    def __init__(
        self,
        url: URL,
        *,
        link_key: bytes | None,
        wait: float,
        revisions: Revisions | None = None,
    ) -> None:
        self._url = url
        self._wait = wait
        self._revisions = revisions or Revisions()
        self._closed = False
        prepare(url, self._revisions, wait)
        self._engine = create_engine(
            "postgresql+psycopg://",
            creator=self._fresh,
            poolclass=QueuePool,
            pool_size=MOST_CONNECTIONS,
            max_overflow=0,
            pool_timeout=wait,
            hide_parameters=True,
        )
        self._turns = BoundedSemaphore(MOST_CONNECTIONS)
        self._instance: str | None = None
        try:
            self._instance, stored = self._first_write()
        except BaseException:
            self.close()
            raise
        self.link_key = link_key or stored

    def _fresh(self) -> PatientConnection:
        return connect(self._url, self._wait)

    def _first_write(self) -> tuple[str, bytes]:
        """Prove that the store can be written; its id and the key of its links."""
        probe = "UPDATE instance SET probe = %s RETURNING id, link_key"
        with self._transaction(StoreRefused, _to_write("instance")) as connection:
            row = connection.exec_driver_sql(probe, (secrets.token_urlsafe(16),)).one()
        return str(row.id), bytes(row.link_key)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """See `Database.reading`."""
        with self._transaction(NotRead, READ) as connection:
            yield connection

    @contextmanager
    def writing(self, about: str | None = None) -> Iterator[Connection]:
        """See `Database.writing`."""
        with self._transaction(NotSaved, _to_write(about)) as connection:
            yield connection

    @contextmanager
    def _transaction(self, kind: type[StoreFault], begin: str) -> Iterator[Connection]:
        """A transaction begun with `begin`; all of its waiting together ends in time."""
        with patience(self._wait) as until, self._turn(kind, until), raising(kind):
            connection = self._begun(kind, begin)
            raw = _raw(connection)
            try:
                yield connection
                if raw.info.transaction_status != TransactionStatus.INTRANS:
                    raise psycopg.OperationalError("the transaction had failed before its end")
                raw.commit()  # SQLAlchemy would leave it out where the driver alone was spoken to
            finally:
                if raw.closed:
                    connection.invalidate()
                connection.close()

    @contextmanager
    def _turn(self, kind: type[StoreFault], until: float) -> Iterator[None]:
        """One of the connections, as soon as there is one."""
        if self._closed:
            raise fault(kind, CLOSED)
        if not self._turns.acquire(timeout=max(0.0, until - monotonic())):
            raise fault(kind, BUSY)
        try:
            yield
        finally:
            self._turns.release()

    def _begun(self, kind: type[StoreFault], begin: str) -> Connection:
        """A connection in a transaction on the right store.

        A pooled connection may have died since it was used last. Its beginning shows that before
        anything was done, and is said once more through a new one; no ping is needed for it.
        """
        begun = self._begin(begin, last=False)
        if begun is None:
            self._engine.dispose()
            begun = self._begin(begin, last=True)
            assert begun is not None
        connection, found = begun
        if self._instance not in (None, found):
            connection.close()
            raise fault(kind, REPLACED)
        return connection

    def _begin(self, begin: str, *, last: bool) -> tuple[Connection, Any] | None:
        """A connection with the id that `begin` asked for; `None` if it had died in the pool."""
        connection = self._engine.connect()
        raw, known = _raw(connection), connection.connection.info
        try:
            found = _say(raw, begin)
        except BaseException as error:
            if raw.closed:
                connection.invalidate()
            connection.close()
            had_died = raw.closed and "used" in known and not isinstance(error, TimeUp)
            if last or not had_died:
                raise
            return None
        known["used"] = True
        return connection, found

    def scrub(self) -> bool:
        """See `Database.scrub`; the server itself uses the room of deleted rows again."""
        return True

    def health(self) -> Health:
        """See `Database.health`."""
        with patience(self._wait):
            return examine(self._revisions.head, lambda: self.writing("instance"), self._fresh)

    def close(self) -> None:
        """See `Database.close`; what is being written is finished first."""
        if self._closed:
            return
        self._closed = True
        until = monotonic() + self._wait
        for _ in range(MOST_CONNECTIONS):
            if not self._turns.acquire(timeout=max(0.0, until - monotonic())):
                break
        self._engine.dispose()


def _raw(connection: Connection) -> PatientConnection:
    raw = connection.connection.driver_connection
    assert isinstance(raw, PatientConnection)
    return raw


def _say(raw: PatientConnection, begin: str) -> Any:
    """Begin a transaction; the id of the store that the last part of `begin` asked for."""
    with raw.cursor() as cursor:
        cursor.execute(begin.encode())
        while cursor.nextset():
            pass
        row = cursor.fetchone()
    return row and row[0]


@lru_cache(maxsize=1024)
def _to_write(about: str | None) -> str:
    """How a transaction begins that keeps others from writing about the same."""
    if about is None:
        return WRITE.format(share=f"({EVERYTHING})", about="")
    number = int.from_bytes(
        sha256(about.encode("utf-8", "surrogatepass")).digest()[:8], signed=True
    )
    alone = f"SELECT pg_advisory_xact_lock({number}); "
    return WRITE.format(share=f"_shared({EVERYTHING})", about=alone)
