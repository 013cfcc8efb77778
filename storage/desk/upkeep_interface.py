"""What the desk of every store does behind the pages: the log, sign-ins, the outbox, the retention.

Faults and names are as `storage.desk.interface` says.
"""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any, Protocol

from storage.desk.upkeep_values import AuditEntry, Corrected, Delivery, Found, Retained, SignIn
from storage.values import Deleted


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

    def knock(self, account: str, address: str, browser: str = "") -> float:
        """Seconds to wait before this account may be tried from this address.

        A `browser` that has signed in to the account before waits for its own failures alone.
        With 0.0 the try counts as failed from now on, until `begin` says otherwise; so call this
        before looking at the passphrase, and do not look at it unless it says 0.0.
        """
        ...

    def begin(
        self,
        name: str,
        lasting: timedelta,
        *,
        under: str | None = None,
        account: str | None = None,
        address: str = "",
        browser: str = "",
    ) -> str:
        """Sign a consultant in; the new token for the cookie, which cannot be read back.

        `under` names the setting that let her in, at most 64 characters; `who` gives it back.
        With the `account` and `address` of the `knock` before, that try has not failed, and the
        random name `browser`, if any, is known for the account from now on.
        """
        ...

    def spend(self, proof: str) -> bool:
        """Use up what another has proven of somebody; false if it was used within the hour."""
        ...

    def who(self, token: str) -> SignIn | None:
        """Who holds this token; `None` if it is wrong, has ended or has expired."""
        ...

    def refuse(self, name: str) -> None:
        """Note that somebody was not let in; `name` is what was tried, cleaned if need be."""
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


class Persons(Protocol):
    """What a person may ask of who runs this: what is kept about her, a copy, a correction, an end.

    For commands on the machine alone: no page and no route calls any of it.
    """

    def find(self, asked: str) -> tuple[Found, ...]:
        """Her assessments, by an e-mail address, a private link or its token, or an id."""
        ...

    def export(self, assessment_id: str) -> dict[str, Any] | None:
        """Every row about an assessment, by table, as JSON values; `None` if it is not there.

        With what the audit log says about its share. The hash of the private link stays out.
        """
        ...

    def as_consultant(self, name: str) -> dict[str, list[dict[str, Any]]]:
        """The rows about a consultant herself: lines of the audit log, and sign-ins."""
        ...

    def correct(self, assessment_id: str, changes: Mapping[str, str]) -> Corrected:
        """Change *name*, *email* or *company* of what she shared, everywhere it stands by itself.

        The audit log says that it was done. What a consultant wrote in her own words stays.
        """
        ...

    def erase(self, assessment_id: str) -> Deleted:
        """Delete everything about an assessment, as the page of deleting does."""
        ...
