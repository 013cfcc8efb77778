"""What every store can do, and the values it takes and gives; SQLite and PostgreSQL do the same.

A store keeps an assessment as flat fields (`storage.fields` names them). Each change has a
sequence number within its assessment; order is by that number, never by the clock.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from types import MappingProxyType
from typing import Any, Protocol

from bank.model import Bank
from storage.faults import NotRead, NotSaved, StoreFault, StoreRefused

__all__ = [
    "Conflict",
    "Deleted",
    "Health",
    "Json",
    "NotRead",
    "NotSaved",
    "Outcome",
    "Probe",
    "Record",
    "Refusal",
    "Snapshot",
    "Started",
    "Store",
    "StoreFault",
    "StoreRefused",
    "Tab",
]

Json = bool | int | float | str | list[str] | None
"""The value of a field. `None` clears it; an empty text or list is the same as `None`."""


@dataclass(frozen=True, slots=True)
class Record:
    """An assessment as it was read back from the store. Times are UTC.

    `version` is the number of the latest change. `fields` holds what is answered; `seqs` the
    number of the latest change of every field ever written, cleared ones included.
    """

    id: str
    bank_sha256: str
    version: int
    created_at: datetime
    changed_at: datetime
    finished_at: datetime | None
    fields: Mapping[str, Json] = field(repr=False)
    seqs: Mapping[str, int] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Refusal:
    """A change that was not kept because the bank does not allow it; `message` is for people."""

    name: str
    message: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Started:
    """A new assessment. `token` goes into its private link and cannot be read back later."""

    token: str = field(repr=False)
    record: Record
    refused: tuple[Refusal, ...] = ()


@dataclass(frozen=True, slots=True)
class Tab:
    """One browser tab. `epoch` (1, 2, …) belongs into its address, so that it survives a reload.

    `version` is the assessment's version when the tab was first opened. `turn` is the highest
    turn this tab has saved with; a new session of the tab counts on from there.
    """

    epoch: int
    version: int
    turn: int = 0


@dataclass(frozen=True, slots=True)
class Conflict:
    """An old widget's value that gave way to one saved later by another tab; both are kept.

    `value` is what the widget held, `stored` what counts, `seq` the number of the latter.
    """

    name: str
    value: Json = field(repr=False)
    stored: Json = field(repr=False)
    seq: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a save. `record` was read back from the store.

    `saved` gives, for each field that is stored as asked, the `base` to name in the next save.
    `late` lists fields for which a later turn of the same tab had already been saved.
    """

    record: Record
    saved: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    conflicts: tuple[Conflict, ...] = ()
    refused: tuple[Refusal, ...] = ()
    late: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A finished result with the answers and the bank it came from; it never changes."""

    assessment_id: str
    at: datetime
    version: int
    bank_sha256: str
    result: Mapping[str, Any] = field(repr=False)
    fields: Mapping[str, Json] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Deleted:
    """How many rows were deleted, 0 when there was nothing; `delete` explains `scrubbed`."""

    assessments: int = 0
    fields: int = 0
    events: int = 0
    snapshots: int = 0
    tabs: int = 0
    scrubbed: bool = True


@dataclass(frozen=True, slots=True)
class Probe:
    """One thing looked at by `health`, whether it is well, and a sentence for the operator."""

    name: str
    ok: bool
    words: str


@dataclass(frozen=True, slots=True)
class Health:
    """Whether the store works right now; `probes` names what was looked at."""

    probes: tuple[Probe, ...]

    @property
    def ok(self) -> bool:
        """Whether every probe is well."""
        return all(probe.ok for probe in self.probes)


class Store(Protocol):
    """A place that keeps assessments. Every method is safe to call from any thread.

    A method that writes raises `NotSaved` unless all of it is committed; one that only reads
    raises `NotRead`. None waits longer than the limit given at opening (5 s by default).
    """

    def start(
        self, bank_text: bytes, bank: Bank, fields: Mapping[str, Json] = MappingProxyType({})
    ) -> Started:
        """A new assessment answered with `bank`, whose file is `bank_text`, holding `fields`.

        Fields that the bank does not allow are left out and come back in `refused`.
        """
        ...

    def open(self, token: str) -> Record | None:
        """The assessment behind a private link; `None` if wrong, deleted or no link at all."""
        ...

    def read(self, assessment_id: str, known: Record | None = None) -> Record | None:
        """The assessment with this id, or `None`. If `known` is still current, `known` itself."""
        ...

    def open_tab(self, assessment_id: str, epoch: int | None = None) -> Tab:
        """The tab `epoch` of an assessment; a new one if that is `None` or not known."""
        ...

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
        """Keep `changes` in one transaction; the last write of each field wins.

        Each change is checked against the assessment's bank; a refused one is not kept, the
        others are. `key` (1-100 characters) names this save: saying it again changes nothing
        and gives the outcome of the first time.

        `base` says, for each field, the number of the change this tab knew (from `seqs` or
        `saved`); without one it is the tab's `version`. With `stale`, the values come from
        widgets that may be older than this session, and a field that another tab has changed
        after its base is a conflict: kept as an event, not applied.

        `turn` counts this tab's script runs; a value of an earlier turn never replaces one of a
        later turn of the same tab, in whatever order they arrive.
        """
        ...

    def finish(
        self, assessment_id: str, result: Mapping[str, Any], *, version: int | None = None
    ) -> Snapshot:
        """Keep `result` (JSON) with the answers as they stand now; the latest one counts.

        The same result of the same answers again gives the snapshot that is there.

        With the `version` of the record that `result` was computed from, raises `NotSaved`
        with code *changed* if an answer has changed since.
        """
        ...

    def snapshot(self, assessment_id: str) -> Snapshot | None:
        """The latest finished result of an assessment, if there is one."""
        ...

    def bank_text(self, sha256: str) -> bytes:
        """The file of the bank with this digest; raises `KeyError` if no assessment used it."""
        ...

    def bank(self, sha256: str) -> Bank:
        """The bank with this digest, read once and kept.

        Raises:
            KeyError: if no assessment used it.
            BrokenBank: if this version of the program cannot read it.
        """
        ...

    def delete(self, assessment_id: str) -> Deleted:
        """Delete everything about an assessment, at once.

        `scrubbed` is false if its text may still stand in the store's files because somebody
        was reading; it is wiped at a later deletion, by `health`, or when the store is closed.
        """
        ...

    def health(self) -> Health:
        """Write, read back by a fresh connection, and look at the store's place; never raises."""
        ...

    def close(self) -> None:
        """Let go of the store's files or connections; everything afterwards raises."""
        ...
