"""Every row of the store that is about one assessment, whatever table it stands in.

Which tables those are is worked out from their foreign keys, so that a new one cannot be forgotten.
"""

import json
from collections.abc import Iterator
from contextlib import suppress
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, Table, func, or_, select

from storage import tables as assessments
from storage.desk import tables
from storage.records import AnyRow

JSON_IN: Final = frozenset({"value", "result", "fields", "levels", "copy", "items", "payload"})
"""Columns whose text is JSON."""
SECRET: Final = frozenset({"link_hash", "token_sha256"})
"""Columns that stay out of an export: they are made of secrets, and say nothing about anybody."""
NAMES: Final = {"audit": "who", "sign_in": "identity"}
"""Tables with rows about a consultant, and where her name stands in them."""


def owned(assessment_id: str) -> Iterator[tuple[Table, ColumnElement[bool]]]:
    """The tables with rows about an assessment, each with what chooses those rows."""
    share, call = tables.share.c, tables.call.c
    shares = select(share.id).where(share.assessment_id == assessment_id)
    ids = {
        "assessment": select(assessments.assessment.c.id).where(
            assessments.assessment.c.id == assessment_id
        ),
        "share": shares,
        "call": select(call.id).where(call.share_id.in_(shares)),
    }
    for table in assessments.metadata.sorted_tables:
        if table is assessments.assessment:
            yield table, table.c.id == assessment_id
        elif table is tables.audit:
            yield table, table.c.share_id.in_(shares)
        else:
            found = [
                key.parent.in_(ids[key.column.table.name])
                for key in table.foreign_keys
                if key.column.table.name in ids
            ]
            if found:
                yield table, or_(*found)


def counted(connection: Connection, assessment_id: str) -> dict[str, int]:
    """How many rows about an assessment there are, by table; tables without any are left out."""
    counts = {
        table.name: connection.execute(select(func.count()).select_from(table).where(mine)).scalar()
        for table, mine in owned(assessment_id)
    }
    return {name: count for name, count in counts.items() if count}


def exported(connection: Connection, assessment_id: str) -> dict[str, list[dict[str, Any]]]:
    """All those rows, by table, as JSON values in the order of their keys."""
    return {table.name: rows(connection, table, mine) for table, mine in owned(assessment_id)}


def about_consultant(connection: Connection, name: str) -> dict[str, list[dict[str, Any]]]:
    """The rows about a consultant of this name."""
    found = {}
    for each, column in NAMES.items():
        table = assessments.metadata.tables[each]
        found[each] = rows(connection, table, func.lower(table.c[column]) == name.lower())
    return {each: kept for each, kept in found.items() if kept}


def rows(connection: Connection, table: Table, mine: ColumnElement[bool]) -> list[dict[str, Any]]:
    """The chosen rows of a table as JSON values."""
    asked = select(table).where(mine).order_by(*table.primary_key.columns)
    return [_plain(row) for row in connection.execute(asked)]


def _plain(row: AnyRow) -> dict[str, Any]:
    return {name: _value(name, value) for name, value in row._mapping.items() if name not in SECRET}


def _value(name: str, value: Any) -> Any:
    if name in JSON_IN and isinstance(value, str):
        with suppress(ValueError):
            return json.loads(value)
    return value
