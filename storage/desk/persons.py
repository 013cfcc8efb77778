"""Requests of the people whose data this is: find it, hand it over, correct it, erase it."""

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final
from urllib.parse import parse_qs, urlsplit

from sqlalchemy import Connection, func, select, update

from storage import tables as assessments
from storage.database import Database
from storage.desk import tables
from storage.desk.audit import write_down
from storage.desk.checks import wrong_contact
from storage.desk.moments import Clock, moment_or_none, stamp
from storage.desk.person_rows import about_consultant, counted, exported
from storage.desk.share_rows import copy_row, read_shared_of, share_row
from storage.desk.upkeep_values import OPERATOR, Corrected, Found
from storage.forgetting import forget_all
from storage.links import link_hash
from storage.records import moment
from storage.values import Deleted, Refusal
from storage.writing import delete_all

LINK: Final = "t"
"""Under this name a private link has its token."""
FORMAT: Final = "orr-person-1"
ASSESSMENT: Final = assessments.assessment.c
SHARE: Final = tables.share.c


class DeskPersons:
    """A `Persons` (which see) over a `Database`."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def find(self, asked: str) -> tuple[Found, ...]:
        """See `Persons.find`."""
        hashed = link_hash(token_in(asked.strip()), self._database.link_key)
        asked = storable(asked)
        hers = (
            (func.lower(SHARE.email) == asked.lower())
            | (ASSESSMENT.id == asked)
            | (SHARE.id == asked)
            | (ASSESSMENT.link_hash == hashed)
        )
        columns = (ASSESSMENT.id, ASSESSMENT.created_at, ASSESSMENT.changed_at)
        chosen = select(*columns, SHARE.id.label("share_id"), SHARE.at).where(hers)
        joined = assessments.assessment.outerjoin(tables.share)
        with self._database.reading() as connection:
            rows = connection.execute(
                chosen.select_from(joined).order_by(ASSESSMENT.created_at, ASSESSMENT.id)
            ).all()
            return tuple(
                Found(
                    row.id,
                    row.share_id,
                    moment(row.created_at),
                    moment(row.changed_at),
                    moment_or_none(row.at),
                    counted(connection, row.id),
                )
                for row in rows
            )

    def export(self, assessment_id: str) -> dict[str, Any] | None:
        """See `Persons.export`."""
        with self._database.writing() as connection:
            found = exported(connection, assessment_id)
            if not found["assessment"]:
                return None
            for share in found["share"]:
                write_down(connection, self._clock, OPERATOR, "exported", share["id"])
        return {"format": FORMAT, **found}

    def as_consultant(self, name: str) -> dict[str, list[dict[str, Any]]]:
        """See `Persons.as_consultant`."""
        with self._database.reading() as connection:
            return about_consultant(connection, storable(name))

    def correct(self, assessment_id: str, changes: Mapping[str, str]) -> Corrected:
        """See `Persons.correct`."""
        with self._database.writing() as connection:
            shared = read_shared_of(connection, assessment_id)
            if shared is None:
                return Corrected(False)
            contact = replace(shared.package.contact, **changes)
            wrong = wrong_contact(contact)
            refused = [Refusal(name, wrong[name] or "") for name in changes if wrong[name]]
            if refused:
                return Corrected(False, tuple(refused))
            copy = _with_contact(shared.package.copy, changes)
            package = replace(shared.package, contact=contact, copy=copy)
            mine = SHARE.id == shared.id
            connection.execute(update(tables.share).where(mine).values(**share_row(package)))
            copied = tables.share_copy.c.share_id == shared.id
            texts = copy_row(package)
            connection.execute(update(tables.share_copy).where(copied).values(**texts))
            if "company" in changes:
                _tell_company(connection, shared.id, changes["company"])
            write_down(connection, self._clock, OPERATOR, "corrected", shared.id)
        forget_all()
        self._database.scrub()
        return Corrected(True)

    def erase(self, assessment_id: str) -> Deleted:
        """See `Persons.erase`."""
        with self._database.writing() as connection:
            at = stamp(self._clock())
            counts = delete_all(connection, assessment_id, by=OPERATOR, at=at)
        forget_all()
        return Deleted(**counts, scrubbed=self._database.scrub())


def token_in(asked: str) -> str:
    """The token in a private link; any other text as it is."""
    try:
        named = parse_qs(urlsplit(asked).query).get(LINK, [])
    except ValueError:
        return asked
    return named[0] if named else asked


def storable(asked: str) -> str:
    """What was asked for, as a database can compare it; what no database holds is a mark."""
    return asked.strip().encode("utf-8", "replace").decode().replace("\x00", "?")


def _with_contact(copy: str, changes: Mapping[str, str]) -> str:
    """The frozen copy with the changed entries where it names who sent it; else as it is."""
    content = json.loads(copy)
    contact = content.get("contact")
    if not isinstance(contact, dict):
        return copy
    contact.update({name: text for name, text in changes.items() if name in contact})
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _tell_company(connection: Connection, share_id: str, company: str) -> None:
    """Let the outbox say the corrected company, also of what is told already."""
    outbox = tables.outbox
    mine = select(outbox.c.id, outbox.c.payload).where(outbox.c.share_id == share_id)
    for row in connection.execute(mine).all():
        payload = {**json.loads(row.payload), "company": company}
        text = json.dumps(payload, ensure_ascii=False)
        connection.execute(update(outbox).where(outbox.c.id == row.id).values(payload=text))
