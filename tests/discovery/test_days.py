"""A day as it is typed on a call: read where there is one reading, and else not at all."""

from datetime import date

import pytest

from discovery.days import day_in

THURSDAY = date(2026, 11, 26)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2026-12-03", "2026-12-03"),
        (" 3 Dec ", "2026-12-03"),
        ("Dec 3", "2026-12-03"),
        ("3 december 2026", "2026-12-03"),
        ("3.12.2026", "2026-12-03"),
        ("3.12.", "2026-12-03"),
        ("2 Jan", "2027-01-02"),
        ("26 Nov", "2026-11-26"),
        ("29 Feb", "2028-02-29"),
        ("1 November 2026", "2026-11-01"),
        ("today", "2026-11-26"),
        ("Tomorrow", "2026-11-27"),
        ("fri", "2026-11-27"),
        ("Thursday", "2026-12-03"),
        ("next Monday", "2026-11-30"),
    ],
)
def test_a_day_is_read_as_a_consultant_means_it(typed, day):
    assert day_in(typed, THURSDAY) == date.fromisoformat(day)


@pytest.mark.parametrize("typed", ["", "soon", "3/12/2026", "31 Nov", "2026-02-30", "th", "12"])
def test_what_is_no_day_or_could_be_two_is_not_read(typed):
    assert day_in(typed, THURSDAY) is None
