"""The banks that stored assessments were started with, read once and kept in memory."""

from collections import OrderedDict
from collections.abc import Callable
from contextlib import AbstractContextManager
from threading import Lock

from sqlalchemy import Connection, bindparam, select

from bank import load
from bank.model import Bank
from storage import tables

MOST_BANKS = 8
"""Banks kept in memory; each is a few megabytes."""
MOST_ASSESSMENTS = 10_000
"""Assessments whose bank is remembered, which never changes."""

BANK_OF = select(tables.assessment.c.bank_sha256).where(
    tables.assessment.c.id == bindparam("wanted")
)
TEXT_OF = select(tables.bank_text.c.text).where(tables.bank_text.c.sha256 == bindparam("wanted"))


class BankShelf:
    """Banks by their digest, and which one each assessment was started with."""

    def __init__(self, reading: Callable[[], AbstractContextManager[Connection]]) -> None:
        self._reading = reading
        self._lock = Lock()
        self._loading = Lock()
        self._banks: OrderedDict[str, Bank] = OrderedDict()
        self._used: OrderedDict[str, str] = OrderedDict()

    def keep(self, bank: Bank) -> None:
        """Remember a bank that is at hand already; the first of a digest stays."""
        with self._lock:
            self._banks.setdefault(bank.sha256, bank)
            self._banks.move_to_end(bank.sha256)
            if len(self._banks) > MOST_BANKS:
                self._banks.popitem(last=False)

    def of_assessment(self, assessment_id: str) -> Bank | None:
        """The bank of an assessment; `None` if there is no such one."""
        with self._lock:
            digest = self._used.get(assessment_id)
        if digest is None:
            with self._reading() as connection:
                digest = connection.execute(BANK_OF, {"wanted": assessment_id}).scalar()
            if digest is None:
                return None
            with self._lock:
                self._used[assessment_id] = digest
                if len(self._used) > MOST_ASSESSMENTS:
                    self._used.popitem(last=False)
        return self.bank(digest)

    def bank(self, digest: str) -> Bank:
        """The bank with this digest; raises `KeyError` or `BrokenBank`."""
        with self._lock:
            bank = self._banks.get(digest)
        return bank or self._load(digest)

    def _load(self, digest: str) -> Bank:
        """Read a bank, which takes some tenths of a second; one thread does so for all."""
        with self._loading:
            with self._lock:
                bank = self._banks.get(digest)
            if bank is None:
                bank = load(self.text(digest), f"bank {digest[:12]}")
                self.keep(bank)
            return bank

    def text(self, digest: str) -> bytes:
        """The file of the bank with this digest; raises `KeyError` if it is not stored."""
        with self._reading() as connection:
            text = connection.execute(TEXT_OF, {"wanted": digest}).scalar()
        if text is None:
            raise KeyError(digest)
        return bytes(text)
