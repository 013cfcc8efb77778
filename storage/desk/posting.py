"""Putting an event into the outbox, in the transaction of the event itself."""

import json
from collections.abc import Mapping
from typing import Any, Final

from sqlalchemy import Connection, delete, insert

from storage.desk import tables
from storage.desk.moments import Clock, stamp
from storage.links import new_id

MOST_PAYLOAD: Final = 100_000
"""Characters of what is told to the webhook about one event."""


def post(
    connection: Connection,
    clock: Clock,
    share_id: str,
    event: str,
    payload: Mapping[str, Any] | None,
) -> None:
    """Let `payload` be delivered; it takes the place of an older one not delivered yet.

    With `None` nothing is posted, but what is not delivered yet does not count any more either.
    """
    column = tables.outbox.c
    older = (column.share_id == share_id) & (column.event == event) & (column.state != "delivered")
    connection.execute(delete(tables.outbox).where(older))
    if payload is None:
        return
    text = json.dumps(dict(payload), ensure_ascii=False, allow_nan=False)
    if len(text) > MOST_PAYLOAD:
        raise ValueError(f"a payload has at most {MOST_PAYLOAD} characters")
    at = stamp(clock())
    row = {"id": new_id(), "share_id": share_id, "event": event, "payload": text}
    row |= {"at": at, "due_at": at, "state": "waiting"}
    connection.execute(insert(tables.outbox), {**row, "attempts": 0})
