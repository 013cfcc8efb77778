"""Connections to PostgreSQL that wait no longer than they are told, whatever the other end does.

Neither the server's time limits nor TCP's help against a server that holds still while its machine
goes on answering for it. So the waiting itself has an end here: then the connection is given up.
"""

from collections.abc import Generator, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from math import inf
from time import monotonic
from typing import Any, Final, TypeVar

import psycopg
from psycopg import Connection
from psycopg.abc import Buffer, PQGen
from psycopg.types.string import StrDumper
from sqlalchemy import URL

TICK: Final = 0.1
"""Seconds after which a wait looks at its end, if nothing comes."""
GRACE: Final = 0.9
"""The server's limits, as a share of ours: it says what was wrong before we give up."""
LEAST_TO_CONNECT: Final = 2
"""Seconds; the driver knows no shorter limit."""
MOST_TO_CONNECT: Final = 10
"""Seconds, also for a program that has time: nobody is there who does not answer by then."""

_UNTIL: ContextVar[float] = ContextVar("until", default=inf)
_T = TypeVar("_T")


class TimeUp(psycopg.OperationalError):
    """The server did not answer within the limit; the connection was given up."""


class PatientConnection(Connection[tuple[Any, ...]]):
    """A connection that waits until the end that `patience` has set, and no longer."""

    def wait(self, gen: PQGen[_T], interval: float = TICK, timeout: float | None = None) -> _T:
        """Wait for what `gen` does; raises `TimeUp` and closes the connection at the end."""
        until = _UNTIL.get()
        try:
            return super().wait(_ending(gen, until), min(interval, TICK))
        except TimeUp:
            self.pgconn.finish()
            raise


def _ending(gen: PQGen[_T], until: float) -> Generator[Any, Any, _T]:
    """The same steps, as long as there is time or something comes."""
    try:
        wanted = next(gen)
        while True:
            ready = yield wanted
            if not ready and monotonic() >= until:
                raise TimeUp("the server did not answer in time")
            wanted = gen.send(ready)
    except StopIteration as done:
        value: _T = done.value
        return value


class _WithoutNul(StrDumper):
    """Texts for PostgreSQL, which knows no NUL: what is asked for with one is simply not there.

    Nothing with a NUL in it is ever to be kept; the checks before the store see to that.
    """

    def dump(self, obj: str) -> Buffer | None:
        """The text with another sign in the place of NUL."""
        return super().dump(obj.replace("\0", "\ufffd"))


@contextmanager
def patience(seconds: float) -> Iterator[float]:
    """Let all waiting of this thread inside end after `seconds`; gives the moment of the end."""
    until = min(_UNTIL.get(), monotonic() + seconds)
    token = _UNTIL.set(until)
    try:
        yield until
    finally:
        _UNTIL.reset(token)


def connect(url: URL, wait: float) -> PatientConnection:
    """A new connection that commits what it is told at once, unless a transaction was begun.

    `synchronous_commit` is on whatever the server's or the account's habit is: what is
    acknowledged survives a power cut. A program that hangs inside a transaction loses it.
    """
    limit = max(1, int(1000 * wait * GRACE))
    options = {
        "synchronous_commit": "on",
        "statement_timeout": limit,
        "lock_timeout": max(1, int(limit * GRACE)),
        "idle_in_transaction_session_timeout": 2 * limit,
        "client_min_messages": "warning",
        "timezone": "UTC",
    }
    ours: Mapping[str, Any] = {
        "connect_timeout": min(max(LEAST_TO_CONNECT, round(wait)), MOST_TO_CONNECT),
        "keepalives": 1,
        "keepalives_idle": 10,
        "keepalives_interval": 5,
        "keepalives_count": 3,
        "tcp_user_timeout": int(1000 * min(max(LEAST_TO_CONNECT, wait), MOST_TO_CONNECT)),
        "application_name": "diagnostic",
        "client_encoding": "utf8",
    }
    theirs = {name: value for name, value in url.query.items() if isinstance(value, str)}
    set_by_us = " ".join(f"-c {name}={value}" for name, value in options.items())
    theirs["options"] = f"{theirs.get('options', '')} {set_by_us}".strip()
    where = {"host": url.host, "port": url.port, "dbname": url.database}
    who = {"user": url.username, "password": url.password}
    given = {name: value for name, value in {**where, **who}.items() if value is not None}
    connection = PatientConnection.connect(autocommit=True, **{**ours, **given, **theirs})
    connection.adapters.register_dumper(str, _WithoutNul)
    return connection
