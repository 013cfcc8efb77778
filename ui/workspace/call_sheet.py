"""A call open in one browser tab: saved field by field, as an assessment is."""

import os
from collections.abc import Mapping
from dataclasses import dataclass

from storage import Json, Record, Tab
from storage.desk import Call, CallOutcome, Shared
from storage.desk.announcing import news_of_outcome
from ui import consultant
from ui.visit import Sheet


@dataclass(slots=True, kw_only=True)
class CallSheet(Sheet):
    """One call about what was `shared`; `who` writes here, and is asked for in every run."""

    call: Call
    shared: Shared
    who: str

    @property
    def record(self) -> Call:
        """See `Sheet.record`."""
        return self.call

    def may_save(self) -> bool:
        """Whether the same consultant is still signed in. Raises `StoreFault`."""
        found = consultant.signed_in()
        return found is not None and found.identity == self.who

    def read_again(self) -> Call | None:
        """See `Sheet.read_again`."""
        return self.store.desk.calls.read(self.call.id, self.call)

    def show(self, record: Record | Call) -> None:
        """See `Sheet.show`."""
        if isinstance(record, Call):
            self.call = record

    def open_tab(self) -> Tab:
        """See `Sheet.open_tab`."""
        return self.store.desk.calls.open_tab(self.call.id)

    def send(
        self,
        changes: Mapping[str, Json],
        base: Mapping[str, int],
        key: str,
        *,
        stale: bool,
        turn: int,
    ) -> CallOutcome:
        """See `Sheet.send`."""
        ended = changes.get("outcome")
        news = news_of_outcome(self.shared, ended, os.environ) if isinstance(ended, str) else None
        return self.store.desk.calls.save(
            self.call.id,
            self.tab,
            changes,
            base,
            key,
            self.who,
            stale=stale,
            turn=turn,
            announce=news,
        )
