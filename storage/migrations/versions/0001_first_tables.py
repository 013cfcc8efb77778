"""The first tables, and the row that says which store this is."""

import sqlalchemy as sa
from alembic import op

from storage.links import new_id, new_key
from storage.words import words

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables as `storage.tables` describes them."""
    _make_instance()
    _make_assessments()
    _make_fields()
    _make_events()
    _make_snapshots()


def _make_instance() -> None:
    instance = op.create_table(
        "instance",
        sa.Column("id", words(22), nullable=False),
        sa.Column("link_key", sa.LargeBinary, nullable=False),
        sa.Column("probe", words(22), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_instance"),
    )
    op.bulk_insert(instance, [{"id": new_id(), "link_key": new_key(), "probe": ""}])
    op.create_table(
        "bank_text",
        sa.Column("sha256", words(64), nullable=False),
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("version", sa.Text, nullable=False),
        sa.Column("text", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("sha256", name="pk_bank_text"),
    )


def _make_assessments() -> None:
    op.create_table(
        "assessment",
        sa.Column("id", words(22), nullable=False),
        sa.Column("link_hash", words(64), nullable=False),
        sa.Column("bank_sha256", words(64), nullable=False),
        sa.Column("created_at", words(27), nullable=False),
        sa.Column("changed_at", words(27), nullable=False),
        sa.Column("finished_at", words(27)),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("tabs", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_assessment"),
        sa.UniqueConstraint("link_hash", name="uq_assessment_link_hash"),
        _bank("assessment"),
    )
    op.create_table(
        "tab",
        sa.Column("assessment_id", words(22), nullable=False),
        sa.Column("epoch", sa.Integer, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("assessment_id", "epoch", name="pk_tab"),
        _assessment("tab"),
    )


def _make_fields() -> None:
    op.create_table(
        "field",
        sa.Column("assessment_id", words(22), nullable=False),
        sa.Column("name", words(100), nullable=False),
        sa.Column("value", sa.Text),
        sa.Column("seq", sa.Integer, nullable=False),
        sa.Column("tab", sa.Integer, nullable=False),
        sa.Column("turn", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("assessment_id", "name", name="pk_field"),
        _assessment("field"),
        sqlite_with_rowid=False,
    )


def _make_events() -> None:
    op.create_table(
        "event",
        sa.Column("assessment_id", words(22), nullable=False),
        sa.Column("seq", sa.Integer, nullable=False),
        sa.Column("key", words(110), nullable=False),
        sa.Column("name", words(100), nullable=False),
        sa.Column("kind", words(10), nullable=False),
        sa.Column("value", sa.Text),
        sa.Column("tab", sa.Integer, nullable=False),
        sa.Column("at", words(27), nullable=False),
        sa.PrimaryKeyConstraint("assessment_id", "seq", name="pk_event"),
        sa.UniqueConstraint("assessment_id", "key", "name", name="uq_event_assessment_id_key_name"),
        sa.CheckConstraint(
            "kind IN ('saved', 'same', 'conflict', 'late', 'finished')", name="ck_event_kind"
        ),
        _assessment("event"),
        sqlite_with_rowid=False,
    )


def _make_snapshots() -> None:
    op.create_table(
        "snapshot",
        sa.Column("assessment_id", words(22), nullable=False),
        sa.Column("seq", sa.Integer, nullable=False),
        sa.Column("at", words(27), nullable=False),
        sa.Column("bank_sha256", words(64), nullable=False),
        sa.Column("result", sa.Text, nullable=False),
        sa.Column("fields", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("assessment_id", "seq", name="pk_snapshot"),
        _assessment("snapshot"),
        _bank("snapshot"),
        sqlite_with_rowid=False,
    )


def _assessment(table: str) -> sa.ForeignKeyConstraint:
    name = f"fk_{table}_assessment_id"
    return sa.ForeignKeyConstraint(
        ["assessment_id"], ["assessment.id"], name=name, ondelete="CASCADE"
    )


def _bank(table: str) -> sa.ForeignKeyConstraint:
    name = f"fk_{table}_bank_sha256"
    return sa.ForeignKeyConstraint(["bank_sha256"], ["bank_text.sha256"], name=name)
