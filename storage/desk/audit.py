"""The audit log: rows are added and read; there is no way here to change or delete one."""

from datetime import timedelta
from typing import Final

from sqlalchemy import Connection, insert, select

from storage.database import Database
from storage.desk import tables
from storage.desk.checks import identity
from storage.desk.moments import Clock, stamp
from storage.desk.upkeep_values import DEEDS, AuditEntry
from storage.records import moment

ONCE_IN: Final = timedelta(minutes=10)
"""Opening or changing one share again within this time adds no second line."""
REPEATED: Final = ("opened", "changed")
MOST_READ: Final = 1000

AUDIT: Final = tables.audit.c


def write_down(
    connection: Connection, clock: Clock, who: str, what: str, share_id: str | None = None
) -> None:
    """Add a line within the transaction of what it says, unless it is a recent repetition."""
    if what not in DEEDS:
        raise ValueError(f"{what!r} is nothing that the audit log knows")
    if not is_known(connection, clock, who, what, share_id):
        row = {"at": stamp(clock()), "who": who, "what": what, "share_id": share_id}
        connection.execute(insert(tables.audit), row)


def is_known(
    connection: Connection, clock: Clock, who: str, what: str, share_id: str | None
) -> bool:
    """Whether the log has said this a moment ago, and need not say it again."""
    if what not in REPEATED:
        return False
    same = (AUDIT.share_id == share_id) & (AUDIT.who == who) & (AUDIT.what == what)
    recent = select(AUDIT.id).where(same, AUDIT.at > stamp(clock() - ONCE_IN)).limit(1)
    return connection.execute(recent).first() is not None


class DeskAudit:
    """An `Audit` (which see) over a `Database`."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def write(self, who: str, what: str, share_id: str | None = None) -> None:
        """See `Audit.write`."""
        who = identity(who)
        with self._database.writing() as connection:
            write_down(connection, self._clock, who, what, share_id)

    def read(
        self, *, share_id: str | None = None, before: int | None = None, most: int = 200
    ) -> tuple[AuditEntry, ...]:
        """See `Audit.read`."""
        asked = select(tables.audit).order_by(AUDIT.id.desc()).limit(min(most, MOST_READ))
        if share_id is not None:
            asked = asked.where(AUDIT.share_id == share_id)
        if before is not None:
            asked = asked.where(AUDIT.id < before)
        with self._database.reading() as connection:
            rows = connection.execute(asked).all()
        return tuple(
            AuditEntry(row.id, moment(row.at), row.who, row.what, row.share_id) for row in rows
        )
