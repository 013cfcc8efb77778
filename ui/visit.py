"""What one browser tab knows about the assessment it shows: the one object kept in its session.

It is written by script runs that can overlap, because a click starts a new run before the old one
has noticed; whoever writes holds `lock`, and no `st.` call happens inside it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from threading import RLock

from bank.model import Bank
from scoring.assessment import Assessment
from scoring.scorecard import Scorecard
from storage import Conflict, Json, Record, StoreFault, Tab


@dataclass(frozen=True, slots=True)
class Current:
    """Whose assessment this is: its private link's token, what is stored, the bank it keeps."""

    token: str = field(repr=False)
    record: Record
    bank: Bank
    assessment: Assessment


@dataclass(slots=True)
class Visit:
    """One assessment open in one browser tab.

    `base` is what this tab last knew to be stored (and showed), `drawn` the widget of each field
    on screen at the end of the last run, `waiting` what could not be stored yet and `fault` why.
    """

    current: Current
    tab: Tab
    from_address: bool
    """Whether the tab's number came with the address: after a reload, a copy, or a restart."""
    settled: bool = False
    """Whether the first run of this session has compared its widgets with the store."""
    turn: int = 0
    base: dict[str, "Known"] = field(default_factory=dict)
    drawn: dict[str, str] = field(default_factory=dict)
    waiting: dict[str, Json] = field(default_factory=dict)
    refused: dict[str, str] = field(default_factory=dict)
    conflicts: dict[str, Conflict] = field(default_factory=dict)
    fault: StoreFault | None = None
    screen: tuple[str, float] | None = None
    """The questions' screen on show and when it came up, to measure the time taken."""
    scorecard: Scorecard | None = None
    lock: RLock = field(default_factory=RLock)

    def shows(self, record: Record, bank: Bank, assessment: Assessment) -> None:
        """Take over what was just read from the store."""
        self.current = Current(self.current.token, record, bank, assessment)

    def stored(self, name: str) -> Json:
        """The value to show for a field: what waits to be stored, else what is stored."""
        if name in self.waiting:
            return self.waiting[name]
        return self.fields.get(name)

    @property
    def fields(self) -> Mapping[str, Json]:
        """What is stored, as it was last read back."""
        return self.current.record.fields


@dataclass(frozen=True, slots=True)
class Known:
    """A field's value as this tab knows it to be stored, with the number of that change."""

    value: Json
    seq: int
