"""What the desk of every store can do: sharing, calls, sign-ins, and what happens behind them.

As in `storage.Store`: every method is safe to call from any thread, one that writes raises
`NotSaved` unless all of it is committed, one that only reads raises `NotRead`. `by` and `who` name
a consultant; a `ValueError` says that the text cannot be a name.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Protocol

from storage.desk.upkeep_values import AuditEntry, Delivery, Retained, SignIn
from storage.desk.values import (
    Call,
    CallOutcome,
    Exported,
    Facilitation,
    Listed,
    Package,
    Sent,
    Shared,
    Step,
    StepOutcome,
)
from storage.values import Deleted, Json, Tab


class Sharing(Protocol):
    """The respondent's side. Whoever calls this came by the private link of the assessment."""

    def share(
        self,
        assessment_id: str,
        package: Package,
        shown: str,
        *,
        version: int,
        announce: Mapping[str, Any] | None = None,
    ) -> Sent:
        """Store a frozen copy of `package`, in the place of what was shared before.

        `shown` is the `sha256` of the package that the preview was drawn from, `version` that of
        the record it was made from. Raises `NotSaved` with code *changed* if the package is not
        what was shown, or an answer has changed since. The same package again changes nothing.
        Calls and steps stay when something is shared anew. `announce` goes into the outbox.
        """
        ...

    def read(self, assessment_id: str) -> Shared | None:
        """What is shared of this assessment now."""
        ...

    def withdraw(self, assessment_id: str) -> Deleted:
        """Delete the share, its calls, notes, recap, steps and outbox rows; the answers stay."""
        ...

    def facilitate(self, assessment_id: str, consultant: str) -> Facilitation:
        """Note that a consultant began this assessment on a call; the first one stays."""
        ...

    def hand_over(self, assessment_id: str) -> Facilitation | None:
        """Note that the respondent has the private link now."""
        ...

    def facilitation(self, assessment_id: str) -> Facilitation | None:
        """Who began this assessment on a call, if somebody did."""
        ...


class Workspace(Protocol):
    """The consultant's side: what is shared now, and nothing else."""

    def listed(self) -> tuple[Listed, ...]:
        """A line for every share, the newest first."""
        ...

    def read(self, share_id: str, by: str) -> Shared | None:
        """One share in full. The audit log says so first; if it cannot, raises `NotRead`."""
        ...

    def export(self, by: str, share_id: str | None = None) -> Iterator[Exported]:
        """One share or all, with calls and steps, the oldest first; in the audit log at once."""
        ...

    def walk(self, share_id: str | None = None) -> Iterator[Exported]:
        """As `export`, for counting; what is read must not be shown one by one."""
        ...

    def delete(self, share_id: str, by: str) -> Deleted:
        """Delete the assessment behind a share with everything about it, because it was asked."""
        ...


class Calls(Protocol):
    """Calls about shares. `storage.desk.call_fields` names their fields."""

    def open(self, share_id: str, by: str) -> Call:
        """The latest call about a share, the same for every consultant; begun if there is none."""
        ...

    def another(self, share_id: str, by: str) -> Call:
        """A further call; the latest one if nothing was written about it yet."""
        ...

    def read(self, call_id: str, known: Call | None = None) -> Call | None:
        """The call with this id, or `None`. If `known` is still current, `known` itself."""
        ...

    def of(self, share_id: str) -> tuple[Call, ...]:
        """All calls about a share, the first one first."""
        ...

    def open_tab(self, call_id: str, epoch: int | None = None) -> Tab:
        """The tab `epoch` of a call; a new one if that is `None` or not known."""
        ...

    def save(
        self,
        call_id: str,
        tab: Tab,
        changes: Mapping[str, Json],
        base: Mapping[str, int],
        key: str,
        by: str,
        *,
        stale: bool = False,
        turn: int | None = None,
        announce: Mapping[str, Any] | None = None,
    ) -> CallOutcome:
        """Keep `changes` as `Store.save` does. `announce` goes into the outbox with an outcome."""
        ...

    def start_clock(self, call_id: str, by: str, *, again: bool = False) -> Call:
        """Start the clock of a call, once; with `again`, from the beginning."""
        ...


class Steps(Protocol):
    """Next steps. Their entries: *text*, *items*, *owner_label*, *due* (`2026-12-31`), *status*,
    *source*, *closing_note*.
    """

    def add(self, share_id: str, values: Mapping[str, Json], key: str, by: str) -> StepOutcome:
        """Write down a step with at least *text* and *source*; the same key adds it once."""
        ...

    def change(self, step_id: str, values: Mapping[str, Json], by: str) -> StepOutcome:
        """Change these entries of a step and leave the others; the last write of each wins."""
        ...

    def of(self, share_id: str) -> tuple[Step, ...]:
        """All steps about a share, those due first in front, those without a day last."""
        ...

    def open(self) -> tuple[Step, ...]:
        """Every open step of every share, in the same order."""
        ...


class Audit(Protocol):
    """Who did what to which share. Nothing here changes or deletes a line."""

    def write(self, who: str, what: str, share_id: str | None = None) -> None:
        """Add a line; `storage.desk.DEEDS` lists what can be said."""
        ...

    def read(
        self, *, share_id: str | None = None, before: int | None = None, most: int = 200
    ) -> tuple[AuditEntry, ...]:
        """The newest lines first, about one share or all, older than the line `before`."""
        ...


class SignIns(Protocol):
    """Sign-ins of consultants. Passphrases and allow-lists are not the store's business."""

    def knock(self, account: str, address: str) -> float:
        """Seconds to wait before this account may be tried from this address.

        With 0.0 the try counts as failed from now on, until `begin` says otherwise; so call this
        before looking at the passphrase, and do not look at it unless it says 0.0.
        """
        ...

    def begin(
        self, name: str, lasting: timedelta, *, account: str | None = None, address: str = ""
    ) -> str:
        """Sign a consultant in; the new token for the cookie, which cannot be read back.

        With the `account` and `address` of the `knock` before, that try has not failed.
        """
        ...

    def who(self, token: str) -> SignIn | None:
        """Who holds this token; `None` if it is wrong, has ended or has expired."""
        ...

    def end(self, token: str) -> bool:
        """Sign out, in every tab at once; false if nobody was signed in with this token."""
        ...

    def end_all(self, name: str) -> int:
        """End all sign-ins of a consultant; how many there were."""
        ...


class Outbox(Protocol):
    """Events for the webhook, written in the transaction of the event. One worker or several."""

    def claim(self, lease: timedelta = ...) -> Delivery | None:
        """The next event that is due, for this caller alone until the lease is over."""
        ...

    def delivered(self, delivery: Delivery) -> bool:
        """Note that it arrived; false if it was withdrawn, or claimed by another meanwhile."""
        ...

    def failed(self, delivery: Delivery) -> bool:
        """Note that it did not arrive: it is due again after a pause, or given up at last."""
        ...

    def counts(self) -> dict[str, int]:
        """How many events are *waiting*, *delivered* and *failed*."""
        ...


class Retention(Protocol):
    """Deleting what has been kept for long enough."""

    def run(self, *, unshared_days: int = ..., shared_months: int = ...) -> Retained:
        """Delete unshared assessments that have not changed for `unshared_days`, shared ones
        `shared_months` after they were last shared, and old sign-ins, tries and outbox rows.
        """
        ...


@dataclass(frozen=True, slots=True)
class Desk:
    """Everything beside the assessments themselves, over the same database."""

    sharing: Sharing
    workspace: Workspace
    calls: Calls
    steps: Steps
    audit: Audit
    sign_ins: SignIns
    outbox: Outbox
    retention: Retention
