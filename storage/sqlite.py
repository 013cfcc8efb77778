"""MINIMAL, being replaced: an SQLite file as the store's database."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock

from sqlalchemy import Connection, create_engine, event, insert, select
from sqlalchemy.exc import DBAPIError

from storage import tables
from storage.faults import NotRead, NotSaved
from storage.links import new_id, new_key
from storage.store import Health, Probe


class SqliteDatabase:
    """An SQLite file."""

    def __init__(self, path: Path, *, link_key: bytes | None, wait: float) -> None:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        self._lock = Lock()
        self._wait = wait
        self._engine = create_engine(f"sqlite:///{path}", hide_parameters=True)

        @event.listens_for(self._engine, "connect")
        def prepare(raw: sqlite3.Connection, _: object) -> None:
            raw.isolation_level = None
            for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON",
                           "secure_delete=ON", f"busy_timeout={int(wait * 1000)}"):
                raw.execute(f"PRAGMA {pragma}")

        @event.listens_for(self._engine, "begin")
        def begin(connection: Connection) -> None:
            mode = connection.get_execution_options().get("begin", "")
            connection.exec_driver_sql(f"BEGIN {mode}")

        with self.writing() as connection:
            tables.metadata.create_all(connection)
            row = connection.execute(select(tables.instance)).first()
            if row is None:
                new = {"id": new_id(), "link_key": new_key(), "probe": ""}
                connection.execute(insert(tables.instance), new)
            stored = connection.execute(select(tables.instance.c.link_key)).scalar_one()
        self.link_key = link_key or bytes(stored)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        try:
            with self._engine.connect() as connection, connection.begin():
                yield connection
        except DBAPIError as error:
            raise NotRead("unknown", "The store could not be read.", "") from error

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        if not self._lock.acquire(timeout=self._wait):
            raise NotSaved("locked", "The store was busy.", "Try again.")
        try:
            with self._engine.connect() as connection:
                connection = connection.execution_options(begin="IMMEDIATE")
                with connection.begin():
                    yield connection
        except DBAPIError as error:
            raise NotSaved("unknown", "The store could not be written.", "") from error
        finally:
            self._lock.release()

    def scrub(self) -> bool:
        return True

    def health(self) -> Health:
        return Health((Probe("store", True, "minimal"),))

    def close(self) -> None:
        self._engine.dispose()
