"""What a database has to do for the store, whichever it is: transactions, wiping, health."""

from contextlib import AbstractContextManager
from typing import Protocol

from sqlalchemy import Connection

from storage.values import Health


class Database(Protocol):
    """A database with the store's tables. Its contexts raise `NotRead` and `NotSaved`."""

    link_key: bytes

    def reading(self) -> AbstractContextManager[Connection]:
        """A transaction that sees one state of the store."""
        ...

    def writing(self, about: str | None = None) -> AbstractContextManager[Connection]:
        """A transaction that nobody writes beside; left without an error, it is committed.

        With `about` (the id of an assessment, or another name that those who would meddle with
        each other agree on), others may write about something else meanwhile. Tries to sign in
        are counted one by one because of this; a lock of rows is not enough.
        """
        ...

    def scrub(self) -> bool:
        """Wipe deleted text from the store's files; false if that has to wait."""
        ...

    def health(self) -> Health:
        """See `Store.health`."""
        ...

    def close(self) -> None:
        """Let go of everything."""
        ...
