"""Which bank an answer file was answered with: an assessment keeps its bank.

Choosing only; reading bank files is the caller's part.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bank.model import Bank

Released = Callable[[], Sequence[Bank]]
"""Gives the released banks when they are needed, which is when a file names another bank."""


@dataclass(frozen=True, slots=True)
class NamedBank:
    """What an answer file says about its bank: the digest of the bank file, or id and version."""

    id: str | None = None
    version: str | None = None
    sha256: str | None = None

    def fits(self, bank: Bank) -> bool:
        """Whether `bank` is the one that is meant; the digest decides when there is one."""
        if self.sha256 is not None:
            return bank.sha256 == self.sha256
        return (bank.about.id, bank.about.version) == (self.id, self.version)

    def why_unknown(self) -> str:
        """One sentence for the owner of a file whose bank is not known, and what to do."""
        name = " ".join(part for part in ("bank", self.id, self.version) if part)
        digest = f" (sha256 {self.sha256[:12]}…)" if self.sha256 else ""
        return (
            f"this file was answered with {name}{digest}, which is not known here;"
            " put that bank's file into the folder released_banks"
        )


def no_released_banks() -> Sequence[Bank]:
    """For callers that know the current bank only."""
    return ()


@dataclass(frozen=True, slots=True)
class KnownBanks:
    """The bank in use and those that were in use before it."""

    current: Bank
    released: Released = no_released_banks

    def choose(self, named: NamedBank) -> Bank | None:
        """The bank that `named` means: the current one, else a released one, else `None`."""
        if named.fits(self.current):
            return self.current
        return next((bank for bank in self.released() if named.fits(bank)), None)
