"""The store over any SQL database: what to ask and write; `Database` says how transactions go."""

import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from hashlib import sha256
from types import MappingProxyType
from typing import Any, Final

from bank import BrokenBank
from bank.model import Bank
from storage.bank_shelf import BankShelf
from storage.database import Database
from storage.desk.making import desk_over
from storage.desk.moments import Clock, wall_clock
from storage.faults import NotRead, NotSaved
from storage.fields import check
from storage.forgetting import forget_all
from storage.links import link_hash, new_id, new_token
from storage.records import read_by_link, read_record, read_snapshot, said
from storage.saving import DELETED, Asked, save
from storage.values import Deleted, Health, Json, Outcome, Record, Refusal, Snapshot, Started, Tab
from storage.writing import add, delete_all, finish, keep_bank_text, known_tab, new_tab

LONGEST_KEY: Final = 100
"""Characters of the key that names a save."""
MOST_TABS: Final = 2**31 - 1
"""Highest epoch; an address may name any number."""
UNREADABLE_BANK: Final = (
    "This version of the program cannot read the question bank of this assessment.",
    "Use the version that it was started with.",
)


class RelationalStore:
    """A `Store` (which see) over a `Database`."""

    def __init__(
        self, database: Database, banks: Iterable[Bank] = (), clock: Clock = wall_clock
    ) -> None:
        self._database = database
        self.desk = desk_over(database, clock)
        self._banks = BankShelf(database.reading)
        for bank in banks:
            self._banks.keep(bank)

    def start(
        self, bank_text: bytes, bank: Bank, fields: Mapping[str, Json] = MappingProxyType({})
    ) -> Started:
        """See `Store.start`."""
        if sha256(bank_text).hexdigest() != bank.sha256:
            raise ValueError("bank_text is not the file that bank was read from")
        self._banks.keep(bank)
        changes, refused = _checked(fields, bank)
        token, name = new_token(), new_id()
        hashed = link_hash(token, self._database.link_key)
        with self._database.writing(bank.sha256) as connection:
            keep_bank_text(connection, bank_text, bank)
            record = add(connection, name, hashed, bank, changes)
        return Started(token, record, refused)

    def open(self, token: str) -> Record | None:
        """See `Store.open`."""
        hashed = link_hash(token, self._database.link_key)
        with self._database.reading() as connection:
            return read_by_link(connection, hashed)

    def read(self, assessment_id: str, known: Record | None = None) -> Record | None:
        """See `Store.read`."""
        with self._database.reading() as connection:
            return read_record(connection, assessment_id, known)

    def open_tab(self, assessment_id: str, epoch: int | None = None) -> Tab:
        """See `Store.open_tab`."""
        if epoch is not None and 0 < epoch <= MOST_TABS:
            with nothing_saved(), self._database.reading() as connection:
                known = known_tab(connection, assessment_id, epoch)
            if known is not None:
                return known
        with self._database.writing(assessment_id) as connection:
            return new_tab(connection, assessment_id)

    def save(
        self,
        assessment_id: str,
        tab: Tab,
        changes: Mapping[str, Json],
        base: Mapping[str, int],
        key: str,
        *,
        stale: bool = False,
        turn: int | None = None,
    ) -> Outcome:
        """See `Store.save`."""
        if not 0 < len(key) <= LONGEST_KEY:
            raise ValueError(f"key has {len(key)} characters; 1 to {LONGEST_KEY} are allowed")
        with nothing_saved():
            bank = self._banks.of_assessment(assessment_id)
        if bank is None:
            raise NotSaved("deleted", *DELETED)
        valid, refused = _checked(changes, bank)
        asked = Asked(assessment_id, tab, valid, base, f"save {key}", stale, turn or 0, refused)
        with self._database.writing(assessment_id) as connection:
            return save(connection, asked)

    def finish(
        self, assessment_id: str, result: Mapping[str, Any], *, version: int | None = None
    ) -> Snapshot:
        """See `Store.finish`."""
        text = json.dumps(dict(result), ensure_ascii=False, allow_nan=False)
        with self._database.writing(assessment_id) as connection:
            return finish(connection, assessment_id, text, version)

    def snapshot(self, assessment_id: str) -> Snapshot | None:
        """See `Store.snapshot`."""
        with self._database.reading() as connection:
            return read_snapshot(connection, assessment_id)

    def bank_text(self, sha256: str) -> bytes:
        """See `Store.bank_text`."""
        return self._banks.text(sha256)

    def bank(self, sha256: str) -> Bank:
        """See `Store.bank`."""
        return self._banks.bank(sha256)

    def delete(self, assessment_id: str) -> Deleted:
        """See `Store.delete`."""
        with self._database.writing(assessment_id) as connection:
            counts = delete_all(connection, assessment_id)
        forget_all()
        return Deleted(**counts, scrubbed=self._database.scrub())

    def health(self) -> Health:
        """See `Store.health`."""
        return self._database.health()

    def close(self) -> None:
        """See `Store.close`."""
        self._database.close()


@contextmanager
def nothing_saved() -> Iterator[None]:
    """Say that nothing was saved where a save cannot even read what it needs."""
    try:
        yield
    except NotRead as error:
        raise NotSaved(error.code, error.reason, error.advice) from error
    except BrokenBank as error:
        raise NotSaved("unsupported", *UNREADABLE_BANK) from error


def _checked(
    changes: Mapping[str, Json], bank: Bank
) -> tuple[dict[str, Json], tuple[Refusal, ...]]:
    """The changes that the bank allows, as they are kept, and what is said of the others."""
    valid: dict[str, Json] = {}
    refused = []
    for name, value in changes.items():
        kept = said(value)
        message = check(name, kept, bank)
        if message is None:
            valid[name] = kept
        else:
            refused.append(Refusal(name, message))
    return valid, tuple(refused)
