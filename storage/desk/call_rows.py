"""Calls between values and rows, and one save of a call.

What becomes of each change is decided by `storage.saving`, as for answers: the last write of each
field wins, two tabs never lose each other's other fields, the same key twice changes nothing.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Any, Final

from sqlalchemy import Connection, bindparam, insert, select, update

from storage.desk import tables
from storage.desk.moments import moment_or_none
from storage.desk.values import Call, CallOutcome
from storage.records import AnyRow, decoded, moment
from storage.saving import Asked, Written, decide
from storage.values import Conflict, Json

CALL: Final = tables.call.c
FIELD: Final = tables.call_field.c
EVENT: Final = tables.call_event.c
BY_ID: Final = select(tables.call).where(CALL.id == bindparam("wanted"))
TO_WRITE: Final = BY_ID.with_for_update()
OF_SHARE: Final = (
    select(tables.call).where(CALL.share_id == bindparam("wanted")).order_by(CALL.number)
)
FIELDS: Final = select(tables.call_field).where(FIELD.call_id == bindparam("wanted"))
SAID_BEFORE: Final = (
    select(EVENT.name, EVENT.kind, EVENT.value, EVENT.seq)
    .where(EVENT.call_id == bindparam("wanted"), EVENT.key == bindparam("said"))
    .order_by(EVENT.seq)
)
ADD_EVENTS: Final = insert(tables.call_event)
ADD_FIELDS: Final = insert(tables.call_field)
CHANGE_FIELD: Final = update(tables.call_field).where(
    FIELD.call_id == bindparam("wanted"), FIELD.name == bindparam("named")
)
CHANGE_CALL: Final = update(tables.call).where(CALL.id == bindparam("wanted"))


def read_call(connection: Connection, call_id: str, known: Call | None = None) -> Call | None:
    """The call with this id; `known` itself while nothing has changed since it was read."""
    row = connection.execute(BY_ID, {"wanted": call_id}).first()
    if row is None:
        return None
    now = (row.id, row.version, moment_or_none(row.started_at))
    if known is not None and (known.id, known.version, known.started_at) == now:
        return known
    return _whole(connection, row)


def read_calls(connection: Connection, share_id: str) -> tuple[Call, ...]:
    """All calls about a share, the first one first."""
    rows = connection.execute(OF_SHARE, {"wanted": share_id}).all()
    return tuple(_whole(connection, row) for row in rows)


def _whole(connection: Connection, row: AnyRow) -> Call:
    return call_of(row, connection.execute(FIELDS, {"wanted": row.id}).all())


def call_of(row: AnyRow, fields: Sequence[AnyRow]) -> Call:
    """The call in a row and its fields' rows."""
    values: dict[str, Json] = {
        each.name: json.loads(each.value) for each in fields if each.value is not None
    }
    return Call(
        id=row.id,
        share_id=row.share_id,
        number=row.number,
        consultant=row.consultant,
        version=row.version,
        created_at=moment(row.created_at),
        changed_at=moment(row.changed_at),
        started_at=moment_or_none(row.started_at),
        fields=MappingProxyType(values),
        seqs=MappingProxyType({each.name: each.seq for each in fields}),
    )


def save_call(
    connection: Connection, asked: Asked, row: AnyRow, by: str, at: str
) -> tuple[CallOutcome, frozenset[str]]:
    """Keep what `asked` asks for; the outcome, and the names of the fields that changed now."""
    said = {"wanted": asked.id, "said": asked.key}
    before = [Written(*each) for each in connection.execute(SAID_BEFORE, said)]
    if before or not asked.changes:
        return _outcome(connection, asked, before), frozenset()
    rows = connection.execute(FIELDS, {"wanted": asked.id})
    stored: dict[str, Any] = {each.name: each for each in rows}
    written = tuple(decide(asked, stored, row.version))
    same = {"call_id": asked.id, "key": asked.key, "tab": asked.tab.epoch}
    same |= {"consultant": by, "at": at}
    connection.execute(ADD_EVENTS, [{**same, **_plain(one), "kind": one.kind} for one in written])
    saved = [one for one in written if one.kind == "saved"]
    _keep(connection, asked, saved, stored)
    moved = {"wanted": asked.id, "version": written[-1].seq, "changed_at": at}
    connection.execute(CHANGE_CALL, moved)
    return _outcome(connection, asked, written), frozenset(one.name for one in saved)


def _plain(one: Written) -> dict[str, Any]:
    return {"name": one.name, "value": one.value, "seq": one.seq}


def _keep(
    connection: Connection, asked: Asked, saved: Iterable[Written], stored: Mapping[str, Any]
) -> None:
    by = {"tab": asked.tab.epoch, "turn": asked.turn}
    for one in saved:
        if one.name in stored:
            mine = {"wanted": asked.id, "named": one.name}
            changed = {"value": one.value, "seq": one.seq, **by}
            connection.execute(CHANGE_FIELD, {**mine, **changed})
        else:
            connection.execute(ADD_FIELDS, {"call_id": asked.id, **_plain(one), **by})


def _outcome(connection: Connection, asked: Asked, written: Iterable[Written]) -> CallOutcome:
    call = read_call(connection, asked.id)
    assert call is not None
    told = tuple(written)
    conflicts = tuple(
        Conflict(one.name, decoded(one.value), call.fields.get(one.name), call.seqs[one.name])
        for one in told
        if one.kind == "conflict"
    )
    return CallOutcome(
        record=call,
        saved={one.name: one.seq for one in told if one.kind in ("saved", "same")},
        conflicts=conflicts,
        refused=asked.refused,
        late=tuple(one.name for one in told if one.kind == "late"),
    )
