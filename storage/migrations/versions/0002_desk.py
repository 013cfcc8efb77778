"""The tables of sharing, calls and the consultant's desk; an audit log that is only added to."""

import sqlalchemy as sa
from alembic import op

from storage.words import words

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables as `storage.desk.tables` describes them."""
    _make_facilitations()
    _make_shares()
    _make_share_copies()
    _make_calls()
    _make_call_history()
    _make_steps()
    _make_outbox()
    _make_audit()
    _make_sign_ins()


def _make_facilitations() -> None:
    op.create_table(
        "facilitation",
        sa.Column("assessment_id", words(22), nullable=False),
        sa.Column("consultant", words(254), nullable=False),
        sa.Column("at", words(27), nullable=False),
        sa.Column("handed_over_at", words(27)),
        sa.PrimaryKeyConstraint("assessment_id", name="pk_facilitation"),
        _goes_with("facilitation", "assessment"),
    )


def _make_shares() -> None:
    op.create_table(
        "share",
        sa.Column("id", words(22), nullable=False),
        sa.Column("assessment_id", words(22), nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("at", words(27), nullable=False),
        sa.Column("name", words(200), nullable=False),
        sa.Column("email", words(254), nullable=False),
        sa.Column("company", words(200), nullable=False),
        sa.Column("consent_version", words(40), nullable=False),
        sa.Column("marketing", sa.Boolean, nullable=False),
        sa.Column("recorded_by", words(254)),
        sa.Column("notes", sa.Boolean, nullable=False),
        sa.Column("owners", sa.Boolean, nullable=False),
        sa.Column("bank_sha256", words(64), nullable=False),
        sa.Column("sha256", words(64), nullable=False),
        sa.Column("verdict", words(40), nullable=False),
        sa.Column("confidence", words(20), nullable=False),
        sa.Column("levels", sa.Text, nullable=False),
        sa.Column("facilitated_by", words(254)),
        sa.Column("outcome", words(20)),
        sa.Column("next_step", sa.Text),
        sa.Column("next_due", words(10)),
        sa.PrimaryKeyConstraint("id", name="pk_share"),
        sa.UniqueConstraint("assessment_id", name="uq_share_assessment_id"),
        _goes_with("share", "assessment"),
        sa.ForeignKeyConstraint(["bank_sha256"], ["bank_text.sha256"], name="fk_share_bank_sha256"),
    )


def _make_share_copies() -> None:
    op.create_table(
        "share_copy",
        sa.Column("share_id", words(22), nullable=False),
        sa.Column("consent_text", sa.Text, nullable=False),
        sa.Column("marketing_text", sa.Text, nullable=False),
        sa.Column("copy", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("share_id", name="pk_share_copy"),
        _goes_with("share_copy", "share"),
    )


def _make_calls() -> None:
    op.create_table(
        "call",
        sa.Column("id", words(22), nullable=False),
        sa.Column("share_id", words(22), nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("consultant", words(254), nullable=False),
        sa.Column("created_at", words(27), nullable=False),
        sa.Column("changed_at", words(27), nullable=False),
        sa.Column("started_at", words(27)),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("tabs", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_call"),
        sa.UniqueConstraint("share_id", "number", name="uq_call_share_id_number"),
        _goes_with("call", "share"),
    )
    op.create_table(
        "call_tab",
        sa.Column("call_id", words(22), nullable=False),
        sa.Column("epoch", sa.Integer, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("call_id", "epoch", name="pk_call_tab"),
        _goes_with("call_tab", "call"),
    )


def _make_call_history() -> None:
    op.create_table(
        "call_field",
        sa.Column("call_id", words(22), nullable=False),
        sa.Column("name", words(100), nullable=False),
        sa.Column("value", sa.Text),
        sa.Column("seq", sa.Integer, nullable=False),
        sa.Column("tab", sa.Integer, nullable=False),
        sa.Column("turn", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("call_id", "name", name="pk_call_field"),
        _goes_with("call_field", "call"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "call_event",
        sa.Column("call_id", words(22), nullable=False),
        sa.Column("seq", sa.Integer, nullable=False),
        sa.Column("key", words(110), nullable=False),
        sa.Column("name", words(100), nullable=False),
        sa.Column("kind", words(10), nullable=False),
        sa.Column("value", sa.Text),
        sa.Column("tab", sa.Integer, nullable=False),
        sa.Column("consultant", words(254), nullable=False),
        sa.Column("at", words(27), nullable=False),
        sa.PrimaryKeyConstraint("call_id", "seq", name="pk_call_event"),
        sa.UniqueConstraint("call_id", "key", "name", name="uq_call_event_call_id_key_name"),
        sa.CheckConstraint(
            "kind IN ('saved', 'same', 'conflict', 'late')", name="ck_call_event_kind"
        ),
        _goes_with("call_event", "call"),
        sqlite_with_rowid=False,
    )


def _make_steps() -> None:
    op.create_table(
        "step",
        sa.Column("id", words(22), nullable=False),
        sa.Column("share_id", words(22), nullable=False),
        sa.Column("key", words(100), nullable=False),
        sa.Column("created_at", words(27), nullable=False),
        sa.Column("touched_at", words(27), nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("items", sa.Text, nullable=False),
        sa.Column("owner_label", words(60)),
        sa.Column("due", words(10)),
        sa.Column("status", words(10), nullable=False),
        sa.Column("source", words(10), nullable=False),
        sa.Column("closing_note", sa.Text),
        sa.Column("verdict", words(40), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_step"),
        sa.UniqueConstraint("share_id", "key", name="uq_step_share_id_key"),
        sa.CheckConstraint("status IN ('open', 'done', 'dropped')", name="ck_step_status"),
        _goes_with("step", "share"),
    )


def _make_outbox() -> None:
    op.create_table(
        "outbox",
        sa.Column("id", words(22), nullable=False),
        sa.Column("share_id", words(22), nullable=False),
        sa.Column("event", words(10), nullable=False),
        sa.Column("at", words(27), nullable=False),
        sa.Column("payload", sa.Text, nullable=False),
        sa.Column("attempts", sa.Integer, nullable=False),
        sa.Column("due_at", words(27), nullable=False),
        sa.Column("done_at", words(27)),
        sa.Column("state", words(10), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_outbox"),
        sa.CheckConstraint("state IN ('waiting', 'delivered', 'failed')", name="ck_outbox_state"),
        _goes_with("outbox", "share"),
    )
    op.create_index("ix_outbox_share_id", "outbox", ["share_id"])
    op.create_index("ix_outbox_due_at", "outbox", ["due_at"])


def _make_audit() -> None:
    op.create_table(
        "audit",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("at", words(27), nullable=False),
        sa.Column("who", words(254), nullable=False),
        sa.Column("what", words(20), nullable=False),
        sa.Column("share_id", words(22)),
        sa.PrimaryKeyConstraint("id", name="pk_audit"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_audit_share_id", "audit", ["share_id"])
    said = "the audit log is only added to"
    if op.get_context().dialect.name == "postgresql":
        op.execute(
            "CREATE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS "
            f"$$ BEGIN RAISE EXCEPTION '{said}'; END $$"
        )
        op.execute(
            "CREATE TRIGGER audit_is_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON audit "
            "FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change()"
        )
        return
    for verb in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER audit_no_{verb.lower()} BEFORE {verb} ON audit "
            f"BEGIN SELECT RAISE(ABORT, '{said}'); END"
        )


def _make_sign_ins() -> None:
    op.create_table(
        "sign_in",
        sa.Column("token_sha256", words(64), nullable=False),
        sa.Column("identity", words(254), nullable=False),
        sa.Column("at", words(27), nullable=False),
        sa.Column("expires_at", words(27), nullable=False),
        sa.Column("ended_at", words(27)),
        sa.PrimaryKeyConstraint("token_sha256", name="pk_sign_in"),
    )
    op.create_table(
        "attempt",
        sa.Column("id", words(22), nullable=False),
        sa.Column("bucket", words(64), nullable=False),
        sa.Column("at", words(27), nullable=False),
        sa.Column("ok", sa.Boolean, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_attempt"),
    )
    op.create_index("ix_attempt_bucket", "attempt", ["bucket"])


def _goes_with(table: str, parent: str) -> sa.ForeignKeyConstraint:
    """A row that is deleted together with its parent's."""
    name = f"fk_{table}_{parent}_id"
    columns = ([f"{parent}_id"], [f"{parent}.id"])
    return sa.ForeignKeyConstraint(*columns, name=name, ondelete="CASCADE")
