"""Sharing, from the respondent's side: a frozen copy goes in, and can be taken back."""

from collections.abc import Mapping
from typing import Any, Final

from sqlalchemy import Connection, delete, insert, select, update

from storage.database import Database
from storage.desk import tables
from storage.desk.audit import write_down
from storage.desk.checks import identity, wrong_in
from storage.desk.moments import Clock, moment_or_none, stamp
from storage.desk.posting import post
from storage.desk.removing import remove_share, share_of, touch
from storage.desk.share_rows import copy_row, read_shared, read_shared_of, share_row
from storage.desk.upkeep_values import RESPONDENT
from storage.desk.values import Facilitation, Package, Sent, Shared
from storage.faults import NotSaved
from storage.field_names import VIEW_FIELDS
from storage.forgetting import forget_all
from storage.links import new_id
from storage.records import BY_ID_TO_WRITE, AnyRow, field_rows, moment
from storage.saving import DELETED
from storage.values import Deleted, Refusal

NOT_AS_SHOWN: Final = (
    "What would be sent is not what was shown.",
    "Look at it once more, then share it.",
)
NOT_FACILITATED: Final = "Only the consultant who began this on a call can record the consent."
FACILITATION: Final = tables.facilitation.c


class DeskSharing:
    """A `Sharing` (which see) over a `Database`."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def share(
        self,
        assessment_id: str,
        package: Package,
        shown: str,
        *,
        version: int,
        announce: Mapping[str, Any] | None = None,
    ) -> Sent:
        """See `Sharing.share`."""
        refused = wrong_in(package)
        if refused:
            return Sent(None, refused)
        if package.sha256 != shown:
            raise NotSaved("changed", *NOT_AS_SHOWN)
        with self._database.writing(assessment_id) as connection:
            row = _unchanged(connection, assessment_id, version)
            begun_by = _begun_by(connection, assessment_id)
            if package.consent.recorded_by not in (None, begun_by):
                return Sent(None, (Refusal("consent", NOT_FACILITATED),))
            before = read_shared_of(connection, assessment_id)
            if before is not None and before.sha256 == package.sha256:
                return Sent(before)
            shared = self._put(connection, row, package, before, begun_by)
            post(connection, self._clock, shared.id, "shared", announce)
        if before is not None:
            forget_all()
            self._database.scrub()
        return Sent(shared)

    def _put(
        self,
        connection: Connection,
        assessment: AnyRow,
        package: Package,
        before: Shared | None,
        begun_by: str | None,
    ) -> Shared:
        """Write the share, in the place of an earlier one if there is one."""
        share_id = before.id if before else new_id()
        row = {
            **share_row(package),
            "at": stamp(self._clock()),
            "number": before.number + 1 if before else 1,
            "bank_sha256": assessment.bank_sha256,
            "facilitated_by": begun_by,
        }
        if before is None:
            new = {"id": share_id, "assessment_id": assessment.id}
            connection.execute(insert(tables.share), {**new, **row})
        else:
            mine = tables.share.c.id == share_id
            connection.execute(update(tables.share).where(mine).values(**row))
            copied = tables.share_copy.c.share_id == share_id
            connection.execute(delete(tables.share_copy).where(copied))
        connection.execute(insert(tables.share_copy), {"share_id": share_id, **copy_row(package)})
        who = package.consent.recorded_by or RESPONDENT
        write_down(connection, self._clock, who, "shared", share_id)
        shared = read_shared(connection, share_id)
        assert shared is not None
        return shared

    def read(self, assessment_id: str) -> Shared | None:
        """See `Sharing.read`."""
        with self._database.reading() as connection:
            return read_shared_of(connection, assessment_id)

    def withdraw(self, assessment_id: str) -> Deleted:
        """See `Sharing.withdraw`."""
        with self._database.writing(assessment_id) as connection:
            connection.execute(BY_ID_TO_WRITE, {"wanted": assessment_id})
            share_id = share_of(connection, assessment_id)
            if share_id is None:
                return Deleted()
            counts = remove_share(connection, share_id)
            touch(connection, assessment_id, stamp(self._clock()))
            write_down(connection, self._clock, RESPONDENT, "withdrawn", share_id)
        forget_all()
        return Deleted(**counts, scrubbed=self._database.scrub())

    def facilitate(self, assessment_id: str, consultant: str) -> Facilitation:
        """See `Sharing.facilitate`."""
        who = identity(consultant)
        with self._database.writing(assessment_id) as connection:
            if connection.execute(BY_ID_TO_WRITE, {"wanted": assessment_id}).first() is None:
                raise NotSaved("deleted", *DELETED)
            known = _facilitation(connection, assessment_id)
            if known is None:
                new = {"assessment_id": assessment_id, "consultant": who}
                at = {"at": stamp(self._clock())}
                connection.execute(insert(tables.facilitation), {**new, **at})
                known = _facilitation(connection, assessment_id)
        assert known is not None
        return known

    def hand_over(self, assessment_id: str) -> Facilitation | None:
        """See `Sharing.hand_over`."""
        mine = FACILITATION.assessment_id == assessment_id
        first = mine & FACILITATION.handed_over_at.is_(None)
        with self._database.writing(assessment_id) as connection:
            given = update(tables.facilitation).where(first)
            connection.execute(given.values(handed_over_at=stamp(self._clock())))
            return _facilitation(connection, assessment_id)

    def facilitation(self, assessment_id: str) -> Facilitation | None:
        """See `Sharing.facilitation`."""
        with self._database.reading() as connection:
            return _facilitation(connection, assessment_id)


def _unchanged(connection: Connection, assessment_id: str, version: int) -> AnyRow:
    """The assessment's row; raises `NotSaved` if an answer has changed after `version`."""
    row = connection.execute(BY_ID_TO_WRITE, {"wanted": assessment_id}).first()
    if row is None:
        raise NotSaved("deleted", *DELETED)
    rows = field_rows(connection, assessment_id)
    if any(each.seq > version and each.name not in VIEW_FIELDS for each in rows):
        raise NotSaved("changed", "An answer has changed since this was shown.", NOT_AS_SHOWN[1])
    return row


def _facilitation(connection: Connection, assessment_id: str) -> Facilitation | None:
    mine = select(tables.facilitation).where(FACILITATION.assessment_id == assessment_id)
    row = connection.execute(mine).first()
    if row is None:
        return None
    return Facilitation(row.consultant, moment(row.at), moment_or_none(row.handed_over_at))


def _begun_by(connection: Connection, assessment_id: str) -> str | None:
    known = _facilitation(connection, assessment_id)
    return known.consultant if known else None
