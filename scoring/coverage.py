"""What was answered, what does not apply, and whether that is enough to show a score.

An unanswered item lowers coverage, not maturity (docs/method.md 3.1).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from bank.model import Bank
from scoring.assessment import NOT_APPLICABLE, UNKNOWN, Answer, Assessment, Profile
from scoring.method import DimensionTable, Method
from scoring.thresholds import below, reaches

SCORED: Final = "scored"
PROVISIONAL: Final = "provisional"
NOT_SCORED: Final = "not_scored"


@dataclass(frozen=True, slots=True)
class Responses:
    """The answers sorted by kind. `levels` holds 0-4 for answered items only, in bank order."""

    levels: Mapping[str, int]
    unknown: tuple[str, ...]
    not_applicable: tuple[str, ...]
    na_rejected: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much of a dimension was answered; `share` is answered over applicable, 0 to 1."""

    answered: int
    applicable: int
    share: float
    status: str


def sort_answers(method: Method, assessment: Assessment) -> Responses:
    """Separate levels, *I don't know* and *Does not apply*, in bank order."""
    given = assessment.answers
    levels: dict[str, int] = {}
    unknown: list[str] = []
    accepted: list[str] = []
    rejected: list[str] = []
    for item in method.items:
        answer: Answer | None = given.get(item)
        if answer is None:
            continue
        if answer == UNKNOWN:
            unknown.append(item)
        elif answer == NOT_APPLICABLE:
            believed = _is_believable(method.bank, item, assessment.profile)
            (accepted if believed else rejected).append(item)
        elif isinstance(answer, int):
            levels[item] = answer
    return Responses(levels, tuple(unknown), tuple(accepted), tuple(rejected))


def cover(bank: Bank, table: DimensionTable, responses: Responses) -> Coverage:
    """Count a dimension's answered and applicable items and say what may be shown."""
    skipped = sum(item in table.items for item in responses.not_applicable)
    applicable = len(table.items) - skipped
    answered = sum(item in responses.levels for item in table.items)
    share = answered / applicable if applicable else 0.0
    return Coverage(answered, applicable, share, _status(bank, applicable, share))


def _status(bank: Bank, applicable: int, share: float) -> str:
    limits = bank.numbers.coverage
    if applicable < limits.minimum_items or below(share, limits.provisional):
        return NOT_SCORED
    return SCORED if reaches(share, limits.scored) else PROVISIONAL


def _is_believable(bank: Bank, item: str, profile: Profile) -> bool:
    """*Does not apply* holds when the item offers it and the profile does not speak against it."""
    offer = bank.item_by_id[item].na
    return offer is not None and _NA_RULES[offer.rule](bank, profile)


def _alone_without_vendors(bank: Bank, profile: Profile) -> bool:
    """Nobody to hand over to: a team of one and no vendors, as far as is known."""
    most = bank.numbers.not_applicable.alone_team_size
    alone = profile.team_size is None or profile.team_size <= most
    return alone and _no_vendors(bank, profile)


def _no_vendors(_bank: Bank, profile: Profile) -> bool:
    """No agencies or freelancers, as far as is known."""
    return not profile.vendors


def _few_tools(bank: Bank, profile: Profile) -> bool:
    """One tool or none, as far as is known."""
    return profile.tools is None or profile.tools <= bank.numbers.not_applicable.few_tools


def _nothing_added(_bank: Bank, profile: Profile) -> bool:
    """Nothing added or considered in twelve months, as far as is known."""
    return not profile.added_capacity_12m


def _no_clear_miss(_bank: Bank, _profile: Profile) -> bool:
    """No fact of the profile can speak against this; rule K26 asks about it instead."""
    return True


_NA_RULES: Mapping[str, Callable[[Bank, Profile], bool]] = {
    "alone_without_vendors": _alone_without_vendors,
    "no_vendors": _no_vendors,
    "few_tools": _few_tools,
    "nothing_added": _nothing_added,
    "no_clear_miss": _no_clear_miss,
}
