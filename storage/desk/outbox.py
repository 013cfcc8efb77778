"""What is to be told to the webhook: claimed for a while, tried again with growing pauses.

A row is delivered at least once. Its key lets the other side see that it has it already.
"""

import json
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import Any, Final

from sqlalchemy import Connection, func, select, update

from storage.database import Database
from storage.desk import tables
from storage.desk.moments import Clock, stamp
from storage.desk.upkeep_values import Delivery
from storage.records import AnyRow, moment

LEASE: Final = timedelta(minutes=1)
"""How long a claimed row is left alone, unless the caller says otherwise."""
FIRST_PAUSE: Final = timedelta(seconds=30)
LONGEST_PAUSE: Final = timedelta(hours=6)
MOST_ATTEMPTS: Final = 12
"""Attempts before a row is given up: about a day and a half after the event."""

OUTBOX: Final = tables.outbox.c


def pause_after(attempt: int) -> timedelta:
    """How long to wait after this attempt (from 1) failed: 30 s, 2 min, 8 min, … at most 6 h."""
    times: int = 4 ** min(attempt - 1, 10)
    return min(FIRST_PAUSE * times, LONGEST_PAUSE)


class DeskOutbox:
    """An `Outbox` (which see) over a `Database`."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def claim(self, lease: timedelta = LEASE) -> Delivery | None:
        """See `Outbox.claim`."""
        now = self._clock()
        if not self._is_due(now):
            return None
        due = (OUTBOX.state == "waiting") & (OUTBOX.due_at <= stamp(now))
        first = select(OUTBOX.id).where(due).order_by(OUTBOX.due_at, OUTBOX.id).limit(1)
        with self._database.writing() as connection:
            key = connection.execute(first.with_for_update(skip_locked=True)).scalar()
            if key is None:
                return None
            until = now + lease
            taken = update(tables.outbox).where(OUTBOX.id == key)
            taken = taken.values(attempts=OUTBOX.attempts + 1, due_at=stamp(until))
            row = connection.execute(taken.returning(tables.outbox)).one()
        return _delivery_of(row, until)

    def _is_due(self, now: datetime) -> bool:
        """Look without writing: mostly there is nothing, and nobody has to wait for that."""
        due = (OUTBOX.state == "waiting") & (OUTBOX.due_at <= stamp(now))
        with self._database.reading() as connection:
            return connection.execute(select(OUTBOX.id).where(due).limit(1)).first() is not None

    def delivered(self, delivery: Delivery) -> bool:
        """See `Outbox.delivered`."""
        with self._database.writing() as connection:
            return self._end(connection, delivery, "delivered")

    def failed(self, delivery: Delivery) -> bool:
        """See `Outbox.failed`."""
        with self._database.writing() as connection:
            if delivery.attempt >= MOST_ATTEMPTS:
                return self._end(connection, delivery, "failed")
            later = stamp(self._clock() + pause_after(delivery.attempt))
            again = update(tables.outbox).where(_still(delivery)).values(due_at=later)
            return connection.execute(again).rowcount == 1

    def _end(self, connection: Connection, delivery: Delivery, state: str) -> bool:
        ended = {"state": state, "done_at": stamp(self._clock())}
        done = update(tables.outbox).where(_still(delivery)).values(**ended)
        return connection.execute(done).rowcount == 1

    def counts(self) -> dict[str, int]:
        """See `Outbox.counts`."""
        counted = select(OUTBOX.state, func.count()).group_by(OUTBOX.state)
        with self._database.reading() as connection:
            found = {row[0]: row[1] for row in connection.execute(counted)}
        return {state: found.get(state, 0) for state in ("waiting", "delivered", "failed")}


def _still(delivery: Delivery) -> Any:
    """The row of this claim, as long as nobody else has claimed it since."""
    mine = (OUTBOX.id == delivery.key) & (OUTBOX.attempts == delivery.attempt)
    return mine & (OUTBOX.state == "waiting")


def _delivery_of(row: AnyRow, until: datetime) -> Delivery:
    payload: dict[str, Any] = json.loads(row.payload)
    return Delivery(
        key=row.id,
        event=row.event,
        share_id=row.share_id,
        at=moment(row.at),
        attempt=row.attempts,
        until=until,
        payload=MappingProxyType(payload),
    )
