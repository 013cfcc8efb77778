"""One save: what becomes of each change, and the rows that say so.

Everything here runs inside one transaction that nobody else can write beside.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

from sqlalchemy import Connection, bindparam, insert, select, update

from storage import tables
from storage.faults import NotSaved
from storage.prepared import Prepared
from storage.records import FIELDS, WHOLE, AssessmentRow, decoded, encoded, now, record_of
from storage.values import Conflict, Json, Outcome, Refusal, Tab

Kept = tuple[str, str | None, int]
"""A field's name, its value as JSON, and the number of its latest change."""

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
CHANGE_ASSESSMENT: Final = (
    update(tables.assessment).where(tables.assessment.c.id == bindparam("wanted")).returning(*WHOLE)
)


class FieldRow(NamedTuple):
    """A field as it is stored, by whom, and at which of the tab's turns."""

    name: str
    value: str | None
    seq: int
    tab: int
    turn: int


_TO_SAVE: Final = Prepared(TO_SAVE, tuple)
_FIELDS: Final = Prepared(FIELDS, FieldRow._make)
_ADD_EVENT: Final = Prepared(ADD_EVENTS, tuple, tables.event.c.keys())
_KEEP_NEW: Final = Prepared(ADD_FIELDS.returning(*AS_KEPT), tuple, tables.field.c.keys())
_KEEP_CHANGED: Final = Prepared(
    update(tables.field).where(MINE).returning(*AS_KEPT), tuple, ("value", "seq", "tab", "turn")
)
_CHANGE_ASSESSMENT: Final = Prepared(
    CHANGE_ASSESSMENT, AssessmentRow._make, ("version", "changed_at")
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


class Written(NamedTuple):
    """What became of one change: *saved*, *same* as stored, *conflict* or *late*."""

    name: str
    kind: str
    value: str | None
    seq: int


def save(connection: Connection, asked: Asked) -> Outcome:
    """Keep what `asked` asks for; raises `NotSaved` when there is no such assessment."""
    found = _TO_SAVE.run(connection, {"wanted": asked.id, "said": asked.key})
    if not found:
        raise NotSaved("deleted", *DELETED)
    row = AssessmentRow._make(found[0][: len(WHOLE)])
    said = [Written._make(each[len(WHOLE) :]) for each in found]
    before = [each for each in said if each.kind]
    stored = {field.name: field for field in _FIELDS.run(connection, {"wanted": asked.id})}
    fields = {field.name: field[:3] for field in stored.values()}
    if before or not asked.changes:
        return _outcome(asked, before, row, fields)
    written = tuple(decide(asked, stored, row.version))
    at = now()
    for one in written:
        _ADD_EVENT.run(connection, _event(asked, one, at))
    fields |= {kept[0]: kept for kept in _keep(connection, asked, written, stored)}
    moved = {"wanted": asked.id, "version": written[-1].seq, "changed_at": at}
    (row,) = _CHANGE_ASSESSMENT.run(connection, moved)
    return _outcome(asked, written, row, fields)


def decide(asked: Asked, stored: Mapping[str, FieldRow], version: int) -> Iterator[Written]:
    """What becomes of each change; numbers go on from `version`."""
    for seq, (name, value) in enumerate(asked.changes.items(), start=version + 1):
        text = encoded(value)
        kind = _kind(asked, name, text, stored.get(name))
        yield Written(name, kind, text, seq)


def _kind(asked: Asked, name: str, text: str | None, row: FieldRow | None) -> str:
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
    stored: Mapping[str, FieldRow],
) -> Iterator[Kept]:
    """Write the fields that are to be saved; each as the database says it is kept now."""
    by = {"tab": asked.tab.epoch, "turn": asked.turn}
    for one in written:
        if one.kind != "saved":
            continue
        kept = {"value": one.value, "seq": one.seq, **by}
        if one.name in stored:
            mine = {"wanted": asked.id, "named": one.name}
            yield from _KEEP_CHANGED.run(connection, {**mine, **kept})
        else:
            mine = {"assessment_id": asked.id, "name": one.name}
            yield from _KEEP_NEW.run(connection, {**mine, **kept})


def _outcome(
    asked: Asked, written: Iterable[Written], row: AssessmentRow, fields: Mapping[str, Kept]
) -> Outcome:
    record = record_of(row, fields.values())
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
