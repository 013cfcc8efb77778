"""Shares between values and rows: what is written when somebody shares, and how it is read back."""

import json
from collections.abc import Iterable, Sequence
from operator import itemgetter
from types import MappingProxyType
from typing import Any, Final

from sqlalchemy import Connection, bindparam, select

from storage.desk import tables
from storage.desk.moments import day_or_none
from storage.desk.values import Consent, Contact, Listed, Package, Shared, Summary
from storage.records import AnyRow, moment

SHARE: Final = tables.share.c
COPY: Final = tables.share_copy.c
IN_FULL: Final = select(tables.share, COPY.consent_text, COPY.marketing_text, COPY.copy).join_from(
    tables.share, tables.share_copy
)
BY_ID: Final = IN_FULL.where(SHARE.id == bindparam("wanted"))
BY_ASSESSMENT: Final = IN_FULL.where(SHARE.assessment_id == bindparam("wanted"))
PlainRow = tuple[Any, ...]
LIST: Final = select(
    SHARE.id,
    SHARE.at,
    SHARE.company,
    SHARE.name,
    SHARE.verdict,
    SHARE.confidence,
    SHARE.levels,
    SHARE.outcome,
    SHARE.next_step,
    SHARE.next_due,
    SHARE.facilitated_by,
)
"""The columns of `Listed`; the order is made in memory, which is quicker."""


def read_shared(connection: Connection, share_id: str) -> Shared | None:
    """The share with this id."""
    row = connection.execute(BY_ID, {"wanted": share_id}).first()
    return shared_of(row) if row else None


def read_shared_of(connection: Connection, assessment_id: str) -> Shared | None:
    """What is shared of this assessment."""
    row = connection.execute(BY_ASSESSMENT, {"wanted": assessment_id}).first()
    return shared_of(row) if row else None


def share_row(package: Package) -> dict[str, Any]:
    """The columns of `share` that a package fills."""
    contact, consent, summary = package.contact, package.consent, package.summary
    return {
        "name": contact.name,
        "email": contact.email,
        "company": contact.company,
        "consent_version": consent.version,
        "marketing": consent.marketing,
        "recorded_by": consent.recorded_by,
        "notes": package.notes,
        "owners": package.owners,
        "sha256": package.sha256,
        "verdict": summary.verdict,
        "confidence": summary.confidence,
        "levels": json.dumps(dict(summary.levels)),
    }


def copy_row(package: Package) -> dict[str, Any]:
    """The columns of `share_copy` that a package fills."""
    consent = package.consent
    texts = {"consent_text": consent.text, "marketing_text": consent.marketing_text}
    return {**texts, "copy": package.copy}


def shared_of(row: AnyRow) -> Shared:
    """The share in a row."""
    package = Package(
        contact=Contact(row.name, row.email, row.company),
        consent=Consent(
            version=row.consent_version,
            text=row.consent_text,
            marketing=row.marketing,
            marketing_text=row.marketing_text,
            recorded_by=row.recorded_by,
        ),
        summary=Summary(row.verdict, row.confidence, MappingProxyType(json.loads(row.levels))),
        copy=row.copy,
        notes=row.notes,
        owners=row.owners,
    )
    return Shared(
        id=row.id,
        number=row.number,
        at=moment(row.at),
        bank_sha256=row.bank_sha256,
        sha256=row.sha256,
        package=package,
        facilitated_by=row.facilitated_by,
        outcome=row.outcome,
    )


def plain_rows(connection: Connection) -> Sequence[PlainRow]:
    """Every line as the driver gives it: half the time of SQLAlchemy's rows, and less to compare.

    All columns are text, so that nothing is left to convert.
    """
    with connection.execute(LIST) as result:
        rows: Sequence[PlainRow] = result.cursor.fetchall()
    return rows


def listed_of(rows: Iterable[PlainRow]) -> tuple[Listed, ...]:
    """The lines of a table, the newest first; all their levels are decoded at once."""
    found = sorted(rows, key=itemgetter(1, 0), reverse=True)
    levels = json.loads(f"[{','.join([row[6] for row in found])}]")
    return tuple([_line(row, each) for row, each in zip(found, levels, strict=True)])


def _line(row: PlainRow, levels: dict[str, int | None]) -> Listed:
    share_id, at, company, name, verdict, confidence, _, outcome, step, due, by = row
    summary = Summary(verdict, confidence, MappingProxyType(levels))
    day = day_or_none(due)
    return Listed(share_id, moment(at), company, name, summary, outcome, step, day, by)
