"""One save: what becomes of each change, and the rows that say so.

Everything here runs inside one transaction that nobody else can write beside.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Connection, bindparam, insert, select, update

from storage import tables
from storage.faults import NotSaved
from storage.records import (
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
ADD_EVENTS: Final = insert(tables.event)
ADD_FIELDS: Final = insert(tables.field)
MINE: Final = (tables.field.c.assessment_id == bindparam("wanted")) & (
    tables.field.c.name == bindparam("named")
)
AS_KEPT: Final = (tables.field.c.name, tables.field.c.value, tables.field.c.seq)
KEEP_NEW: Final = ADD_FIELDS.returning(*AS_KEPT)
KEEP_CHANGED: Final = update(tables.field).where(MINE).returning(*AS_KEPT)
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
    stored = {field.name: field for field in field_rows(connection, asked.id)}
    fields: dict[str, AnyRow] = {**stored}
    if before or not asked.changes:
        return _outcome(asked, before, row, fields)
    written = tuple(decide(asked, stored, row.version))
    at = now()
    connection.execute(ADD_EVENTS, [_event(asked, one, at) for one in written])
    fields |= {kept.name: kept for kept in _keep(connection, asked, written, stored)}
    moved = {"wanted": asked.id, "version": written[-1].seq, "changed_at": at}
    row = connection.execute(CHANGE_ASSESSMENT, moved).one()
    return _outcome(asked, written, row, fields)


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


def _event(asked: Asked, one: Written, at: str) -> dict[str, Any]:
    said = {"assessment_id": asked.id, "key": asked.key, "tab": asked.tab.epoch, "at": at}
    return {**said, "name": one.name, "kind": one.kind, "value": one.value, "seq": one.seq}


def _keep(
    connection: Connection,
    asked: Asked,
    written: Iterable[Written],
    stored: Mapping[str, AnyRow],
) -> Iterator[AnyRow]:
    """Write the fields that are to be saved; each as the database says it is kept now."""
    saved = [one for one in written if one.kind == "saved"]
    by = {"tab": asked.tab.epoch, "turn": asked.turn}
    new = [
        {"assessment_id": asked.id, "name": one.name, "value": one.value, "seq": one.seq, **by}
        for one in saved
        if one.name not in stored
    ]
    if new:
        yield from connection.execute(KEEP_NEW, new)
    for one in saved:
        if one.name in stored:
            changed = {"value": one.value, "seq": one.seq, **by}
            mine = {"wanted": asked.id, "named": one.name}
            yield connection.execute(KEEP_CHANGED, {**mine, **changed}).one()


def _outcome(
    asked: Asked, written: Iterable[Written], row: AnyRow, fields: Mapping[str, AnyRow]
) -> Outcome:
    record = record_of(row, plain_rows(fields.values()))
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
