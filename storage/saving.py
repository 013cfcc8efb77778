"""One save: what becomes of each change, and the rows that say so.

Everything here runs inside one transaction that nobody else can write beside.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Connection, bindparam, insert, select, update

from storage import tables
from storage.faults import NotSaved
from storage.records import (
    BY_ID,
    BY_ID_TO_WRITE,
    AnyRow,
    decoded,
    encoded,
    field_rows,
    now,
    plain_rows,
    record_of,
)
from storage.store import Conflict, Json, Outcome, Refusal, Tab

DELETED: Final = ("This assessment is not stored here any more.", "It may have been deleted.")

EVENTS_OF_KEY: Final = select(
    tables.event.c.name, tables.event.c.kind, tables.event.c.value, tables.event.c.seq
).where(
    tables.event.c.assessment_id == bindparam("wanted"), tables.event.c.key == bindparam("said")
)
ADD_EVENTS: Final = insert(tables.event)
ADD_FIELDS: Final = insert(tables.field)
CHANGE_FIELD: Final = update(tables.field).where(
    tables.field.c.assessment_id == bindparam("wanted"), tables.field.c.name == bindparam("named")
)
CHANGE_ASSESSMENT: Final = update(tables.assessment).where(
    tables.assessment.c.id == bindparam("wanted")
)


@dataclass(frozen=True, slots=True)
class Asked:
    """One call of `Store.save`, its values already checked against the bank."""

    id: str
    tab: Tab
    changes: Mapping[str, Json]
    base: Mapping[str, int]
    key: str
    stale: bool
    turn: int
    refused: tuple[Refusal, ...]


@dataclass(frozen=True, slots=True)
class Written:
    """What became of one change: *saved*, *same* as stored, *conflict* or *late*."""

    name: str
    kind: str
    value: str | None
    seq: int


def save(connection: Connection, asked: Asked) -> Outcome:
    """Keep what `asked` asks for; raises `NotSaved` when there is no such assessment."""
    row = connection.execute(BY_ID_TO_WRITE, {"wanted": asked.id}).first()
    if row is None:
        raise NotSaved("deleted", *DELETED)
    rows = field_rows(connection, asked.id)
    before = repeated(connection, asked)
    if before or not asked.changes:
        return _outcome(asked, before, row, rows)
    stored = {field.name: field for field in rows}
    written = tuple(decide(asked, stored, row.version))
    _write(connection, asked, written, stored)
    row = connection.execute(BY_ID, {"wanted": asked.id}).one()
    return _outcome(asked, written, row, field_rows(connection, asked.id))


def repeated(connection: Connection, asked: Asked) -> tuple[Written, ...]:
    """What an earlier call with the same key did; empty when this is the first."""
    named = {"wanted": asked.id, "said": asked.key}
    rows = sorted(connection.execute(EVENTS_OF_KEY, named).all(), key=lambda row: row.seq)
    return tuple(Written(row.name, row.kind, row.value, row.seq) for row in rows)


def decide(asked: Asked, stored: Mapping[str, AnyRow], version: int) -> Iterator[Written]:
    """What becomes of each change; numbers go on from `version`."""
    for seq, (name, value) in enumerate(asked.changes.items(), start=version + 1):
        text = encoded(value)
        kind = _kind(asked, name, text, stored.get(name))
        yield Written(name, kind, text, seq)


def _kind(asked: Asked, name: str, text: str | None, row: AnyRow | None) -> str:
    if text == (row.value if row else None):
        return "same"
    if row is None:
        return "saved"
    if row.tab == asked.tab.epoch:
        return "late" if 0 < asked.turn < row.turn else "saved"
    newer = row.seq > asked.base.get(name, asked.tab.version)
    return "conflict" if asked.stale and newer else "saved"


def _write(
    connection: Connection,
    asked: Asked,
    written: Sequence[Written],
    stored: Mapping[str, AnyRow],
) -> None:
    at = now()
    by = {"tab": asked.tab.epoch}
    events = [
        {"assessment_id": asked.id, "key": asked.key, "at": at, **by, **_event(one)}
        for one in written
    ]
    connection.execute(ADD_EVENTS, events)
    saved = [one for one in written if one.kind == "saved"]
    by["turn"] = asked.turn
    new = [
        {"assessment_id": asked.id, "name": one.name, "value": one.value, "seq": one.seq, **by}
        for one in saved
        if one.name not in stored
    ]
    changed = [
        {"wanted": asked.id, "named": one.name, "value": one.value, "seq": one.seq, **by}
        for one in saved
        if one.name in stored
    ]
    if new:
        connection.execute(ADD_FIELDS, new)
    if changed:
        connection.execute(CHANGE_FIELD, changed)
    moved = {"wanted": asked.id, "version": written[-1].seq, "changed_at": at}
    connection.execute(CHANGE_ASSESSMENT, moved)


def _event(one: Written) -> dict[str, Any]:
    return {"name": one.name, "kind": one.kind, "value": one.value, "seq": one.seq}


def _outcome(
    asked: Asked, written: Iterable[Written], row: AnyRow, rows: Sequence[AnyRow]
) -> Outcome:
    record = record_of(row, plain_rows(rows))
    conflicts = tuple(
        Conflict(one.name, decoded(one.value), record.fields.get(one.name), record.seqs[one.name])
        for one in written
        if one.kind == "conflict"
    )
    return Outcome(
        record=record,
        saved={one.name: one.seq for one in written if one.kind in ("saved", "same")},
        conflicts=conflicts,
        refused=asked.refused,
        late=tuple(one.name for one in written if one.kind == "late"),
    )
