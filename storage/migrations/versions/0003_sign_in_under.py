"""What a sign-in was made under, so that it ends when that changes; nothing for older ones."""

import sqlalchemy as sa
from alembic import op

from storage.words import words

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column as `storage.desk.tables` describes it."""
    op.add_column("sign_in", sa.Column("under", words(64)))
