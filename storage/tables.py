"""The store's tables. `migrations/` makes them; a test holds both against each other.

Times are UTC in ISO form. Order is by `seq`, which counts an assessment's changes from 1.
"""

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)

from storage.words import words

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
    }
)


def _assessment_id() -> Column[str]:
    target = ForeignKey("assessment.id", ondelete="CASCADE")
    return Column("assessment_id", words(22), target, primary_key=True)


instance = Table(
    "instance",
    metadata,
    Column("id", words(22), primary_key=True),
    Column("link_key", LargeBinary, nullable=False),
    Column("probe", words(22), nullable=False),
)
"""One row: which store this is, the key of its links, and what `health` wrote last."""

bank_text = Table(
    "bank_text",
    metadata,
    Column("sha256", words(64), primary_key=True),
    Column("id", Text, nullable=False),
    Column("version", Text, nullable=False),
    Column("text", LargeBinary, nullable=False),
)
"""The files of the banks that assessments were started with, byte for byte."""

assessment = Table(
    "assessment",
    metadata,
    Column("id", words(22), primary_key=True),
    Column("link_hash", words(64), nullable=False, unique=True),
    Column("bank_sha256", words(64), ForeignKey("bank_text.sha256"), nullable=False),
    Column("created_at", words(27), nullable=False),
    Column("changed_at", words(27), nullable=False),
    Column("finished_at", words(27)),
    Column("version", Integer, nullable=False),
    Column("tabs", Integer, nullable=False),
)
"""One row for each assessment. `version` is the latest `seq`, `tabs` the latest epoch."""

tab = Table(
    "tab",
    metadata,
    _assessment_id(),
    Column("epoch", Integer, primary_key=True, autoincrement=False),
    Column("version", Integer, nullable=False),
)
"""The tabs that were opened, with the assessment's version then."""

field = Table(
    "field",
    metadata,
    _assessment_id(),
    Column("name", words(100), primary_key=True),
    Column("value", Text),
    Column("seq", Integer, nullable=False),
    Column("tab", Integer, nullable=False),
    Column("turn", Integer, nullable=False),
    sqlite_with_rowid=False,
)
"""What counts now: JSON, or NULL for a field that was cleared; by whom, and at which `seq`."""

event = Table(
    "event",
    metadata,
    _assessment_id(),
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("key", words(110), nullable=False),
    Column("name", words(100), nullable=False),
    Column("kind", words(10), nullable=False),
    Column("value", Text),
    Column("tab", Integer, nullable=False),
    Column("at", words(27), nullable=False),
    UniqueConstraint("assessment_id", "key", "name"),
    CheckConstraint("kind IN ('saved', 'same', 'conflict', 'late', 'finished')", name="kind"),
    sqlite_with_rowid=False,
)
"""Everything that was ever sent, only added to. `key` makes a repeated save harmless."""

snapshot = Table(
    "snapshot",
    metadata,
    _assessment_id(),
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("at", words(27), nullable=False),
    Column("bank_sha256", words(64), ForeignKey("bank_text.sha256"), nullable=False),
    Column("result", Text, nullable=False),
    Column("fields", Text, nullable=False),
    sqlite_with_rowid=False,
)
"""Finished results with their answers; the highest `seq` counts."""
