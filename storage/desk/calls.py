"""Calls about a share: begun, timed, and saved field by field, by one consultant or several."""

from collections.abc import Mapping
from typing import Any, Final

from sqlalchemy import Connection, func, insert, select, update

from storage.database import Database
from storage.desk import tables
from storage.desk.audit import write_down
from storage.desk.call_fields import wrong_call_field
from storage.desk.call_rows import (
    CALL,
    CHANGE_CALL,
    FIELD,
    TO_WRITE,
    read_call,
    read_calls,
    save_call,
)
from storage.desk.call_step import OF_STEP, keep_step
from storage.desk.checks import identity
from storage.desk.moments import Clock, stamp
from storage.desk.posting import post
from storage.desk.steps import NO_SHARE, lock_share
from storage.desk.values import Call, CallOutcome
from storage.faults import NotSaved
from storage.links import new_id
from storage.records import AnyRow, decoded, said
from storage.saving import Asked
from storage.values import Json, Refusal, Tab

LONGEST_KEY: Final = 100
MOST_TABS: Final = 2**31 - 1


class DeskCalls:
    """A `Calls` (which see) over a `Database`."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def open(self, share_id: str, by: str) -> Call:
        """See `Calls.open`."""
        return self._begin(share_id, identity(by), another=False)

    def another(self, share_id: str, by: str) -> Call:
        """See `Calls.another`."""
        return self._begin(share_id, identity(by), another=True)

    def _begin(self, share_id: str, who: str, *, another: bool) -> Call:
        with self._database.writing() as connection:
            lock_share(connection, share_id)
            calls = read_calls(connection, share_id)
            if calls and not (another and calls[-1].version):
                return calls[-1]
            at, number = stamp(self._clock()), calls[-1].number + 1 if calls else 1
            row = {"id": new_id(), "share_id": share_id, "number": number, "consultant": who}
            row |= {"created_at": at, "changed_at": at, "version": 0, "tabs": 0}
            connection.execute(insert(tables.call), row)
            write_down(connection, self._clock, who, "changed", share_id)
            return read_calls(connection, share_id)[-1]

    def read(self, call_id: str, known: Call | None = None) -> Call | None:
        """See `Calls.read`."""
        with self._database.reading() as connection:
            return read_call(connection, call_id, known)

    def of(self, share_id: str) -> tuple[Call, ...]:
        """See `Calls.of`."""
        with self._database.reading() as connection:
            return read_calls(connection, share_id)

    def open_tab(self, call_id: str, epoch: int | None = None) -> Tab:
        """See `Calls.open_tab`."""
        with self._database.writing() as connection:
            row = _locked(connection, call_id)
            if epoch is not None and 0 < epoch <= MOST_TABS:
                known = _known_tab(connection, call_id, epoch)
                if known is not None:
                    return known
            new = row.tabs + 1
            connection.execute(CHANGE_CALL, {"wanted": call_id, "tabs": new})
            tab = {"call_id": call_id, "epoch": new, "version": row.version}
            connection.execute(insert(tables.call_tab), tab)
            return Tab(new, row.version)

    def save(
        self,
        call_id: str,
        tab: Tab,
        changes: Mapping[str, Json],
        base: Mapping[str, int],
        key: str,
        by: str,
        *,
        stale: bool = False,
        turn: int | None = None,
        announce: Mapping[str, Any] | None = None,
    ) -> CallOutcome:
        """See `Calls.save`."""
        if not 0 < len(key) <= LONGEST_KEY:
            raise ValueError(f"key has {len(key)} characters; 1 to {LONGEST_KEY} are allowed")
        who = identity(by)
        valid, refused = _checked(changes)
        asked = Asked(call_id, tab, valid, base, f"save {key}", stale, turn or 0, refused)
        with self._database.writing() as connection:
            row, at = _locked(connection, call_id), stamp(self._clock())
            outcome, changed = save_call(connection, asked, row, who, at)
            if changed - {"place"}:
                write_down(connection, self._clock, who, "changed", row.share_id)
            if changed & OF_STEP.keys():
                keep_step(connection, outcome.record, at)
            if "outcome" in changed:
                ended = "outcome" in outcome.record.fields
                _tell_outcome(connection, row.share_id)
                notice = announce if ended else None
                post(connection, self._clock, row.share_id, "outcome", notice)
        return outcome

    def start_clock(self, call_id: str, by: str, *, again: bool = False) -> Call:
        """See `Calls.start_clock`."""
        who = identity(by)
        with self._database.writing() as connection:
            row = _locked(connection, call_id)
            if row.started_at is None or again:
                started = {"wanted": call_id, "started_at": stamp(self._clock())}
                connection.execute(CHANGE_CALL, started)
                write_down(connection, self._clock, who, "changed", row.share_id)
            call = read_call(connection, call_id)
        assert call is not None
        return call


def _locked(connection: Connection, call_id: str) -> AnyRow:
    row = connection.execute(TO_WRITE, {"wanted": call_id}).first()
    if row is None:
        raise NotSaved("deleted", *NO_SHARE)
    return row


def _known_tab(connection: Connection, call_id: str, epoch: int) -> Tab | None:
    tab = tables.call_tab.c
    mine = (tab.call_id == call_id) & (tab.epoch == epoch)
    version = connection.execute(select(tab.version).where(mine)).scalar()
    if version is None:
        return None
    written = (FIELD.call_id == call_id) & (FIELD.tab == epoch)
    turn = connection.execute(select(func.max(FIELD.turn)).where(written)).scalar()
    return Tab(epoch, version, turn or 0)


def _tell_outcome(connection: Connection, share_id: str) -> None:
    """Let the share's row say the outcome of the latest call that has one."""
    of_share = (CALL.share_id == share_id) & (FIELD.name == "outcome") & FIELD.value.is_not(None)
    joined = select(FIELD.value).join_from(tables.call_field, tables.call).where(of_share)
    latest = connection.execute(joined.order_by(CALL.number.desc()).limit(1)).scalar()
    mine = update(tables.share).where(tables.share.c.id == share_id)
    connection.execute(mine.values(outcome=decoded(latest)))


def _checked(changes: Mapping[str, Json]) -> tuple[dict[str, Json], tuple[Refusal, ...]]:
    """The changes that a call can hold, as they are kept, and what is said of the others."""
    valid: dict[str, Json] = {}
    refused = []
    for name, value in changes.items():
        kept = said(value)
        message = wrong_call_field(name, kept)
        if message is None:
            valid[name] = kept
        else:
            refused.append(Refusal(name, message))
    return valid, tuple(refused)
