"""What the consultant's desk takes and gives: frozen values without a connection behind them.

None of them names an assessment: the workspace knows shares, and nothing that was not shared.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from hashlib import sha256
from types import MappingProxyType
from typing import Final

from storage.values import Conflict, Json, Refusal

OUTCOMES: Final = ("self_serve", "review_agreed", "follow_up", "refer_elsewhere", "not_now")
"""How a call can end."""
PAIRS: Final = ("owner", "process", "budget", "review", "trigger")
"""The five pairs of an answer and its evidence that a consultant rates (docs/method.md 3.8)."""


@dataclass(frozen=True, slots=True)
class Contact:
    """Who shares. Asked for on the page of sharing, and only there."""

    name: str = field(repr=False)
    email: str = field(repr=False)
    company: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Consent:
    """The words agreed to, and the answer to the separate box about marketing.

    `recorded_by` is the consultant who wrote down a consent that was given on a call; only for an
    assessment that this consultant began.
    """

    version: str
    text: str = field(repr=False)
    marketing: bool = False
    marketing_text: str = field(default="", repr=False)
    recorded_by: str | None = None


@dataclass(frozen=True, slots=True)
class Summary:
    """What the table of shares shows of a result; levels 1 to 5 by dimension, or `None`."""

    verdict: str
    confidence: str
    levels: Mapping[str, int | None]


@dataclass(frozen=True, slots=True)
class Package:
    """Everything that sharing sends. `copy` is a JSON object as text, kept as it is.

    `notes` and `owners` say whether the respondent ticked those parts.
    """

    contact: Contact
    consent: Consent
    summary: Summary
    copy: str = field(repr=False)
    notes: bool = False
    owners: bool = False

    @property
    def sha256(self) -> str:
        """The digest of everything in it: the preview shows it all, and this proves it was that."""
        whole = {
            "contact": [self.contact.name, self.contact.email, self.contact.company],
            "consent": [self.consent.version, self.consent.text, self.consent.recorded_by],
            "marketing": [self.consent.marketing, self.consent.marketing_text],
            "summary": [self.summary.verdict, self.summary.confidence, dict(self.summary.levels)],
            "parts": {"notes": self.notes, "owners": self.owners},
            "copy": self.copy,
        }
        text = json.dumps(whole, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True, slots=True)
class Shared:
    """One share in full, as it was stored. `number` counts how often its respondent has shared."""

    id: str
    number: int
    at: datetime
    bank_sha256: str
    sha256: str
    package: Package
    facilitated_by: str | None
    outcome: str | None

    @property
    def is_as_shown(self) -> bool:
        """Whether what is stored has the digest of what the respondent saw."""
        return self.package.sha256 == self.sha256


@dataclass(frozen=True, slots=True)
class Sent:
    """What became of sharing: stored, or refused with a message for each entry to put right."""

    shared: Shared | None
    refused: tuple[Refusal, ...] = ()


@dataclass(frozen=True, slots=True)
class Facilitation:
    """That a consultant began this assessment on a call, and whether its link was handed over."""

    consultant: str
    at: datetime
    handed_over_at: datetime | None


@dataclass(frozen=True, slots=True)
class Listed:
    """One line of the table of shares. `next_step` is the open step that is due first."""

    id: str
    at: datetime
    company: str = field(repr=False)
    name: str = field(repr=False)
    summary: Summary
    outcome: str | None
    next_step: str | None = field(repr=False)
    next_due: date | None
    facilitated_by: str | None


@dataclass(frozen=True, slots=True)
class Call:
    """A call as it was read back: `fields` and `seqs` as in `storage.Record`.

    `started_at` is when its clock was started, `None` before. `consultant` opened it first.
    """

    id: str
    share_id: str
    number: int
    consultant: str
    version: int
    created_at: datetime
    changed_at: datetime
    started_at: datetime | None
    fields: Mapping[str, Json] = field(repr=False)
    seqs: Mapping[str, int] = field(repr=False)


@dataclass(frozen=True, slots=True)
class CallOutcome:
    """What became of a save; `record` is the call, the rest as in `storage.Outcome`."""

    record: Call
    saved: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    conflicts: tuple[Conflict, ...] = ()
    refused: tuple[Refusal, ...] = ()
    late: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """A next step. `status` is *open*, *done* or *dropped*; `source` *prospect*, *call* or
    *consultant*; `verdict` the one when it was written down.
    """

    id: str
    share_id: str
    company: str = field(repr=False)
    created_at: datetime
    touched_at: datetime
    text: str = field(repr=False)
    items: tuple[str, ...]
    owner_label: str | None = field(repr=False)
    due: date | None
    status: str
    source: str
    closing_note: str | None = field(repr=False)
    verdict: str


@dataclass(frozen=True, slots=True)
class StepOutcome:
    """What became of writing a step: as it is stored now, and what was not kept of it.

    `step` is `None` when a new one was refused.
    """

    step: Step | None
    refused: tuple[Refusal, ...] = ()


@dataclass(frozen=True, slots=True)
class Exported:
    """Everything that the workspace holds about one share."""

    shared: Shared
    calls: tuple[Call, ...]
    steps: tuple[Step, ...]
