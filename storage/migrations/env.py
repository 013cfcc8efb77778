"""Run by Alembic for every upgrade; `storage.migrating` brings the connection and its transaction.

One transaction holds the whole upgrade, tables included: either all of it happened or nothing.
"""

from alembic import context

from storage.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    transactional_ddl=True,
    transaction_per_migration=False,
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
