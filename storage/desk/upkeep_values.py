"""What the audit log, the sign-ins, the outbox and the retention give: frozen values."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final

RESPONDENT: Final = "respondent"
"""Who did what the respondent did, in the audit log."""
RETENTION: Final = "retention"
"""Who deleted what had been kept for long enough, in the audit log."""
DEEDS: Final = (
    "opened",
    "changed",
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
class Retained:
    """How many of each were deleted because they had been kept for long enough."""

    unshared: int = 0
    shared: int = 0
    sign_ins: int = 0
    attempts: int = 0
    outbox: int = 0
    scrubbed: bool = True
