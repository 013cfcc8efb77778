"""Carrying a whole store into another, of any kind: every row as it is, counted and compared."""

from collections.abc import Iterator
from hashlib import sha256
from typing import Any, Final, NamedTuple

from sqlalchemy import Connection, Table, delete, insert, select

from storage.database import Database
from storage.faults import StoreRefused
from storage.tables import instance, metadata

AT_ONCE: Final = 500
"""Rows written with one statement."""

Row = tuple[Any, ...]


class Carried(NamedTuple):
    """A table with the number of its rows and the digest of what is in them."""

    table: str
    rows: int
    sha256: str


def move(source: Database, target: Database, *, replace: bool = False) -> tuple[Carried, ...]:
    """Copy everything in `source` into `target`, in one transaction of each; what arrived.

    The source is read as it was at one moment; others may go on writing to it. Ids, hashes, the key
    of the links, events, the audit log and the outbox stay as they are. With `replace`, what
    `target` held is deleted first.

    Raises:
        StoreRefused: if the target holds anything, or what arrived is not what was sent; nothing is
            kept of it then.
    """
    with source.reading() as read, target.writing() as write:
        if replace:
            _empty(write)
        _need_nothing_in(write)
        write.execute(delete(instance))
        sent = tuple(_carry(read, write, table) for table in metadata.sorted_tables)
        arrived = tuple(_counted(write, table) for table in metadata.sorted_tables)
        wrong = [one.table for one, two in zip(sent, arrived, strict=True) if one != two]
        if wrong:
            reason = f"What arrived is not what was sent: {', '.join(wrong)}. Nothing was kept."
            raise StoreRefused("damaged", reason, "Keep the old store, and look at both.")
        _count_on(write)
    if replace:
        target.scrub()
    return arrived


def contents(database: Database) -> tuple[Carried, ...]:
    """What is in a store, table by table."""
    with database.reading() as connection:
        return tuple(_counted(connection, table) for table in metadata.sorted_tables)


def _need_nothing_in(connection: Connection) -> None:
    for table in metadata.sorted_tables:
        if table is not instance and connection.execute(select(table).limit(1)).first():
            reason = f"The store to write into is not empty: its table {table.name} has rows."
            advice = "Name an empty database or a new file. It was left as it is."
            raise StoreRefused("unsupported", reason, advice)


def _empty(connection: Connection) -> None:
    """Delete every row; the log's too, whose triggers are away meanwhile."""
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql("ALTER TABLE audit DISABLE TRIGGER USER")
        again = ["ALTER TABLE audit ENABLE TRIGGER USER"]
    else:
        triggers = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"
        found = connection.exec_driver_sql(triggers).all()
        for name, _ in found:
            connection.exec_driver_sql(f"DROP TRIGGER {name}")
        again = [words for _, words in found]
    for table in reversed(metadata.sorted_tables):
        connection.execute(delete(table))
    for words in again:
        connection.exec_driver_sql(words)


def _some(connection: Connection, table: Table) -> Iterator[list[Row]]:
    """Every row in the order of the primary key, a few at a time."""
    asked = select(table).order_by(*table.primary_key.columns)
    result = connection.execute(asked.execution_options(yield_per=AT_ONCE))
    for part in result.partitions():
        yield [tuple(row) for row in part]


def _carry(read: Connection, write: Connection, table: Table) -> Carried:
    """Copy one table; what was sent of it."""
    names = table.columns.keys()

    def sent() -> Iterator[list[Row]]:
        for rows in _some(read, table):
            write.execute(insert(table), [dict(zip(names, row, strict=True)) for row in rows])
            yield rows

    return _moved(table, sent())


def _counted(connection: Connection, table: Table) -> Carried:
    return _moved(table, _some(connection, table))


def _moved(table: Table, parts: Iterator[list[Row]]) -> Carried:
    """Count rows, and take their digest, which is the same on every kind of database."""
    digest, count = sha256(), 0
    for rows in parts:
        count += len(rows)
        digest.update("".join(f"{row!r}\n" for row in rows).encode("utf-8", "surrogatepass"))
    return Carried(table.name, count, digest.hexdigest())


def _count_on(connection: Connection) -> None:
    """Let the numbers of the audit log go on where those that came along end."""
    if connection.dialect.name == "postgresql":
        words = "SELECT setval('audit_id_seq', (SELECT coalesce(max(id), 0) + 1 FROM audit), false)"
        connection.exec_driver_sql(words)
