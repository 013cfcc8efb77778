"""What the desk of every store can do: sharing, the workspace, calls and steps.

As in `storage.Store`: every method is safe to call from any thread, one that writes raises
`NotSaved` unless all of it is committed, one that only reads raises `NotRead`. `by` and `who` name
a consultant; a `ValueError` says that the text cannot be a name.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Protocol

from storage.desk.upkeep_interface import Audit, Outbox, Persons, Retention, SignIns
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
        """A line for every share, the newest first; the very same tuple while nothing changes."""
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

    def open(
        self, due_by: date | None = None, touched_by: datetime | None = None
    ) -> tuple[Step, ...]:
        """Every open step of every share, in the same order.

        With a day, a time or both: only those due by that day, or last touched by that time.
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
    persons: Persons
