"""Shares between values and rows: what is written when somebody shares, and how it is read back."""

import json
from collections.abc import Iterable
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
).order_by(SHARE.at.desc(), SHARE.id)


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
        summary=_summary(row, json.loads(row.levels)),
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


def listed_of(rows: Iterable[AnyRow]) -> tuple[Listed, ...]:
    """The lines of a table; all their levels are decoded at once, which is quicker."""
    found = tuple(rows)
    levels = json.loads(f"[{','.join(row.levels for row in found)}]")
    return tuple(
        Listed(
            id=row.id,
            at=moment(row.at),
            company=row.company,
            name=row.name,
            summary=_summary(row, each),
            outcome=row.outcome,
            next_step=row.next_step,
            next_due=day_or_none(row.next_due),
            facilitated_by=row.facilitated_by,
        )
        for row, each in zip(found, levels, strict=True)
    )


def _summary(row: AnyRow, levels: dict[str, int | None]) -> Summary:
    return Summary(row.verdict, row.confidence, MappingProxyType(levels))
