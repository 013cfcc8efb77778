"""What every store can do; SQLite and PostgreSQL do the same.

A store keeps an assessment as flat fields (`storage.fields` names them). Each change has a
sequence number within its assessment; order is by that number, never by the clock.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Protocol

from bank.model import Bank
from storage.desk import Desk
from storage.values import Deleted, Health, Json, Outcome, Record, Snapshot, Started, Tab


class Store(Protocol):
    """A place that keeps assessments. Every method is safe to call from any thread.

    A method that writes raises `NotSaved` unless all of it is committed; one that only reads
    raises `NotRead`. None waits longer than the limit given at opening (5 s by default).

    `desk` is everything about sharing and the consultant's work, in the same database.
    """

    @property
    def desk(self) -> Desk:
        """Sharing, the workspace, calls, the audit log, sign-ins, the outbox, the retention."""
        ...

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
        """Delete everything about an assessment, at once, shared or not.

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
