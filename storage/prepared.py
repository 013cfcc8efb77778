"""Statements put into words once: for what a save does, because people wait for it.

SQLAlchemy takes longer to carry such a statement to SQLite than SQLite takes to do what it says.
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
        self._words: tuple[str, tuple[str, ...]] | None = None

    def run(self, connection: Connection, values: Mapping[str, Any]) -> list[Row]:
        """Carry the statement out; its rows, if it gives any. Errors may be the driver's own."""
        if connection.dialect.name != "sqlite":
            result = connection.execute(self._statement, values)
            return [self._row(each) for each in result] if result.returns_rows else []
        words, order = self._words or self._said(connection)
        raw = connection.connection.driver_connection
        assert raw is not None
        found = raw.execute(words, [values[name] for name in order]).fetchall()
        return [self._row(each) for each in found]

    def _said(self, connection: Connection) -> tuple[str, tuple[str, ...]]:
        compiled = self._statement.compile(  # type: ignore[attr-defined]
            dialect=connection.dialect, column_keys=self._columns or None
        )
        assert isinstance(compiled, SQLCompiler)
        self._words = compiled.string, tuple(compiled.positiontup or ())
        return self._words
