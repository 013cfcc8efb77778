"""The consultant's view: what was shared, and nothing else. No query here reads an assessment.

Deleting on request is the one thing that reaches the assessment behind a share, by its id alone.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from sqlalchemy import Connection, select

from storage.database import Database
from storage.desk import tables
from storage.desk.audit import is_known, write_down
from storage.desk.call_rows import read_calls
from storage.desk.checks import identity
from storage.desk.moments import Clock, stamp
from storage.desk.removing import assessment_of_share
from storage.desk.share_rows import PlainRow, listed_of, plain_rows, read_shared
from storage.desk.steps import read_steps
from storage.desk.values import Exported, Listed, Shared
from storage.faults import NotRead, NotSaved
from storage.forgetting import forget_all, will_forget
from storage.values import Deleted
from storage.writing import delete_all

SHARE: Final = tables.share.c


class DeskWorkspace:
    """A `Workspace` (which see) over a `Database`."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock
        self._last: tuple[Sequence[PlainRow], tuple[Listed, ...]] = ((), ())
        will_forget(self)

    def listed(self) -> tuple[Listed, ...]:
        """See `Workspace.listed`."""
        with self._database.reading() as connection:
            rows = plain_rows(connection)
        known, lines = self._last
        if rows != known:
            lines = listed_of(rows)
            self._last = rows, lines
        return lines

    def forget(self) -> None:
        """Keep no line in memory; see `storage.forgetting`."""
        self._last = (), ()

    def read(self, share_id: str, by: str) -> Shared | None:
        """See `Workspace.read`."""
        who = identity(by)
        with self._database.reading() as connection:
            shared = read_shared(connection, share_id)
            known = is_known(connection, self._clock, who, "opened", share_id)
        if shared is not None and not known:
            self._note(who, "opened", share_id)
        return shared

    def export(self, by: str, share_id: str | None = None) -> Iterator[Exported]:
        """See `Workspace.export`."""
        self._note(identity(by), "exported", share_id)
        return self.walk(share_id)

    def walk(self, share_id: str | None = None) -> Iterator[Exported]:
        """See `Workspace.walk`."""
        asked = select(SHARE.id).order_by(SHARE.at, SHARE.id)
        if share_id is not None:
            asked = asked.where(SHARE.id == share_id)
        with self._database.reading() as connection:
            wanted = connection.execute(asked).scalars().all()
        for each in wanted:
            with self._database.reading() as connection:
                found = _exported(connection, each)
            if found is not None:
                yield found

    def delete(self, share_id: str, by: str) -> Deleted:
        """See `Workspace.delete`."""
        who = identity(by)
        with self._database.writing() as connection:
            assessment_id = assessment_of_share(connection, share_id)
            if assessment_id is None:
                return Deleted()
            counts = delete_all(connection, assessment_id, by=who, at=stamp(self._clock()))
        forget_all()
        return Deleted(**counts, scrubbed=self._database.scrub())

    def _note(self, who: str, what: str, share_id: str | None) -> None:
        """Write the log before anything is handed out; without it there is nothing to read."""
        try:
            with self._database.writing() as connection:
                write_down(connection, self._clock, who, what, share_id)
        except NotSaved as fault:
            raise NotRead(fault.code, fault.reason, fault.advice) from fault


def _exported(connection: Connection, share_id: str) -> Exported | None:
    shared = read_shared(connection, share_id)
    if shared is None:
        return None
    return Exported(shared, read_calls(connection, share_id), read_steps(connection, share_id))
