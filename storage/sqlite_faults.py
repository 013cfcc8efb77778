"""What SQLite's errors mean to people: a fault's code, a reason and an advice."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from storage.faults import FaultCode, StoreFault

LOCKED: Final = (
    "The store was busy for too long.",
    "Try again; if it stays so, look for another program that has the file open.",
)
FAULTS: Final[dict[FaultCode, tuple[str, str]]] = {
    "locked": LOCKED,
    "full": ("There is no room left for the store.", "Make room on the disk."),
    "read_only": (
        "The store's file or folder cannot be written.",
        "Give the account that runs this program the right to write both.",
    ),
    "gone": (
        "The store's file cannot be found or opened any more.",
        "Stop the program, put the file back from a backup if need be, and start again.",
    ),
    "replaced": (
        "The store's file was moved, deleted or replaced while the program ran.",
        "Stop the program, put the right file in its place, and start again.",
    ),
    "damaged": (
        "The store's file is damaged.",
        "Stop the program, keep the file aside, and restore the latest backup.",
    ),
    "closed": ("The store is closed.", "Start the program again."),
    "unknown": (
        "The store's file could not be read or written.",
        "Look at the disk and at the program's log.",
    ),
}
BY_NAME: Final[dict[str, FaultCode]] = {
    "SQLITE_BUSY": "locked",
    "SQLITE_LOCKED": "locked",
    "SQLITE_PROTOCOL": "locked",
    "SQLITE_FULL": "full",
    "SQLITE_READONLY_DBMOVED": "replaced",
    "SQLITE_READONLY": "read_only",
    "SQLITE_PERM": "read_only",
    "SQLITE_CANTOPEN": "gone",
    "SQLITE_CORRUPT": "damaged",
    "SQLITE_NOTADB": "damaged",
}
"""Beginnings of SQLite's extended error names; the first that fits counts."""


def fault(kind: type[StoreFault], code: FaultCode) -> StoreFault:
    """The fault of this kind with its words."""
    return kind(code, *FAULTS[code])


def code_of(error: BaseException) -> FaultCode:
    """What an error of SQLite or of the pool of connections means."""
    if isinstance(error, PoolTimeoutError):
        return "locked"
    original = error.orig if isinstance(error, DBAPIError) else error
    name = getattr(original, "sqlite_errorname", None) or ""
    return next((code for start, code in BY_NAME.items() if name.startswith(start)), "unknown")


@contextmanager
def raising(kind: type[StoreFault]) -> Iterator[None]:
    """Say what SQLite says inside as a fault of this kind."""
    try:
        yield
    except (DBAPIError, PoolTimeoutError, sqlite3.Error) as error:
        raise fault(kind, code_of(error)) from error
