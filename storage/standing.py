"""Assessments as they stand in the store, read page by page in the order of their ids."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby
from operator import itemgetter
from typing import Final

from sqlalchemy import BindParameter, Connection, bindparam, func, select

from storage import tables
from storage.records import AnyRow

Span = tuple[str, str]
"""The ids after the first one, up to and with the second."""

_AFTER: BindParameter[str] = bindparam("after")
_LAST: BindParameter[str] = bindparam("last")
_ONE, _ALL, _KEPT = tables.assessment.c, tables.field.c, tables.snapshot.c
_LATER = tables.snapshot.alias()

NEXT: Final = select(_ONE.id).where(_ONE.id > _AFTER).order_by(_ONE.id).limit(bindparam("size"))
OPEN: Final = (
    select(_ONE.id, _ONE.bank_sha256, _ALL.name, _ALL.value)
    .join_from(tables.assessment, tables.field, _ALL.assessment_id == _ONE.id, isouter=True)
    .where(_ONE.id > _AFTER, _ONE.id <= _LAST, _ONE.finished_at.is_(None))
    .order_by(_ONE.id)
)
FINISHED: Final = (
    select(_KEPT.assessment_id, _KEPT.bank_sha256, _KEPT.fields, _KEPT.result)
    .where(
        _KEPT.assessment_id > _AFTER,
        _KEPT.assessment_id <= _LAST,
        _KEPT.seq
        == select(func.max(_LATER.c.seq))
        .where(_LATER.c.assessment_id == _KEPT.assessment_id)
        .scalar_subquery(),
    )
    .order_by(_KEPT.assessment_id)
)


@dataclass(frozen=True, slots=True)
class Standing:
    """One assessment: its id, its bank's digest, its fields and, once finished, its result.

    Fields and result are JSON text. A finished one stands as it was finished, whatever was
    changed since: that is the result somebody has.
    """

    id: str
    bank_sha256: str
    fields: str = field(repr=False)
    result: str | None = field(repr=False)


def spans(connection: Connection, size: int) -> Iterator[Span]:
    """Every assessment there is, in spans of at most `size`."""
    after = ""
    while ids := connection.execute(NEXT, {"after": after, "size": size}).scalars().all():
        yield after, ids[-1]
        after = ids[-1]


def standing(connection: Connection, span: Span) -> Iterator[Standing]:
    """The assessments of one span: those in the making first, each kind in the order of ids."""
    wanted = {"after": span[0], "last": span[1]}
    for (name, bank), rows in groupby(connection.execute(OPEN, wanted).all(), itemgetter(0, 1)):
        yield Standing(name, bank, _object(rows), None)
    for row in connection.execute(FINISHED, wanted):
        yield Standing(*row)


def _object(rows: Iterator[AnyRow]) -> str:
    """The fields in rows as one JSON object. Names need no escape: the store checks them."""
    pairs = ",".join(f'"{row[2]}":{row[3]}' for row in rows if row[3] is not None)
    return f"{{{pairs}}}"
