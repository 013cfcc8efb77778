"""The tables of sharing and of the consultant's desk, beside those of the assessments.

The audit log refers to nothing, so that it outlives what it is about.
"""

from typing import Final

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    ForeignKey,
    Integer,
    Table,
    Text,
    UniqueConstraint,
)

from storage.tables import metadata
from storage.words import words

PERSON: Final = 254
"""Characters of the name of a consultant, which may be an e-mail address."""


def _key_of(table: str) -> Column[str]:
    """The id of the row that this one goes away with, as part of the primary key."""
    return Column(f"{table}_id", words(22), _parent(table), primary_key=True)


def _of(table: str, *, unique: bool | None = None, index: bool | None = None) -> Column[str]:
    """The id of the row that this one goes away with."""
    target = _parent(table)
    return Column(f"{table}_id", words(22), target, nullable=False, unique=unique, index=index)


def _parent(table: str) -> ForeignKey:
    return ForeignKey(f"{table}.id", ondelete="CASCADE")


facilitation = Table(
    "facilitation",
    metadata,
    _key_of("assessment"),
    Column("consultant", words(PERSON), nullable=False),
    Column("at", words(27), nullable=False),
    Column("handed_over_at", words(27)),
)
"""Assessments that a consultant began on a call; it opens nothing in the workspace."""

share = Table(
    "share",
    metadata,
    Column("id", words(22), primary_key=True),
    _of("assessment", unique=True),
    Column("number", Integer, nullable=False),
    Column("at", words(27), nullable=False),
    Column("name", words(200), nullable=False),
    Column("email", words(254), nullable=False),
    Column("company", words(200), nullable=False),
    Column("consent_version", words(40), nullable=False),
    Column("marketing", Boolean, nullable=False),
    Column("recorded_by", words(PERSON)),
    Column("notes", Boolean, nullable=False),
    Column("owners", Boolean, nullable=False),
    Column("bank_sha256", words(64), ForeignKey("bank_text.sha256"), nullable=False),
    Column("sha256", words(64), nullable=False),
    Column("verdict", words(40), nullable=False),
    Column("confidence", words(20), nullable=False),
    Column("levels", Text, nullable=False),
    Column("facilitated_by", words(PERSON)),
    Column("outcome", words(20)),
    Column("next_step", Text),
    Column("next_due", words(10)),
)
"""What is shared now, one row for each assessment, with all that the table on screen shows."""

share_copy = Table(
    "share_copy",
    metadata,
    _key_of("share"),
    Column("consent_text", Text, nullable=False),
    Column("marketing_text", Text, nullable=False),
    Column("copy", Text, nullable=False),
)
"""The long texts of a share, aside so that a list of shares is quick."""

call = Table(
    "call",
    metadata,
    Column("id", words(22), primary_key=True),
    _of("share"),
    Column("number", Integer, nullable=False),
    Column("consultant", words(PERSON), nullable=False),
    Column("created_at", words(27), nullable=False),
    Column("changed_at", words(27), nullable=False),
    Column("started_at", words(27)),
    Column("version", Integer, nullable=False),
    Column("tabs", Integer, nullable=False),
    UniqueConstraint("share_id", "number"),
)
"""One row for each call about a share; `version` and `tabs` count as those of an assessment."""

call_tab = Table(
    "call_tab",
    metadata,
    _key_of("call"),
    Column("epoch", Integer, primary_key=True, autoincrement=False),
    Column("version", Integer, nullable=False),
)
"""The tabs in which a call was opened."""

call_field = Table(
    "call_field",
    metadata,
    _key_of("call"),
    Column("name", words(100), primary_key=True),
    Column("value", Text),
    Column("seq", Integer, nullable=False),
    Column("tab", Integer, nullable=False),
    Column("turn", Integer, nullable=False),
    sqlite_with_rowid=False,
)
"""What counts now of a call's notes and ratings; see `storage.tables.field`."""

call_event = Table(
    "call_event",
    metadata,
    _key_of("call"),
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("key", words(110), nullable=False),
    Column("name", words(100), nullable=False),
    Column("kind", words(10), nullable=False),
    Column("value", Text),
    Column("tab", Integer, nullable=False),
    Column("consultant", words(PERSON), nullable=False),
    Column("at", words(27), nullable=False),
    UniqueConstraint("call_id", "key", "name"),
    CheckConstraint("kind IN ('saved', 'same', 'conflict', 'late')", name="kind"),
    sqlite_with_rowid=False,
)
"""Everything that was ever sent about a call, and by whom; see `storage.tables.event`."""

step = Table(
    "step",
    metadata,
    Column("id", words(22), primary_key=True),
    _of("share"),
    Column("key", words(100), nullable=False),
    Column("created_at", words(27), nullable=False),
    Column("touched_at", words(27), nullable=False),
    Column("text", Text, nullable=False),
    Column("items", Text, nullable=False),
    Column("owner_label", words(60)),
    Column("due", words(10)),
    Column("status", words(10), nullable=False),
    Column("source", words(10), nullable=False),
    Column("closing_note", Text),
    Column("verdict", words(40), nullable=False),
    UniqueConstraint("share_id", "key"),
    CheckConstraint("status IN ('open', 'done', 'dropped')", name="status"),
)
"""Next steps. `verdict` is the one at the time when the step was written down."""

outbox = Table(
    "outbox",
    metadata,
    Column("id", words(22), primary_key=True),
    _of("share", index=True),
    Column("event", words(10), nullable=False),
    Column("at", words(27), nullable=False),
    Column("payload", Text, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("due_at", words(27), nullable=False, index=True),
    Column("done_at", words(27)),
    Column("state", words(10), nullable=False),
    CheckConstraint("state IN ('waiting', 'delivered', 'failed')", name="state"),
)
"""What is to be told to the webhook. `id` is the idempotency key; a claimed row is due later."""

audit = Table(
    "audit",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("at", words(27), nullable=False),
    Column("who", words(PERSON), nullable=False),
    Column("what", words(20), nullable=False),
    Column("share_id", words(22), index=True),
    sqlite_autoincrement=True,
)
"""Who did what to which share, and no content. Triggers refuse any change and any deletion."""

sign_in = Table(
    "sign_in",
    metadata,
    Column("token_sha256", words(64), primary_key=True),
    Column("identity", words(PERSON), nullable=False),
    Column("at", words(27), nullable=False),
    Column("expires_at", words(27), nullable=False),
    Column("ended_at", words(27)),
    Column("under", words(64)),
)
"""Sign-ins of consultants, under the SHA-256 of what their cookie holds."""

attempt = Table(
    "attempt",
    metadata,
    Column("id", words(22), primary_key=True),
    Column("bucket", words(64), nullable=False, index=True),
    Column("at", words(27), nullable=False),
    Column("ok", Boolean, nullable=False),
)
"""Tries to sign in, under keyed hashes of the account, of the address, and of both together."""
