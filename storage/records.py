"""Rows into records: reading an assessment and its snapshots inside a transaction."""

import json
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from sqlalchemy import Connection, Row, bindparam, select

from storage import tables
from storage.values import Json, Record, Snapshot

AnyRow = Row[*tuple[Any, ...]]
"""A row of any columns."""

NOBODY: Final = ""
"""An id that no assessment has."""

WHOLE: Final = (
    tables.assessment.c.id,
    tables.assessment.c.bank_sha256,
    tables.assessment.c.version,
    tables.assessment.c.created_at,
    tables.assessment.c.changed_at,
    tables.assessment.c.finished_at,
)
"""The columns of an assessment that make its record."""


class AssessmentRow(NamedTuple):
    """Those columns of an assessment."""

    id: str
    bank_sha256: str
    version: int
    created_at: str
    changed_at: str
    finished_at: str | None


ASSESSMENT: Final = select(*WHOLE)
BY_ID: Final = ASSESSMENT.where(tables.assessment.c.id == bindparam("wanted"))
BY_ID_TO_WRITE: Final = BY_ID.with_for_update()
BY_LINK: Final = ASSESSMENT.where(tables.assessment.c.link_hash == bindparam("wanted"))
FIELDS: Final = select(
    tables.field.c.name,
    tables.field.c.value,
    tables.field.c.seq,
    tables.field.c.tab,
    tables.field.c.turn,
).where(tables.field.c.assessment_id == bindparam("wanted"))
LATEST_SNAPSHOT: Final = (
    select(tables.snapshot)
    .where(tables.snapshot.c.assessment_id == bindparam("wanted"))
    .order_by(tables.snapshot.c.seq.desc())
    .limit(1)
)


def said(value: Json) -> Json:
    """`value` as it is kept: an empty text or list says nothing, like `None`."""
    return None if value == "" or value == [] else value


def encoded(value: Json) -> str | None:
    """A field's value as it stands in its row."""
    return None if value is None else json.dumps(value, ensure_ascii=False, allow_nan=False)


def decoded(text: str | None) -> Json:
    """The value in a field's row."""
    value: Json = None if text is None else json.loads(text)
    return value


def now() -> str:
    """The time by this machine's clock, in UTC. It is shown to people and orders nothing."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def moment(text: str) -> datetime:
    """The time in a row."""
    return datetime.fromisoformat(text)


def record_of(row: AnyRow | AssessmentRow, fields: Iterable[tuple[str, str | None, int]]) -> Record:
    """The record in an assessment's row and its fields as (name, JSON, seq)."""
    rows = tuple(fields)
    names = [name for name, text, _ in rows if text is not None]
    together = ",".join(text for _, text, _ in rows if text is not None)
    values: dict[str, Json] = dict(zip(names, json.loads(f"[{together}]"), strict=True))
    seqs = {name: seq for name, _, seq in rows}
    return Record(
        id=row.id,
        bank_sha256=row.bank_sha256,
        version=row.version,
        created_at=moment(row.created_at),
        changed_at=moment(row.changed_at),
        finished_at=moment(row.finished_at) if row.finished_at else None,
        fields=MappingProxyType(values),
        seqs=MappingProxyType(seqs),
    )


def read_record(
    connection: Connection, assessment_id: str, known: Record | None = None
) -> Record | None:
    """The assessment with this id; `known` itself while nothing has changed since it was read."""
    row = connection.execute(BY_ID, {"wanted": assessment_id}).first()
    if row is None:
        return None
    if known is not None and known.id == row.id and known.version == row.version:
        return known
    return record_of(row, plain_rows(field_rows(connection, assessment_id)))


def read_by_link(connection: Connection, link_hash: str) -> Record | None:
    """The assessment behind a link. The same two questions are put whether there is one or not."""
    row = connection.execute(BY_LINK, {"wanted": link_hash}).first()
    fields = field_rows(connection, row.id if row else NOBODY)
    return record_of(row, plain_rows(fields)) if row else None


def field_rows(connection: Connection, assessment_id: str) -> Sequence[AnyRow]:
    """The fields' rows of an assessment: name, value, seq, tab, turn."""
    return connection.execute(FIELDS, {"wanted": assessment_id}).all()


def plain_rows(rows: Iterable[AnyRow]) -> Iterable[tuple[str, str | None, int]]:
    """The part of fields' rows that a record holds."""
    return ((row[0], row[1], row[2]) for row in rows)


def read_snapshot(connection: Connection, assessment_id: str) -> Snapshot | None:
    """The latest snapshot of an assessment."""
    row = connection.execute(LATEST_SNAPSHOT, {"wanted": assessment_id}).first()
    return snapshot_of(row) if row else None


def snapshot_of(row: AnyRow) -> Snapshot:
    """The snapshot in a row."""
    result: dict[str, Any] = json.loads(row.result)
    fields: dict[str, Json] = json.loads(row.fields)
    return Snapshot(
        assessment_id=row.assessment_id,
        at=moment(row.at),
        version=row.seq,
        bank_sha256=row.bank_sha256,
        result=MappingProxyType(result),
        fields=MappingProxyType(fields),
    )
