"""Next steps: this week's on top, overdue ones too, and those that nobody touches any more."""

from datetime import UTC, date, datetime

import pytest

from bank.calls import OUTCOME_CODES
from discovery.steps import NextStep, due_this_week, untouched
from tests.scoring.verbs import the_bank

WEDNESDAY = date(2026, 11, 25)


def step(
    name: str,
    due: date | None = None,
    touched: date = WEDNESDAY,
    status: str = "open",
    hour: int = 9,
) -> NextStep:
    at = datetime(touched.year, touched.month, touched.day, hour, tzinfo=UTC)
    return NextStep(
        id=name,
        share_id="s",
        created_at=at,
        touched_at=at,
        text="Do it",
        items=("OWN-01",),
        owner_label="AB",
        due=due,
        status=status,  # type: ignore[arg-type]
        source="call",
        verdict="fix_first",
    )


def names(steps: tuple[NextStep, ...]) -> list[str]:
    return [one.id for one in steps]


def test_a_week_ends_on_sunday_and_overdue_steps_come_first() -> None:
    steps = [
        step("sunday", date(2026, 11, 29)),
        step("monday after", date(2026, 11, 30)),
        step("today", WEDNESDAY),
        step("overdue", date(2026, 10, 1)),
        step("no day"),
    ]
    assert names(due_this_week(steps, WEDNESDAY)) == ["overdue", "today", "sunday"]


@pytest.mark.parametrize("today", [date(2026, 11, 23), date(2026, 11, 29)])
def test_monday_and_sunday_are_in_the_same_week(today: date) -> None:
    assert names(due_this_week([step("sunday", date(2026, 11, 29))], today)) == ["sunday"]


@pytest.mark.parametrize("status", ["done", "dropped"])
def test_only_open_steps_are_listed(status: str) -> None:
    closed = [step("closed", WEDNESDAY, date(2020, 1, 1), status)]
    assert due_this_week(closed, WEDNESDAY) == ()
    assert untouched(closed, WEDNESDAY) == ()


def test_steps_due_on_one_day_come_in_the_order_they_were_written() -> None:
    steps = [step("later", WEDNESDAY, hour=15), step("earlier", WEDNESDAY, hour=8)]
    assert names(due_this_week(steps, WEDNESDAY)) == ["earlier", "later"]


def test_sixty_days_without_a_touch_are_too_long() -> None:
    steps = [
        step("59 days", touched=date(2026, 9, 27)),
        step("60 days", touched=date(2026, 9, 26)),
        step("a year", touched=date(2025, 11, 25)),
    ]
    assert names(untouched(steps, WEDNESDAY)) == ["a year", "60 days"]
    assert names(untouched(steps, WEDNESDAY, days=400)) == []


def test_every_outcome_has_words() -> None:
    assert tuple(one.code for one in the_bank().call.outcomes) == OUTCOME_CODES
