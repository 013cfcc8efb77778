"""Everything written besides saves: starting, opening a tab, finishing, deleting.

All of it runs inside a transaction that nobody else can write beside.
"""

import json
from collections.abc import Mapping

from sqlalchemy import Connection, delete, func, insert, select, update

from bank.model import Bank
from storage import tables
from storage.desk.removing import remove_desk_rows
from storage.desk.tables import audit
from storage.desk.upkeep_values import RESPONDENT
from storage.faults import NotSaved
from storage.field_names import VIEW_FIELDS
from storage.records import (
    BY_ID_TO_WRITE,
    LATEST_SNAPSHOT,
    encoded,
    field_rows,
    now,
    plain_rows,
    read_record,
    read_snapshot,
    record_of,
    snapshot_of,
)
from storage.saving import ADD_EVENTS, ADD_FIELDS, CHANGE_ASSESSMENT, DELETED
from storage.values import Json, Record, Snapshot, Tab

STARTING = "start"
"""The key of the events of a new assessment."""


def keep_bank_text(connection: Connection, text: bytes, bank: Bank) -> None:
    """Keep the file of a bank, unless it is there already."""
    column = tables.bank_text.c.sha256
    if connection.execute(select(column).where(column == bank.sha256)).first() is None:
        row = {"sha256": bank.sha256, "id": bank.about.id, "version": bank.about.version}
        connection.execute(insert(tables.bank_text), {**row, "text": text})


def add(
    connection: Connection, assessment_id: str, hashed: str, bank: Bank, fields: Mapping[str, Json]
) -> Record:
    """A new assessment that holds `fields`, written by no tab (0)."""
    at = now()
    row = {"id": assessment_id, "link_hash": hashed, "bank_sha256": bank.sha256, "tabs": 0}
    row |= {"created_at": at, "changed_at": at, "version": len(fields)}
    connection.execute(insert(tables.assessment), row)
    by = {"assessment_id": assessment_id, "tab": 0}
    rows = [
        {**by, "name": name, "value": encoded(value), "seq": seq}
        for seq, (name, value) in enumerate(fields.items(), start=1)
    ]
    if rows:
        connection.execute(ADD_FIELDS, [{**each, "turn": 0} for each in rows])
        event = {"key": STARTING, "kind": "saved", "at": at}
        connection.execute(ADD_EVENTS, [{**each, **event} for each in rows])
    record = read_record(connection, assessment_id)
    assert record is not None
    return record


def known_tab(connection: Connection, assessment_id: str, epoch: int) -> Tab | None:
    """The tab as it was opened, with the highest turn that still counts."""
    tab, field = tables.tab.c, tables.field.c
    mine = (tab.assessment_id == assessment_id) & (tab.epoch == epoch)
    version = connection.execute(select(tab.version).where(mine)).scalar()
    if version is None:
        return None
    written = (field.assessment_id == assessment_id) & (field.tab == epoch)
    turn = connection.execute(select(func.max(field.turn)).where(written)).scalar()
    return Tab(epoch, version, turn or 0)


def new_tab(connection: Connection, assessment_id: str) -> Tab:
    """The next tab; raises `NotSaved` when there is no such assessment."""
    column = tables.assessment.c
    counted = (
        update(tables.assessment)
        .where(column.id == assessment_id)
        .values(tabs=column.tabs + 1)
        .returning(column.tabs, column.version)
    )
    row = connection.execute(counted).first()
    if row is None:
        raise NotSaved("deleted", *DELETED)
    new = {"assessment_id": assessment_id, "epoch": row.tabs, "version": row.version}
    connection.execute(insert(tables.tab), new)
    return Tab(row.tabs, row.version)


def finish(
    connection: Connection, assessment_id: str, result: str, version: int | None
) -> Snapshot:
    """A snapshot of the answers with `result`; raises `NotSaved` as `Store.finish` says."""
    row = connection.execute(BY_ID_TO_WRITE, {"wanted": assessment_id}).first()
    if row is None:
        raise NotSaved("deleted", *DELETED)
    rows = [each for each in field_rows(connection, assessment_id) if each.name not in VIEW_FIELDS]
    if version is not None and any(each.seq > version for each in rows):
        reason = "An answer has changed since this result was worked out."
        raise NotSaved("changed", reason, "Work the result out again.")
    fields = dict(record_of(row, plain_rows(rows)).fields)
    kept = {"result": result, "fields": json.dumps(fields, ensure_ascii=False, sort_keys=True)}
    latest = connection.execute(LATEST_SNAPSHOT, {"wanted": assessment_id}).first()
    if latest is not None and kept == {"result": latest.result, "fields": latest.fields}:
        return snapshot_of(latest)
    at, seq = now(), row.version + 1
    new = {"assessment_id": assessment_id, "seq": seq, "at": at}
    event = {"key": f"finish {seq}", "name": "", "kind": "finished", "value": None, "tab": 0}
    connection.execute(ADD_EVENTS, {**new, **event})
    connection.execute(insert(tables.snapshot), {**new, **kept, "bank_sha256": row.bank_sha256})
    moved = {"wanted": assessment_id, "version": seq, "changed_at": at, "finished_at": at}
    connection.execute(CHANGE_ASSESSMENT, moved)
    snapshot = read_snapshot(connection, assessment_id)
    assert snapshot is not None
    return snapshot


def delete_all(
    connection: Connection, assessment_id: str, *, by: str = RESPONDENT, at: str | None = None
) -> dict[str, int]:
    """Delete every row of an assessment, shared or not; how many there were of each kind.

    If it was shared, the audit log keeps that it was deleted, by whom and when.
    """
    share_id, counts = remove_desk_rows(connection, assessment_id)
    parts = {
        "fields": tables.field,
        "events": tables.event,
        "snapshots": tables.snapshot,
        "tabs": tables.tab,
    }
    for name, table in parts.items():
        mine = delete(table).where(table.c.assessment_id == assessment_id)
        counts[name] = connection.execute(mine).rowcount
    itself = delete(tables.assessment).where(tables.assessment.c.id == assessment_id)
    counts["assessments"] = connection.execute(itself).rowcount
    if share_id is not None:
        said = {"at": at or now(), "who": by, "what": "deleted", "share_id": share_id}
        connection.execute(insert(audit), said)
    return counts
