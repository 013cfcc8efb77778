"""Next steps after a call: what is due this week, and what nobody has touched for too long."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final, Literal, Protocol, TypeVar

OPEN: Final = "open"
DAYS_UNTOUCHED: Final = 60
"""An open step that was not touched for so long is closed with a note (domain brief 5.4)."""

Status = Literal["open", "done", "dropped"]
Source = Literal["prospect", "call", "consultant"]


class Step(Protocol):
    """What a step needs to be put in a list; the store's own steps have it too."""

    @property
    def id(self) -> str:
        """Its id; that of the call that ended with it, where a call did."""

    @property
    def created_at(self) -> datetime:
        """When it was written down."""

    @property
    def touched_at(self) -> datetime:
        """When anybody last changed it."""

    @property
    def due(self) -> date | None:
        """By which day, if one was agreed."""

    @property
    def status(self) -> str:
        """*open*, *done* or *dropped*."""


@dataclass(frozen=True, slots=True)
class NextStep:
    """One step: what, for which items, by whom and by when; `verdict` is the one at the time."""

    id: str
    share_id: str
    created_at: datetime
    touched_at: datetime
    text: str
    items: tuple[str, ...]
    owner_label: str | None
    due: date | None
    status: Status
    source: Source
    verdict: str


AnyStep = TypeVar("AnyStep", bound=Step)


def due_this_week(steps: Iterable[AnyStep], today: date) -> tuple[AnyStep, ...]:
    """Open steps due by the Sunday of `today`'s week, overdue ones included, the earliest first."""
    sunday = today + timedelta(days=6 - today.weekday())
    found = [(step.due, step.created_at, step) for step in steps if step.due and _is_open(step)]
    found.sort(key=lambda entry: entry[:2])
    return tuple(step for due, _, step in found if due <= sunday)


def step_of_call(steps: Iterable[AnyStep], call_id: str) -> AnyStep | None:
    """The open step to name after a call: its own, else the first of `steps`; `None` without."""
    found = [step for step in steps if _is_open(step)]
    return next((step for step in found if step.id == call_id), found[0] if found else None)


def untouched(
    steps: Iterable[AnyStep], today: date, days: int = DAYS_UNTOUCHED
) -> tuple[AnyStep, ...]:
    """Open steps that nobody has touched for `days` days or more, the longest first."""
    limit = today - timedelta(days=days)
    found = [step for step in steps if _is_open(step) and step.touched_at.date() <= limit]
    return tuple(sorted(found, key=lambda step: step.touched_at))


def _is_open(step: Step) -> bool:
    return step.status == OPEN
