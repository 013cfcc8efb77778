"""Times of the desk: where they come from, how they stand in rows, and when a month is over."""

from calendar import monthrange
from collections.abc import Callable
from datetime import UTC, date, datetime

Clock = Callable[[], datetime]
"""Gives the time now, in UTC."""


def wall_clock() -> datetime:
    """This machine's time."""
    return datetime.now(UTC)


def stamp(at: datetime) -> str:
    """A time as it stands in a row; later times come later in order of text."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def moment_or_none(text: str | None) -> datetime | None:
    """The time in a row, if there is one."""
    return datetime.fromisoformat(text) if text else None


def day_or_none(text: str | None) -> date | None:
    """The day in a row, if there is one."""
    return date.fromisoformat(text) if text else None


def months_before(at: datetime, months: int) -> datetime:
    """The same day and time `months` earlier, or the last day of that month if it is shorter."""
    count = at.year * 12 + at.month - 1 - months
    year, month = divmod(count, 12)
    day = min(at.day, monthrange(year, month + 1)[1])
    return at.replace(year=year, month=month + 1, day=day)
