"""How short texts stand in the tables of every kind of database."""

from typing import Any

from sqlalchemy import String, Text
from sqlalchemy.types import TypeEngine


def words(length: int) -> TypeEngine[Any]:
    """A text that the program keeps to `length` characters before it writes it.

    SQLite does not look at the length. On PostgreSQL it is a plain text in the order of its
    characters' numbers, as on SQLite, whatever language the server was set up for.
    """
    return String(length).with_variant(Text(collation="C"), "postgresql")
