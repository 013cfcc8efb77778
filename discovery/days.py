"""A day as somebody types it on a call: `3 Dec`, `Friday`, `tomorrow`, or in full."""

from collections.abc import Iterator
from contextlib import suppress
from datetime import date, datetime, timedelta
from typing import Final

IN_FULL: Final = ("%Y-%m-%d", "%d.%m.%Y", "%d %B %Y", "%d %b %Y", "%Y/%m/%d")
"""None of them can be read in two ways; `3/12/2026` can, and is not read."""
OF_A_YEAR: Final = ("%d %B %Y", "%d %b %Y", "%B %d %Y", "%b %d %Y", "%d.%m.%Y")
"""Ways to write a day whose year goes without saying, the year added."""
WEEKDAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
LEAST: Final = 3
"""Letters of a weekday that are enough."""
YEARS: Final = 5
"""How far a day without a year is looked for: the 29th of February is there by then."""


def day_in(typed: str, today: date) -> date | None:
    """The day that was typed; `None` if it cannot be read, or in two ways.

    Without a year, and by the name of a weekday, it is the next such day: `Friday` on a Friday is
    in a week. Full days may lie in the past.
    """
    line = " ".join(typed.replace(",", " ").split()).casefold()
    return next(_readings(line, today), None) if line else None


def _readings(line: str, today: date) -> Iterator[date]:
    near = {"today": 0, "tomorrow": 1}
    if line in near:
        yield today + timedelta(days=near[line])
    word = line.removeprefix("next ")
    for place, name in enumerate(WEEKDAYS):
        if len(word) >= LEAST and name.startswith(word):
            yield today + timedelta(days=(place - today.weekday() - 1) % 7 + 1)
    for form in IN_FULL:
        yield from _read(line, form)
    for year in range(today.year, today.year + YEARS):
        for form in OF_A_YEAR:
            dotted = f"{line.rstrip('.')}.{year}" if "." in form else f"{line} {year}"
            yield from (day for day in _read(dotted, form) if day >= today)


def _read(line: str, form: str) -> Iterator[date]:
    with suppress(ValueError):
        yield datetime.strptime(line, form).date()
