"""A store opened to read assessments only, by any number of processes beside the one that serves.

An SQLite file is written by one process (docs/storage.md), so this neither checks nor upgrades it
and never begins to write. PostgreSQL has no such rule: it is opened as always.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Final

from sqlalchemy import Connection, QueuePool, create_engine, event, text

from bank.model import Bank
from storage.bank_shelf import BankShelf
from storage.faults import NotRead, StoreRefused
from storage.migrating import Revisions
from storage.opening import open_database, path_of, server_of
from storage.sqlite_faults import raising
from storage.sqlite_file import connect
from storage.standing import Span, Standing, spans, standing

WAIT: Final = 5.0
"""Seconds that one question waits for the store."""
OTHER_VERSION: Final = (
    "The store was written by another version of this program.",
    "Start this version on it once, or use the one that wrote it.",
)


class Reading:
    """Assessments and their banks, read and nothing else; `close` lets go of the store."""

    def __init__(
        self,
        reading: Callable[[], AbstractContextManager[Connection]],
        close: Callable[[], None],
        banks: Iterable[Bank] = (),
    ) -> None:
        self._reading = reading
        self.close = close
        shelf = BankShelf(reading)
        for each in banks:
            shelf.keep(each)
        self.bank = shelf.bank

    def spans(self, size: int) -> list[Span]:
        """All assessments in spans of at most `size` ids, in their order."""
        with self._reading() as connection:
            return list(spans(connection, size))

    def standing(self, span: Span) -> list[Standing]:
        """The assessments of a span, each as it stands or as it was finished."""
        with self._reading() as connection:
            return list(standing(connection, span))


def open_to_read(url: str, banks: Iterable[Bank] = ()) -> Reading:
    """The store at `url`, to be read.

    Raises:
        StoreRefused: if there is none, or another version of the program wrote it.
    """
    if server_of(url) is not None:
        database = open_database(url, wait=WAIT)
        return Reading(database.reading, database.close, banks)
    path = path_of(url).absolute()
    engine = create_engine(
        "sqlite://",
        creator=lambda: connect(path, WAIT, write=False),
        poolclass=QueuePool,
        pool_size=1,
        hide_parameters=True,
    )
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN"))

    @contextmanager
    def reading() -> Iterator[Connection]:
        with raising(NotRead), engine.connect() as connection, connection.begin():
            yield connection

    try:
        with raising(StoreRefused), engine.connect() as connection:
            found = connection.execute(text("SELECT version_num FROM alembic_version")).scalars()
            if found.all() != [Revisions().head]:
                raise StoreRefused("unsupported", *OTHER_VERSION)
    except BaseException:
        engine.dispose()
        raise
    return Reading(reading, engine.dispose, banks)
