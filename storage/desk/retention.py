"""Deleting what has been kept for long enough: for real, a few at a time, and counted."""

from datetime import timedelta
from typing import Final

from sqlalchemy import ColumnElement, Connection, Select, delete, exists, select

from storage import tables as assessments
from storage.database import Database
from storage.desk import tables
from storage.desk.moments import Clock, months_before, stamp
from storage.desk.sign_ins import REMEMBERED, WINDOW
from storage.desk.upkeep_values import RETENTION, Retained
from storage.forgetting import forget_all
from storage.writing import delete_all

UNSHARED_DAYS: Final = 30
SHARED_MONTHS: Final = 12
AT_ONCE: Final = 50
"""Assessments deleted in one transaction; others write in between."""
SIGN_INS_KEPT: Final = timedelta(days=7)
"""After a sign-in has ended or expired."""
OUTBOX_KEPT: Final = timedelta(days=30)
"""After an event was delivered or given up."""


class DeskRetention:
    """A `Retention` (which see) over a `Database`."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def run(
        self, *, unshared_days: int = UNSHARED_DAYS, shared_months: int = SHARED_MONTHS
    ) -> Retained:
        """See `Retention.run`."""
        if unshared_days < 1 or shared_months < 1:
            raise ValueError("at least one day and one month are needed")
        now = self._clock()
        unshared = self._delete(_unshared_before(stamp(now - timedelta(days=unshared_days))))
        shared = self._delete(_shared_before(stamp(months_before(now, shared_months))))
        with self._database.writing() as connection:
            ended = stamp(now - SIGN_INS_KEPT)
            sign_in, attempt, outbox = tables.sign_in.c, tables.attempt.c, tables.outbox.c
            sign_ins = delete(tables.sign_in).where(
                (sign_in.ended_at < ended) | (sign_in.expires_at < ended)
            )
            failed = ~attempt.ok & (attempt.at < stamp(now - WINDOW))
            forgotten = attempt.ok & (attempt.at < stamp(now - REMEMBERED))
            done = outbox.done_at < stamp(now - OUTBOX_KEPT)
            counts = {
                "sign_ins": connection.execute(sign_ins).rowcount,
                "attempts": _delete(connection, failed | forgotten),
                "outbox": connection.execute(delete(tables.outbox).where(done)).rowcount,
            }
        gone = unshared + shared + sum(counts.values())
        if unshared or shared:
            forget_all()
        scrubbed = self._database.scrub() if gone else True
        return Retained(unshared=unshared, shared=shared, **counts, scrubbed=scrubbed)

    def _delete(self, old: Select[str]) -> int:
        """Delete the assessments that `old` selects, asking anew in each transaction."""
        count = 0
        while True:
            with self._database.writing() as connection:
                found = connection.execute(old.limit(AT_ONCE)).all()
                for row in found:
                    delete_all(connection, row[0], by=RETENTION, at=stamp(self._clock()))
            count += len(found)
            if len(found) < AT_ONCE:
                return count


def _unshared_before(at: str) -> Select[str]:
    column = assessments.assessment.c
    shared = exists().where(tables.share.c.assessment_id == column.id)
    return select(column.id).where(column.changed_at < at, ~shared)


def _shared_before(at: str) -> Select[str]:
    return select(tables.share.c.assessment_id).where(tables.share.c.at < at)


def _delete(connection: Connection, old: ColumnElement[bool]) -> int:
    return connection.execute(delete(tables.attempt).where(old)).rowcount
