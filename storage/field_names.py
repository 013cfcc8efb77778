"""The name of every field an assessment can have, and what the bank allows in it."""

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Any, Final

from bank.model import Bank
from scoring.answer_checks import Check, line_of_text, one_of
from scoring.answer_problems import Path, ProblemList
from scoring.answer_sections import (
    PRIORITY_NAME,
    PROFILE_SEVERAL,
    RULE_BLANKS,
    budget_checks,
    input_checks,
    priority_checks,
    profile_checks,
)
from scoring.assessment import MOST_BLANK, MOST_NAME, UNKNOWN

WEIGHINGS: Final = ("points", "ranks")
PLACE: Final = "place"
"""Where the respondent was last."""
VIEW_FIELDS: Final = frozenset({PLACE})
"""Fields that belong to the screens and are no answers."""


@lru_cache(maxsize=16)
def checks(bank: Bank) -> Mapping[str, Check]:
    """The check of every field, by name; made once for each bank."""
    return MappingProxyType(
        {
            **_of_items(bank),
            **_of_profile(bank),
            **_of_priorities(bank),
            **_of_budget(bank),
            "seconds_core": input_checks(bank)["seconds_core"],
            PLACE: line_of_text(MOST_NAME),
        }
    )


def _of_items(bank: Bank) -> dict[str, Check]:
    whole = input_checks(bank)
    items = [item.id for item in bank.items]
    symptoms = [symptom.id for symptom in bank.symptoms.checklist]
    return {
        **{f"answer:{item}": _inside(whole["answers"], item) for item in items},
        **{f"note:{item}": _inside(whole["notes"], item) for item in items},
        **{f"symptom:{each}": _inside(whole["symptoms"], each) for each in symptoms},
    }


def _of_profile(bank: Bank) -> dict[str, Check]:
    each = profile_checks(bank)
    change = each.pop("change")
    several: dict[str, Check] = {str(key): each.pop(key) for key in PROFILE_SEVERAL if key in each}
    return {
        **{f"profile:{key}": check for key, check in each.items()},
        **{f"change:{row.code}": _inside(change, row.code) for row in bank.profile.change_rows},
        **several,
    }


def _of_priorities(bank: Bank) -> dict[str, Check]:
    each = priority_checks(bank)
    each.pop("rule")
    each |= {"name": PRIORITY_NAME}
    each |= {
        part.id: one_of((*(choice.code for choice in part.choices), UNKNOWN))
        for part in bank.trace.parts
    }
    each |= {f"rule_{blank}": line_of_text(MOST_BLANK) for blank in RULE_BLANKS}
    slots = range(bank.trace.most)
    return {f"priority:{slot}:{key}": check for slot in slots for key, check in each.items()}


def _of_budget(bank: Bank) -> dict[str, Check]:
    each = budget_checks(bank)
    each.pop("per_priority")
    each |= {f"priority:{slot}": each["other"] for slot in range(bank.trace.most)}
    return {"weighing": one_of(WEIGHINGS)} | {f"budget:{key}": each[key] for key in each}


def _inside(whole: Check, row: str) -> Check:
    """The check of one row out of the check of an object."""

    def check(value: Any, path: Path, problems: ProblemList) -> Any:
        return whole({row: value}, path, problems).get(row)

    return check
