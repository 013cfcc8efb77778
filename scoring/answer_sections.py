"""The sections of an answer file: which keys each has, and what a bank allows as their values."""

from collections.abc import Mapping
from dataclasses import fields
from functools import lru_cache
from typing import Any, Final

from bank.model import Bank
from scoring.answer_checks import (
    Check,
    a_list,
    checked_by_id,
    chosen_by_id,
    keys_of,
    line_of_text,
    number,
    one_of,
    several_of,
    text_of_lines,
    whole_number,
    yes_or_no,
)
from scoring.answer_problems import Path, ProblemList
from scoring.assessment import (
    MOST_BLANK,
    MOST_NAME,
    MOST_NOTE,
    NOT_APPLICABLE,
    UNKNOWN,
    Assessment,
    Budget,
    Priority,
    Profile,
    TriggerRule,
)
from scoring.trace import NO_REVIEW

MOST_COUNTED: Final = 100_000
"""Highest count in the profile."""
MOST_POINTS: Final = 100
"""Most points that one priority can have."""
MOST_SHARE: Final = 1000
"""Highest share in one row of the budget split, which should add up to 100."""
LAST_RANK: Final = 9
"""Highest rank."""
MOST_SECONDS: Final = 1_000_000_000
"""Longest time spent on the items, in seconds."""

INPUT_KEYS: Final = tuple(field.name for field in fields(Assessment))

PROFILE_TEXTS: Final = ("role", "sector")
PROFILE_CHOICES: Final = ("company_size", "growth_24m", "revenue_band")
PROFILE_COUNTS: Final = ("team_size", "channels", "tools", "vendors", "initiatives")
PROFILE_YES_NO: Final = ("added_capacity_12m", "new_strategy_24m", "considering_new_strategy")
PROFILE_SEVERAL: Final = ("tried", "blamed")
RULE_BLANKS: Final = ("result", "date", "person", "action")

NO_NAME: Final = "a priority needs a name"
PRIORITY_NAME: Final = line_of_text(MOST_NAME)


def read_input(value: Any, path: Path, bank: Bank, problems: ProblemList) -> Assessment:
    """The assessment in the object `value`; what is wrong with it goes into `problems`."""
    found = keys_of(value, path, problems, input_checks(bank))
    budget = found.get("budget")
    priorities = value.get("priorities") if type(value) is dict else None
    if budget is not None and isinstance(priorities, list | None):
        rows, named = len(budget.per_priority), len(priorities or ())
        if rows > named:
            at = (*path, "budget", "per_priority")
            problems.add(at, f"more shares ({rows}) than priorities ({named})")
    return Assessment(**found)


@lru_cache(maxsize=16)
def input_checks(bank: Bank) -> Mapping[str, Check]:
    """The check of every key of `input`, made once for each bank."""
    about = f"{bank.about.id} {bank.about.version}"
    items = [item.id for item in bank.items]
    no_item = f"bank {about} has no item with this id"
    levels = {
        item.id: (*(option.level for option in item.options), UNKNOWN, NOT_APPLICABLE)
        for item in bank.items
    }
    often = tuple(range(len(bank.symptoms.answers)))
    symptoms = {symptom.id: often for symptom in bank.symptoms.checklist}
    return {
        "profile": _profile(bank),
        "answers": chosen_by_id(levels, no_item),
        "notes": checked_by_id(items, text_of_lines(MOST_NOTE), no_item),
        "priorities": _priorities(bank),
        "budget": _budget(bank),
        "symptoms": chosen_by_id(symptoms, f"bank {about} has no symptom with this id"),
        "seconds_core": number(0, MOST_SECONDS),
    }


def profile_checks(bank: Bank) -> dict[str, Check]:
    """The check of every key of `profile`."""
    offered = {
        field.id: tuple(choice.code for choice in field.choices)
        for field in bank.profile.fields
        if field.choices
    }
    rows = [row.code for row in bank.profile.change_rows]
    growth = one_of(tuple(choice.code for choice in bank.profile.change_choices))
    return {
        **dict.fromkeys(PROFILE_TEXTS, line_of_text(MOST_NAME)),
        **{key: one_of(offered[key]) for key in PROFILE_CHOICES if key in offered},
        **dict.fromkeys(PROFILE_COUNTS, whole_number(0, MOST_COUNTED)),
        **dict.fromkeys(PROFILE_YES_NO, yes_or_no),
        "change": checked_by_id(rows, growth, "the change grid has no such row"),
        **{key: several_of(offered[key]) for key in PROFILE_SEVERAL if key in offered},
    }


def priority_checks(bank: Bank) -> dict[str, Check]:
    """The check of every key of one priority."""
    blanks = dict.fromkeys(RULE_BLANKS, line_of_text(MOST_BLANK))

    def rule(value: Any, path: Path, problems: ProblemList) -> TriggerRule:
        return TriggerRule(**keys_of(value, path, problems, blanks))

    return {
        "name": _name,
        **{
            part.id: one_of(tuple(choice.code for choice in part.choices))
            for part in bank.trace.parts
        },
        "points": number(0, MOST_POINTS),
        "rank": whole_number(1, LAST_RANK),
        "owner_ref": line_of_text(MOST_NAME),
        "rule": rule,
    }


def budget_checks(bank: Bank) -> dict[str, Check]:
    """The check of every key of `budget`."""
    share = number(0, MOST_SHARE)
    most = bank.trace.most

    def shares(value: Any, path: Path, problems: ProblemList) -> tuple[float | None, ...] | None:
        rows = a_list(value, path, problems)
        if len(rows) > most:
            problems.add(path, f"{len(rows)} shares are too many; the most is {most}")
            return None
        return tuple(
            None if row is None else share(row, (*path, place), problems)
            for place, row in enumerate(rows)
        )

    return {
        "basis": one_of(("money", "time")),
        "known": yes_or_no,
        "per_priority": shares,
        "fixed": share,
        "other": share,
    }


def _profile(bank: Bank) -> Check:
    checks = profile_checks(bank)

    def check(value: Any, path: Path, problems: ProblemList) -> Profile:
        return Profile(**keys_of(value, path, problems, checks))

    return check


def _budget(bank: Bank) -> Check:
    checks = budget_checks(bank)

    def check(value: Any, path: Path, problems: ProblemList) -> Budget:
        return Budget(**keys_of(value, path, problems, checks))

    return check


def _priorities(bank: Bank) -> Check:
    """A list of priorities; those beyond the most that a bank asks for are not looked at."""
    checks = priority_checks(bank)
    most = bank.trace.most

    def check(value: Any, path: Path, problems: ProblemList) -> tuple[Priority, ...]:
        rows = a_list(value, path, problems)
        if len(rows) > most:
            problems.add(path, f"{len(rows)} priorities are too many; the most is {most}")
        read = (
            _priority(row, (*path, place), problems, checks)
            for place, row in enumerate(rows[:most])
        )
        return tuple(priority for priority in read if priority is not None)

    return check


def _priority(
    value: Any, path: Path, problems: ProblemList, checks: Mapping[str, Check]
) -> Priority | None:
    """One priority; the cadence of a review that does not happen is dropped."""
    found = keys_of(value, path, problems, checks)
    if type(value) is dict and value.get("name") is None:
        problems.add((*path, "name"), NO_NAME)
    if found.get("review_form") == NO_REVIEW:
        found.pop("review_cadence", None)
    return Priority(**found) if "name" in found else None


def _name(value: Any, path: Path, problems: ProblemList) -> str | None:
    if type(value) is str and not value.strip():
        problems.add(path, NO_NAME)
        return None
    name: str | None = PRIORITY_NAME(value, path, problems)
    return name
