"""What PostgreSQL's errors mean to people: a fault's code, a reason and an advice."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final, NamedTuple

import psycopg
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from storage.faults import FaultCode, StoreFault
from storage.postgresql_driver import TimeUp


class Words(NamedTuple):
    """A fault's code with what is said of it."""

    code: FaultCode
    reason: str
    advice: str


BUSY: Final = Words(
    "locked",
    "The database was busy for too long.",
    "Try again; if it stays so, look for a program that holds a transaction open.",
)
SILENT: Final = Words(
    "locked",
    "The database did not answer in time.",
    "Try again; if it stays so, look at the database server and the network before it.",
)
CROWDED: Final = Words(
    "locked",
    "The database has no connection left for this program.",
    "Close other programs that use it, or raise its max_connections.",
)
FULL: Final = Words(
    "full", "There is no room left for the database.", "Make room on the database server's disk."
)
READ_ONLY: Final = Words(
    "read_only",
    "The database cannot be written.",
    "Name the server that takes writes, and give the program's account the right to write.",
)
GONE: Final = Words(
    "gone",
    "The database cannot be reached.",
    "Start it, or look at the network; the program goes on by itself as soon as it answers.",
)
UNWELCOME: Final = Words(
    "gone",
    "The database does not let this program in.",
    "Look at the account, its password and the database's name in DIAGNOSTIC_DB.",
)
REPLACED: Final = Words(
    "replaced",
    "Another store stands in the place of the one that was opened.",
    "Stop the program, put the right database in its place, and start again.",
)
DAMAGED: Final = Words(
    "damaged",
    "The database is damaged.",
    "Stop the program, keep the server's files aside, and restore the latest backup.",
)
CLOSED: Final = Words("closed", "The store is closed.", "Start the program again.")
UNKNOWN: Final = Words(
    "unknown",
    "The database could not do what was asked.",
    "Look at the database server's log and at the program's.",
)

BY_STATE: Final[dict[str, Words]] = {
    "53100": FULL,
    "53300": CROWDED,
    "53": BUSY,
    "57014": BUSY,
    "55P03": BUSY,
    "40": BUSY,
    "25P03": BUSY,
    "25006": READ_ONLY,
    "42501": READ_ONLY,
    "57P": GONE,
    "08": GONE,
    "28": UNWELCOME,
    "3D000": UNWELCOME,
    "42P01": REPLACED,
    "XX001": DAMAGED,
    "XX002": DAMAGED,
}
"""Beginnings of PostgreSQL's error codes (SQLSTATE); the first that fits counts."""
BY_TEXT: Final[dict[str, Words]] = {
    "too many clients": CROWDED,
    "remaining connection slots": CROWDED,
    "too many connections": CROWDED,
    "authentication failed": UNWELCOME,
    "no password supplied": UNWELCOME,
    "pg_hba.conf": UNWELCOME,
    "does not exist": UNWELCOME,
    "not permitted to log in": UNWELCOME,
}
"""What stands in the refusal of a connection, which comes without a code."""


def fault(kind: type[StoreFault], words: Words) -> StoreFault:
    """The fault of this kind with its words."""
    return kind(*words)


def words_of(error: BaseException) -> Words:
    """What an error of PostgreSQL, its driver or the pool of connections means."""
    if isinstance(error, PoolTimeoutError):
        return BUSY
    original = error.orig if isinstance(error, DBAPIError) else error
    if isinstance(original, TimeUp | psycopg.errors.ConnectionTimeout):
        return SILENT
    state = getattr(original, "sqlstate", None)
    if state is not None:
        return next(
            (words for start, words in BY_STATE.items() if state.startswith(start)), UNKNOWN
        )
    if isinstance(original, psycopg.OperationalError | psycopg.InterfaceError):
        said = str(original)
        return next((words for part, words in BY_TEXT.items() if part in said), GONE)
    return UNKNOWN


@contextmanager
def raising(kind: type[StoreFault]) -> Iterator[None]:
    """Say what PostgreSQL says inside as a fault of this kind."""
    try:
        yield
    except (DBAPIError, PoolTimeoutError, psycopg.Error) as error:
        raise fault(kind, words_of(error)) from error
