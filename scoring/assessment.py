"""What a respondent told us: one person's answers to one version of the bank.

Values only. An `Assessment` is built by `scoring.answer_file` or by the store, which both check
every code against the bank; scoring takes it as it is.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final, Literal

Answer = int | Literal["dk", "na"]
"""A level 0-4, *I don't know* or *Does not apply*. An item that is absent was not answered."""

UNKNOWN: Final = "dk"
NOT_APPLICABLE: Final = "na"

MOST_NAME: Final = 60
"""Longest priority name, owner label and profile text, in characters."""
MOST_BLANK: Final = 120
"""Longest entry in a blank of the trigger sentence, in characters."""
MOST_NOTE: Final = 1000
"""Longest note beside a question, in characters."""


@dataclass(frozen=True, slots=True)
class Profile:
    """Facts about the marketing operation. `None` or absent means not told."""

    role: str | None = None
    company_size: str | None = None
    sector: str | None = None
    growth_24m: str | None = None
    revenue_band: str | None = None
    team_size: int | None = None
    channels: int | None = None
    tools: int | None = None
    vendors: int | None = None
    initiatives: int | None = None
    added_capacity_12m: bool | None = None
    new_strategy_24m: bool | None = None
    considering_new_strategy: bool | None = None
    change: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    tried: tuple[str, ...] = ()
    blamed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TriggerRule:
    """The blanks of "If {result} is not reached by {date}, {person} will {action}."."""

    result: str = ""
    date: str = ""
    person: str = ""
    action: str = ""


@dataclass(frozen=True, slots=True)
class Priority:
    """One priority in the respondent's words and the codes chosen for it; `None` is missing.

    `review_cadence` is not asked when `review_form` is *none*. `points` share 100 between the
    priorities; `rank` 1 is the most important.
    """

    name: str
    process: str | None = None
    owner: str | None = None
    review_form: str | None = None
    review_cadence: str | None = None
    threshold: str | None = None
    action: str | None = None
    points: float | None = None
    rank: int | None = None
    owner_ref: str = ""
    rule: TriggerRule = TriggerRule()


@dataclass(frozen=True, slots=True)
class Budget:
    """How money (or the team's time) is split, in points of about 100; `None` is an empty row."""

    basis: Literal["money", "time"] = "money"
    known: bool = True
    per_priority: tuple[float | None, ...] = ()
    fixed: float | None = None
    other: float | None = None


@dataclass(frozen=True, slots=True)
class Assessment:
    """Everything one respondent answered. `seconds_core` is the time spent on the items."""

    profile: Profile = Profile()
    answers: Mapping[str, Answer] = field(default_factory=lambda: MappingProxyType({}))
    notes: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    priorities: tuple[Priority, ...] = ()
    budget: Budget | None = None
    symptoms: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    seconds_core: float | None = None
