"""The store over any SQL database: what to ask and write; `Database` says how transactions go."""

import json
from collections.abc import Mapping
from contextlib import AbstractContextManager
from hashlib import sha256
from types import MappingProxyType
from typing import Any, Protocol

from sqlalchemy import Connection, delete, func, insert, select, update

from bank.model import Bank
from storage import tables
from storage.bank_shelf import BankShelf
from storage.faults import NotSaved
from storage.field_names import VIEW_FIELDS
from storage.fields import check
from storage.links import link_hash, new_id, new_token
from storage.records import (
    BY_ID_TO_WRITE,
    encoded,
    field_rows,
    now,
    plain_rows,
    read_by_link,
    read_record,
    read_snapshot,
    record_of,
    said,
)
from storage.saving import ADD_EVENTS, ADD_FIELDS, CHANGE_ASSESSMENT, DELETED, Asked, save
from storage.store import Deleted, Health, Json, Outcome, Record, Refusal, Snapshot, Started, Tab

LONGEST_KEY = 100
"""Characters of the key that names a save."""
STARTING = "start"
"""The key of the events of a new assessment."""


class Database(Protocol):
    """A database with the store's tables. Its contexts raise `NotRead` and `NotSaved`."""

    link_key: bytes

    def reading(self) -> AbstractContextManager[Connection]:
        """A transaction that sees one state of the store."""
        ...

    def writing(self) -> AbstractContextManager[Connection]:
        """A transaction that nobody writes beside; left without an error, it is committed."""
        ...

    def scrub(self) -> bool:
        """Wipe deleted text from the store's files; false if that has to wait."""
        ...

    def health(self) -> Health:
        """See `Store.health`."""
        ...

    def close(self) -> None:
        """Let go of everything."""
        ...


class RelationalStore:
    """A `Store` (which see) over a `Database`."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._banks = BankShelf(database.reading)

    def start(
        self, bank_text: bytes, bank: Bank, fields: Mapping[str, Json] = MappingProxyType({})
    ) -> Started:
        """See `Store.start`."""
        if sha256(bank_text).hexdigest() != bank.sha256:
            raise ValueError("bank_text is not the file that bank was read from")
        self._banks.keep(bank)
        changes, refused = _checked(fields, bank)
        token, id = new_token(), new_id()
        hashed = link_hash(token, self._database.link_key)
        with self._database.writing() as connection:
            _keep_bank_text(connection, bank_text, bank)
            record = _add(connection, id, hashed, bank, changes)
        return Started(token, record, refused)

    def open(self, token: str) -> Record | None:
        """See `Store.open`."""
        hashed = link_hash(token, self._database.link_key)
        with self._database.reading() as connection:
            return read_by_link(connection, hashed)

    def read(self, id: str, known: Record | None = None) -> Record | None:
        """See `Store.read`."""
        with self._database.reading() as connection:
            return read_record(connection, id, known)

    def open_tab(self, id: str, epoch: int | None = None) -> Tab:
        """See `Store.open_tab`."""
        if epoch is not None:
            with self._database.reading() as connection:
                known = _known_tab(connection, id, epoch)
            if known is not None:
                return known
        with self._database.writing() as connection:
            return _new_tab(connection, id)

    def save(
        self,
        id: str,
        tab: Tab,
        changes: Mapping[str, Json],
        base: Mapping[str, int],
        key: str,
        *,
        stale: bool = False,
        turn: int | None = None,
    ) -> Outcome:
        """See `Store.save`."""
        if not 0 < len(key) <= LONGEST_KEY:
            raise ValueError(f"key has {len(key)} characters; 1 to {LONGEST_KEY} are allowed")
        bank = self._banks.of_assessment(id)
        if bank is None:
            raise NotSaved("deleted", *DELETED)
        valid, refused = _checked(changes, bank)
        asked = Asked(id, tab, valid, base, key, stale, turn or 0, refused)
        with self._database.writing() as connection:
            outcome = save(connection, asked)
        return outcome

    def finish(
        self, id: str, result: Mapping[str, Any], *, version: int | None = None
    ) -> Snapshot:
        """See `Store.finish`."""
        text = json.dumps(dict(result), ensure_ascii=False, allow_nan=False)
        with self._database.writing() as connection:
            snapshot = _finish(connection, id, text, version)
        return snapshot

    def snapshot(self, id: str) -> Snapshot | None:
        """See `Store.snapshot`."""
        with self._database.reading() as connection:
            return read_snapshot(connection, id)

    def bank_text(self, sha256: str) -> bytes:
        """See `Store.bank_text`."""
        return self._banks.text(sha256)

    def bank(self, sha256: str) -> Bank:
        """See `Store.bank`."""
        return self._banks.bank(sha256)

    def delete(self, id: str) -> Deleted:
        """See `Store.delete`."""
        with self._database.writing() as connection:
            counts = _delete(connection, id)
        return Deleted(**counts, scrubbed=self._database.scrub())

    def health(self) -> Health:
        """See `Store.health`."""
        return self._database.health()

    def close(self) -> None:
        """See `Store.close`."""
        self._database.close()


def _checked(
    changes: Mapping[str, Json], bank: Bank
) -> tuple[dict[str, Json], tuple[Refusal, ...]]:
    """The changes that the bank allows, as they are kept, and what is said of the others."""
    valid: dict[str, Json] = {}
    refused = []
    for name, value in changes.items():
        kept = said(value)
        message = check(name, kept, bank)
        if message is None:
            valid[name] = kept
        else:
            refused.append(Refusal(name, message))
    return valid, tuple(refused)


def _keep_bank_text(connection: Connection, text: bytes, bank: Bank) -> None:
    column = tables.bank_text.c.sha256
    if connection.execute(select(column).where(column == bank.sha256)).first() is None:
        row = {"sha256": bank.sha256, "id": bank.about.id, "version": bank.about.version}
        connection.execute(insert(tables.bank_text), {**row, "text": text})


def _add(
    connection: Connection, id: str, hashed: str, bank: Bank, fields: Mapping[str, Json]
) -> Record:
    at = now()
    row = {"id": id, "link_hash": hashed, "bank_sha256": bank.sha256, "tabs": 0}
    row |= {"created_at": at, "changed_at": at, "version": len(fields)}
    connection.execute(insert(tables.assessment), row)
    rows = [
        {"assessment_id": id, "name": name, "value": encoded(value), "seq": seq, "tab": 0}
        for seq, (name, value) in enumerate(fields.items(), start=1)
    ]
    if rows:
        connection.execute(ADD_FIELDS, [{**each, "turn": 0} for each in rows])
        event = {"key": STARTING, "kind": "saved", "at": at}
        connection.execute(ADD_EVENTS, [{**each, **event} for each in rows])
    record = read_record(connection, id)
    assert record is not None
    return record


def _known_tab(connection: Connection, id: str, epoch: int) -> Tab | None:
    tab, field = tables.tab.c, tables.field.c
    mine = (tab.assessment_id == id) & (tab.epoch == epoch)
    version = connection.execute(select(tab.version).where(mine)).scalar()
    if version is None:
        return None
    written = (field.assessment_id == id) & (field.tab == epoch)
    turn = connection.execute(select(func.max(field.turn)).where(written)).scalar()
    return Tab(epoch, version, turn or 0)


def _new_tab(connection: Connection, id: str) -> Tab:
    column = tables.assessment.c
    counted = (
        update(tables.assessment)
        .where(column.id == id)
        .values(tabs=column.tabs + 1)
        .returning(column.tabs, column.version)
    )
    row = connection.execute(counted).first()
    if row is None:
        raise NotSaved("deleted", *DELETED)
    new = {"assessment_id": id, "epoch": row.tabs, "version": row.version}
    connection.execute(insert(tables.tab), new)
    return Tab(row.tabs, row.version)


def _finish(connection: Connection, id: str, result: str, version: int | None) -> Snapshot:
    row = connection.execute(BY_ID_TO_WRITE, {"wanted": id}).first()
    if row is None:
        raise NotSaved("deleted", *DELETED)
    rows = [each for each in field_rows(connection, id) if each.name not in VIEW_FIELDS]
    if version is not None and any(each.seq > version for each in rows):
        reason = "An answer has changed since this result was worked out."
        raise NotSaved("changed", reason, "Work the result out again.")
    fields = dict(record_of(row, plain_rows(rows)).fields)
    at, seq = now(), row.version + 1
    event = {"assessment_id": id, "seq": seq, "key": f"finish {seq}", "name": "", "value": None}
    connection.execute(ADD_EVENTS, {**event, "kind": "finished", "tab": 0, "at": at})
    new = {"assessment_id": id, "seq": seq, "at": at, "bank_sha256": row.bank_sha256}
    new |= {"result": result, "fields": json.dumps(fields, ensure_ascii=False)}
    connection.execute(insert(tables.snapshot), new)
    moved = {"wanted": id, "version": seq, "changed_at": at, "finished_at": at}
    connection.execute(CHANGE_ASSESSMENT, moved)
    snapshot = read_snapshot(connection, id)
    assert snapshot is not None
    return snapshot


def _delete(connection: Connection, id: str) -> dict[str, int]:
    parts = {
        "fields": tables.field,
        "events": tables.event,
        "snapshots": tables.snapshot,
        "tabs": tables.tab,
    }
    counts = {
        name: connection.execute(delete(table).where(table.c.assessment_id == id)).rowcount
        for name, table in parts.items()
    }
    gone = connection.execute(delete(tables.assessment).where(tables.assessment.c.id == id))
    return {"assessments": gone.rowcount, **counts}
