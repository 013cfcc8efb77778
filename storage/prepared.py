"""Statements put into words once: for what a save does, because people wait for it.

SQLAlchemy takes longer to carry such a statement to a database than that takes to do what it says.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Generic, TypeVar

from sqlalchemy import Connection, Executable
from sqlalchemy.sql.compiler import SQLCompiler

Row = TypeVar("Row")


class Prepared(Generic[Row]):
    """A statement about texts and whole numbers, which need no conversion on the way."""

    def __init__(
        self,
        statement: Executable,
        row: Callable[[Iterable[Any]], Row],
        columns: Sequence[str] = (),
    ) -> None:
        """`row` makes a row out of its values; `columns` names those that are written."""
        self._statement = statement
        self._row = row
        self._columns = columns
        self._words: dict[str, tuple[str, tuple[str, ...]]] = {}

    def run(self, connection: Connection, values: Mapping[str, Any]) -> list[Row]:
        """Carry the statement out; its rows, if it gives any. Errors may be the driver's own."""
        kind = connection.dialect.name
        words, order = self._words.get(kind) or self._said(connection)
        raw: Any = connection.connection.driver_connection
        if kind == "sqlite":
            found = raw.execute(words, [values[name] for name in order]).fetchall()
        else:
            cursor = raw.execute(words, values)
            found = cursor.fetchall() if cursor.description else ()
        return [self._row(each) for each in found]

    def _said(self, connection: Connection) -> tuple[str, tuple[str, ...]]:
        compiled = self._statement.compile(  # type: ignore[attr-defined]
            dialect=connection.dialect, column_keys=self._columns or None
        )
        assert isinstance(compiled, SQLCompiler)
        words = compiled.string, tuple(compiled.positiontup or ())
        self._words[connection.dialect.name] = words
        return words
