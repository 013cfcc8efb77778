"""The next step that a call ends with: a row of the steps that follows the fields of its call."""

from typing import Final

from sqlalchemy import Connection, delete, insert, select, update

from storage.desk import tables
from storage.desk.steps import follow, lock_share
from storage.desk.values import Call

STEP: Final = tables.step.c
OF_STEP: Final = {"step": "text", "step_owner": "owner_label", "step_due": "due"}
"""Fields of a call and the columns of the step that they make."""


def keep_step(connection: Connection, call: Call, at: str) -> None:
    """Write, change or take away the step of this call, whose id is the call’s own.

    Without a text there is no step; one that was closed already stays.
    """
    share = lock_share(connection, call.share_id)
    mine = STEP.id == call.id
    told = {column: call.fields.get(name) for name, column in OF_STEP.items()}
    if not told["text"]:
        connection.execute(delete(tables.step).where(mine, STEP.status == "open"))
    elif connection.execute(select(STEP.id).where(mine)).scalar() is None:
        row = {"id": call.id, "share_id": call.share_id, "key": f"call {call.id}"}
        row |= {"created_at": at, "touched_at": at, "items": "[]", "status": "open"}
        row |= {"source": "call", "verdict": share.verdict}
        connection.execute(insert(tables.step), {**row, **told})
    else:
        connection.execute(update(tables.step).where(mine).values(**told, touched_at=at))
    follow(connection, call.share_id)
