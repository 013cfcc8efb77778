"""What the audit log, the sign-ins, the outbox and the retention give: frozen values."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final

from storage.values import Refusal

RESPONDENT: Final = "respondent"
"""Who did what the respondent did, in the audit log."""
RETENTION: Final = "retention"
"""Who deleted what had been kept for long enough, in the audit log."""
OPERATOR: Final = "operator"
"""Who did what was done by a command on the machine, in the audit log."""
DEEDS: Final = (
    "opened",
    "changed",
    "corrected",
    "exported",
    "deleted",
    "shared",
    "withdrawn",
    "signed_in",
    "signed_out",
    "refused",
)
"""What can be in the audit log."""


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """One line of the audit log; `number` orders it."""

    number: int
    at: datetime
    who: str
    what: str
    share_id: str | None


@dataclass(frozen=True, slots=True)
class SignIn:
    """A consultant who is signed in. `under` is what `SignIns.begin` was told."""

    identity: str
    at: datetime
    expires_at: datetime
    under: str | None = None


@dataclass(frozen=True, slots=True)
class Delivery:
    """One event for the webhook, claimed by the caller until `until`.

    `key` is its idempotency key, the same at every attempt; `attempt` counts from 1.
    """

    key: str
    event: str
    share_id: str
    at: datetime
    attempt: int
    until: datetime
    payload: Mapping[str, Any] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Found:
    """One assessment that belongs to whom was asked for; `rows` counts what is kept, by table."""

    assessment_id: str
    share_id: str | None
    started_at: datetime
    changed_at: datetime
    shared_at: datetime | None
    rows: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Corrected:
    """What became of a correction; `done` is false if there was nothing to correct or a mistake."""

    done: bool
    refused: tuple[Refusal, ...] = ()


@dataclass(frozen=True, slots=True)
class Retained:
    """How many of each were deleted because they had been kept for long enough."""

    unshared: int = 0
    shared: int = 0
    sign_ins: int = 0
    attempts: int = 0
    outbox: int = 0
    scrubbed: bool = True
