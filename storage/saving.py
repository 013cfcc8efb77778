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
    FIELDS,
    WHOLE,
    AnyRow,
    decoded,
    encoded,
    field_rows,
    now,
    plain_rows,
    record_of,
)
from storage.values import Conflict, Json, Outcome, Refusal, Tab

DELETED: Final = ("This assessment is not stored here any more.", "It may have been deleted.")

SAID_BEFORE: Final = (tables.event.c.assessment_id == tables.assessment.c.id) & (
    tables.event.c.key == bindparam("said")
)
TO_SAVE: Final = (
    select(
        *WHOLE,
        tables.event.c.name,
        tables.event.c.kind,
        tables.event.c.value,
        tables.event.c.seq,
    )
    .select_from(tables.assessment.outerjoin(tables.event, SAID_BEFORE))
    .where(tables.assessment.c.id == bindparam("wanted"))
    .order_by(tables.event.c.seq)
    .with_for_update(of=tables.assessment)
)
"""An assessment, kept from other writers, with what an earlier call of the same key did."""
NAMED_FIELDS: Final = FIELDS.where(tables.field.c.name.in_(bindparam("named", expanding=True)))
ADD_EVENTS: Final = insert(tables.event)
ADD_FIELDS: Final = insert(tables.field)
CHANGE_FIELD: Final = update(tables.field).where(
    tables.field.c.assessment_id == bindparam("wanted"), tables.field.c.name == bindparam("named")
)
CHANGE_ASSESSMENT: Final = (
    update(tables.assessment).where(tables.assessment.c.id == bindparam("wanted")).returning(*WHOLE)
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
    found = connection.execute(TO_SAVE, {"wanted": asked.id, "said": asked.key}).all()
    if not found:
        raise NotSaved("deleted", *DELETED)
    row = found[0]
    before = [Written(each.name, each.kind, each.value, each.seq) for each in found if each.kind]
    if before or not asked.changes:
        return _outcome(asked, before, row, field_rows(connection, asked.id))
    named = {"wanted": asked.id, "named": tuple(asked.changes)}
    stored = {field.name: field for field in connection.execute(NAMED_FIELDS, named)}
    written = tuple(decide(asked, stored, row.version))
    row = _write(connection, asked, written, stored)
    return _outcome(asked, written, row, field_rows(connection, asked.id))


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
) -> AnyRow:
    """Write events, fields and the assessment, whose row it gives."""
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
    return connection.execute(CHANGE_ASSESSMENT, moved).one()


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
