"""What a store takes and gives: frozen values without a connection behind them.

Order is by `version` and `seq`, which count the changes of one assessment; times are for people.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from types import MappingProxyType
from typing import Any

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
    """How many rows were deleted, 0 when there was nothing; `delete` explains `scrubbed`.

    From `shares` on: what had been shared, and what consultants had written about it.
    """

    assessments: int = 0
    fields: int = 0
    events: int = 0
    snapshots: int = 0
    tabs: int = 0
    shares: int = 0
    calls: int = 0
    call_fields: int = 0
    call_events: int = 0
    call_tabs: int = 0
    steps: int = 0
    outbox: int = 0
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
