"""Removing a share with everything that hangs on it, and counting what went."""

from typing import Final

from sqlalchemy import Connection, Table, delete, select

from storage import tables as assessments
from storage.desk import tables

OF_SHARE: Final = {"calls": tables.call, "steps": tables.step, "outbox": tables.outbox}
OF_CALL: Final = {
    "call_fields": tables.call_field,
    "call_events": tables.call_event,
    "call_tabs": tables.call_tab,
}
"""What is counted, by its name in `storage.Deleted`."""


def share_of(connection: Connection, assessment_id: str) -> str | None:
    """The id of what is shared of this assessment."""
    column = tables.share.c
    mine = select(column.id).where(column.assessment_id == assessment_id)
    found: str | None = connection.execute(mine).scalar()
    return found


def remove_share(connection: Connection, share_id: str) -> dict[str, int]:
    """Delete a share, its calls, notes, recap, steps and outbox rows; how many there were."""
    calls = select(tables.call.c.id).where(tables.call.c.share_id == share_id).scalar_subquery()
    counts = {}
    for name, table in OF_CALL.items():
        mine = delete(table).where(table.c.call_id.in_(calls))
        counts[name] = connection.execute(mine).rowcount
    for name, table in OF_SHARE.items():
        counts[name] = _remove(connection, table, "share_id", share_id)
    _remove(connection, tables.share_copy, "share_id", share_id)
    shares = _remove(connection, tables.share, "id", share_id)
    return {"shares": shares, **counts}


def remove_desk_rows(
    connection: Connection, assessment_id: str
) -> tuple[str | None, dict[str, int]]:
    """Delete what the desk holds about an assessment; the id of its share, and the counts."""
    _remove(connection, tables.facilitation, "assessment_id", assessment_id)
    share_id = share_of(connection, assessment_id)
    return share_id, remove_share(connection, share_id) if share_id else {}


def assessment_of_share(connection: Connection, share_id: str) -> str | None:
    """The assessment behind a share, for deleting it; nothing else asks for this."""
    column = tables.share.c
    mine = select(column.assessment_id).where(column.id == share_id)
    found: str | None = connection.execute(mine).scalar()
    return found


def touch(connection: Connection, assessment_id: str, at: str) -> None:
    """Let the time of an unshared assessment begin anew, because its share was withdrawn."""
    column = assessments.assessment.c
    touched = assessments.assessment.update().where(column.id == assessment_id)
    connection.execute(touched.values(changed_at=at))


def _remove(connection: Connection, table: Table, column: str, value: str) -> int:
    return connection.execute(delete(table).where(table.c[column] == value)).rowcount
