"""What one browser tab knows about the assessment or the call it shows: kept in its session.

It is written by script runs that can overlap, because a click starts a new run before the old one
has noticed; whoever writes holds `lock`, and no `st.` call happens inside it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from secrets import token_hex
from threading import RLock

from streamlit.delta_generator import DeltaGenerator

from bank.model import Bank
from scoring.assessment import Assessment
from scoring.scorecard import Scorecard
from storage import Conflict, Json, Outcome, Record, Store, StoreFault, Tab
from storage.desk import Call, CallOutcome, Shared
from storage.fields import assessment_of
from ui.drawn import Widget
from ui.reconcile import Known


@dataclass(frozen=True)
class Current:
    """Whose assessment this is: its private link's token, what is stored, the bank it keeps."""

    token: str = field(repr=False)
    record: Record
    bank: Bank

    @cached_property
    def assessment(self) -> Assessment:
        """What is stored, as scoring takes it; made when it is asked for."""
        return assessment_of(self.record.fields, self.bank)


@dataclass(frozen=True, slots=True)
class Screen:
    """The screen on show and when it came up, in seconds of a clock that never goes back."""

    place: str
    since: float


@dataclass(frozen=True, slots=True)
class Live:
    """Words on the page that an answer changes: where they stand and what makes them."""

    place: DeltaGenerator
    words: Callable[[], str]


@dataclass(frozen=True, slots=True)
class LeftOpen:
    """Questions left open on the screen `place` when somebody went on: how many, at what cost."""

    place: str
    count: int
    cost: str


@dataclass(slots=True)
class Sharing:
    """What the page of sharing has shown in this tab.

    `shown` is the digest of the package that its list was last drawn from, `asked` whether somebody
    pressed *Share* (what is missing is said from then on), `known` what was last read as shared.
    """

    shown: str = ""
    asked: bool = False
    known: Shared | None = field(default=None, repr=False)


@dataclass(slots=True, kw_only=True)
class Sheet:
    """Fields that are saved as they change, an assessment's or a call's, open in one browser tab.

    `base` is what this tab last knew to be stored and showed, `drawn` the widget of each field on
    screen at the end of the last run with the run's turn, `waiting` what could not be stored yet,
    `fault` why, and `tried` when the store last failed. `settled` says whether this session has
    compared its widgets with the store once; before that they may be left over from a session that
    a restart has ended. `live` holds what a question drawn by itself changes beside it;
    `tried_alone` says that saving such a question has just failed, so that the next run need not
    try at once.
    """

    store: Store = field(repr=False)
    tab: Tab
    from_address: bool
    name: str = field(default_factory=lambda: token_hex(4))
    turn: int = 0
    settled: bool = False
    base: dict[str, Known] = field(default_factory=dict)
    drawn: dict[str, tuple[int, Widget]] = field(default_factory=dict)
    waiting: dict[str, Json] = field(default_factory=dict)
    take: dict[str, Json] = field(default_factory=dict)
    refused: dict[str, tuple[Json, str]] = field(default_factory=dict)
    conflicts: dict[str, Conflict] = field(default_factory=dict)
    fault: StoreFault | None = None
    tried: float = float("-inf")
    live: dict[str, Live] = field(default_factory=dict)
    tried_alone: bool = False
    lock: RLock = field(default_factory=RLock, repr=False)

    @property
    def record(self) -> Record | Call:
        """What is stored, as it was last read back."""
        raise NotImplementedError

    def may_save(self) -> bool:
        """Whether who has it open still may; a private link is asked for by the store itself."""
        return True

    def read_again(self) -> Record | Call | None:
        """The record as it is stored now; `None` if it is gone. Raises `StoreFault`."""
        raise NotImplementedError

    def show(self, record: Record | Call) -> None:
        """Show `record`, which was just read from the store, from now on."""
        raise NotImplementedError

    def open_tab(self) -> Tab:
        """A new number at the store for this tab."""
        raise NotImplementedError

    def send(
        self,
        changes: Mapping[str, Json],
        base: Mapping[str, int],
        key: str,
        *,
        stale: bool,
        turn: int,
    ) -> Outcome | CallOutcome:
        """Save changes of the run number `turn`, as `Store.save` does."""
        raise NotImplementedError

    def stored(self, name: str) -> Json:
        """The value to show for a field: what waits to be stored, else what is stored."""
        if name in self.waiting:
            return self.waiting[name]
        return self.fields.get(name)

    @property
    def fields(self) -> Mapping[str, Json]:
        """What is stored, as it was last read back."""
        return self.record.fields

    def key(self, part: str) -> str:
        """The key of a widget; another record's widgets can never be mistaken for it."""
        return f"{self.record.id}:{part}"


@dataclass(slots=True, kw_only=True)
class Visit(Sheet):
    """One assessment open in one browser tab."""

    current: Current
    queried: dict[str, Json] = field(default_factory=dict)
    screen: Screen | None = None
    left_open: LeftOpen | None = None
    scorecard: Scorecard | None = None
    sharing: Sharing = field(default_factory=Sharing)

    @property
    def record(self) -> Record:
        """See `Sheet.record`."""
        return self.current.record

    def read_again(self) -> Record | None:
        """See `Sheet.read_again`."""
        return self.store.read(self.record.id, self.record)

    def show(self, record: Record | Call) -> None:
        """See `Sheet.show`."""
        if isinstance(record, Record) and record is not self.record:
            bank = self.store.bank(record.bank_sha256)
            self.current = Current(self.current.token, record, bank)

    def open_tab(self) -> Tab:
        """See `Sheet.open_tab`."""
        return self.store.open_tab(self.record.id)

    def send(
        self,
        changes: Mapping[str, Json],
        base: Mapping[str, int],
        key: str,
        *,
        stale: bool,
        turn: int,
    ) -> Outcome:
        """See `Sheet.send`."""
        return self.store.save(self.record.id, self.tab, changes, base, key, stale=stale, turn=turn)
