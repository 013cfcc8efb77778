"""Next steps: agreed on a call or written down beside it, open until they are done or dropped."""

import json
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, Final

from sqlalchemy import Connection, insert, or_, select, update

from storage.database import Database
from storage.desk import tables
from storage.desk.audit import write_down
from storage.desk.call_fields import sorted_step
from storage.desk.checks import identity
from storage.desk.moments import Clock, day_or_none, stamp
from storage.desk.values import Step, StepOutcome
from storage.faults import NotSaved
from storage.links import new_id
from storage.records import AnyRow, moment
from storage.values import Json, Refusal

STEP: Final = tables.step.c
SHARE: Final = tables.share.c
NO_SHARE: Final = ("This is not shared here any more.", "It may have been withdrawn.")
STEPS: Final = (
    select(tables.step, SHARE.company)
    .join_from(tables.step, tables.share)
    .order_by(STEP.due.is_(None), STEP.due, STEP.created_at, STEP.id)
)
"""The ones that are due first come first, those without a day last."""
LONGEST_KEY: Final = 100


class DeskSteps:
    """A `Steps` (which see) over a `Database`."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def add(self, share_id: str, values: Mapping[str, Json], key: str, by: str) -> StepOutcome:
        """See `Steps.add`."""
        if not 0 < len(key) <= LONGEST_KEY:
            raise ValueError(f"key has {len(key)} characters; 1 to {LONGEST_KEY} are allowed")
        who = identity(by)
        kept, refused = sorted_step(values, new=True)
        needed = [Refusal(name, "a step needs this") for name in ("text", "source")]
        missing = [each for each in needed if each.name not in {*kept, *(r.name for r in refused)}]
        if refused or missing:
            return StepOutcome(None, (*refused, *missing))
        with self._database.writing() as connection:
            share = lock_share(connection, share_id)
            known = select(STEP.id).where(STEP.share_id == share_id, STEP.key == key)
            step_id = connection.execute(known).scalar()
            if step_id is None:
                step_id, at = new_id(), stamp(self._clock())
                row = {"id": step_id, "share_id": share_id, "key": key, "verdict": share.verdict}
                row |= {"created_at": at, "touched_at": at, "items": "[]", "status": "open"}
                connection.execute(insert(tables.step), {**row, **_columns(kept)})
                self._follow(connection, share_id, who)
            return StepOutcome(_read(connection, step_id))

    def change(self, step_id: str, values: Mapping[str, Json], by: str) -> StepOutcome:
        """See `Steps.change`."""
        who = identity(by)
        kept, refused = sorted_step(values, new=False)
        with self._database.writing() as connection:
            step = _read(connection, step_id)
            if step is None:
                raise NotSaved("deleted", *NO_SHARE)
            if kept:
                lock_share(connection, step.share_id)
                touched = {**_columns(kept), "touched_at": stamp(self._clock())}
                mine = update(tables.step).where(STEP.id == step_id)
                connection.execute(mine.values(**touched))
                self._follow(connection, step.share_id, who)
            return StepOutcome(_read(connection, step_id), tuple(refused))

    def _follow(self, connection: Connection, share_id: str, who: str) -> None:
        """Say in the share's row what is due next, and in the log that somebody changed it."""
        follow(connection, share_id)
        write_down(connection, self._clock, who, "changed", share_id)

    def of(self, share_id: str) -> tuple[Step, ...]:
        """See `Steps.of`."""
        with self._database.reading() as connection:
            return read_steps(connection, share_id)

    def open(
        self, due_by: date | None = None, touched_by: datetime | None = None
    ) -> tuple[Step, ...]:
        """See `Steps.open`."""
        asked = STEPS.where(STEP.status == "open")
        limits = []
        if due_by is not None:
            limits.append(STEP.due <= due_by.isoformat())
        if touched_by is not None:
            limits.append(STEP.touched_at <= stamp(touched_by))
        if limits:
            asked = asked.where(or_(*limits))
        with self._database.reading() as connection:
            return tuple(map(_step_of, connection.execute(asked)))


def follow(connection: Connection, share_id: str) -> None:
    """Let the share's row say which open step is due next."""
    mine = (STEP.share_id == share_id) & (STEP.status == "open")
    first = connection.execute(STEPS.where(mine).limit(1)).first()
    due = {"next_step": first.text, "next_due": first.due} if first else {}
    share = update(tables.share).where(SHARE.id == share_id)
    connection.execute(share.values({"next_step": None, "next_due": None} | due))


def lock_share(connection: Connection, share_id: str) -> AnyRow:
    """The share's row, kept from other writers; raises `NotSaved` when there is none."""
    mine = select(SHARE.id, SHARE.verdict).where(SHARE.id == share_id).with_for_update()
    row = connection.execute(mine).first()
    if row is None:
        raise NotSaved("deleted", *NO_SHARE)
    return row


def read_steps(connection: Connection, share_id: str) -> tuple[Step, ...]:
    """All steps about a share."""
    return tuple(map(_step_of, connection.execute(STEPS.where(STEP.share_id == share_id))))


def _read(connection: Connection, step_id: str) -> Step | None:
    row = connection.execute(STEPS.where(STEP.id == step_id)).first()
    return _step_of(row) if row else None


def _columns(values: Mapping[str, Json]) -> dict[str, Any]:
    """Checked entries of a step as they stand in its row."""
    row: dict[str, Any] = {name: None if value == "" else value for name, value in values.items()}
    if "items" in row:
        row["items"] = json.dumps(row["items"] or [])
    return row


def _step_of(row: AnyRow) -> Step:
    items: list[str] = json.loads(row.items)
    return Step(
        id=row.id,
        share_id=row.share_id,
        company=row.company,
        created_at=moment(row.created_at),
        touched_at=moment(row.touched_at),
        text=row.text,
        items=tuple(items),
        owner_label=row.owner_label,
        due=day_or_none(row.due),
        status=row.status,
        source=row.source,
        closing_note=row.closing_note,
        verdict=row.verdict,
    )
