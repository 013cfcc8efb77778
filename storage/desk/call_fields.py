"""The name of every field that a call and a next step can have, and what may stand in it.

Of a call: `rating:owner` (0-4), `proof:owner` (seen or not) and `remark:owner` for each of the
five pairs; `notes` and `notes:PART` with a part's code from the run sheet; `priority` (the slot
that is walked, from 0); `contradiction`, `cause`, `cause_confidence`; `split_confirmed`,
`split_by`; `move`, `move_owner`, `move_due`, `move_stop`; `outcome`, `outcome_due`; `step`,
`step_owner`, `step_due` of the call's own next step; `goal`, `seen`, `recap`; `calibration` (may
these answers be used without a name); and `place`, where a consultant was last.
"""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

from scoring.answer_checks import (
    Check,
    line_of_text,
    one_of,
    text_of_lines,
    whole_number,
    yes_or_no,
)
from scoring.answer_problems import Path, ProblemList, did_you_mean, shown
from storage.desk.checks import CODE, a_day, wrong_with
from storage.desk.values import OUTCOMES, PAIRS
from storage.values import Json, Refusal

MOST_NOTES: Final = 10_000
"""Characters of one text about a call."""
MOST_REMARK: Final = 1000
MOST_STEP: Final = 500
MOST_OWNER: Final = 60
MOST_ITEMS: Final = 24
NOTES_OF: Final = re.compile(r"notes:[a-z0-9_]{1,30}")
"""Names of the notes on one part of the run sheet."""
STATUSES: Final = ("open", "done", "dropped")
SOURCES: Final = ("prospect", "call", "consultant")


def a_code(value: Any, path: Path, problems: ProblemList) -> str | None:
    """A code of the bank, such as `R1` or `K04`."""
    if type(value) is str and CODE.fullmatch(value):
        return value
    problems.add(path, f"{shown(value)} is not a code")
    return None


def codes(value: Any, path: Path, problems: ProblemList) -> tuple[str, ...]:
    """A list of codes, not too long."""
    if type(value) is not list or len(value) > MOST_ITEMS:
        problems.add(path, f"this is not a list of at most {MOST_ITEMS} codes")
        return ()
    return tuple(value) if all(a_code(each, path, problems) for each in value) else ()


LINE: Final = line_of_text(MOST_STEP)
OWNER: Final = line_of_text(MOST_OWNER)
TEXT: Final = text_of_lines(MOST_NOTES)

CALL: Final[Mapping[str, Check]] = MappingProxyType(
    {
        **{f"rating:{pair}": whole_number(0, 4) for pair in PAIRS},
        **{f"proof:{pair}": yes_or_no for pair in PAIRS},
        **{f"remark:{pair}": text_of_lines(MOST_REMARK) for pair in PAIRS},
        "notes": TEXT,
        "priority": whole_number(0, 2),
        "contradiction": a_code,
        "cause": a_code,
        "cause_confidence": one_of(("low", "medium", "high")),
        "split_confirmed": yes_or_no,
        "split_by": OWNER,
        "move": LINE,
        "move_owner": OWNER,
        "move_due": a_day,
        "move_stop": LINE,
        "outcome": one_of(OUTCOMES),
        "outcome_due": a_day,
        "step": LINE,
        "step_owner": OWNER,
        "step_due": a_day,
        "goal": TEXT,
        "seen": TEXT,
        "recap": TEXT,
        "calibration": yes_or_no,
        "place": OWNER,
    }
)
"""The check of every field of a call, besides the notes on a part."""

STEP: Final[Mapping[str, Check]] = MappingProxyType(
    {
        "text": LINE,
        "items": codes,
        "owner_label": OWNER,
        "due": a_day,
        "status": one_of(STATUSES),
        "source": one_of(SOURCES),
        "closing_note": text_of_lines(MOST_REMARK),
    }
)
"""The check of every field of a next step. `source` is said once, when it is written down."""


def wrong_call_field(name: str, value: Json) -> str | None:
    """What is wrong with `value` for this field of a call, for people; `None` if nothing is."""
    check = CALL.get(name)
    if check is None and type(name) is str and NOTES_OF.fullmatch(name):
        check = TEXT
    if check is None:
        return f"a call has no field with this name{did_you_mean(name, CALL)}"
    return None if value is None else wrong_with(value, check)


def sorted_step(values: Mapping[str, Json], *, new: bool) -> tuple[dict[str, Json], list[Refusal]]:
    """The entries of a step that can be kept, and what is said of the others."""
    kept: dict[str, Json] = {}
    refused = []
    for name, value in values.items():
        message = _wrong_step_field(name, value, new=new)
        if message is None:
            kept[name] = value
        else:
            refused.append(Refusal(name, message))
    return kept, refused


def _wrong_step_field(name: str, value: Json, *, new: bool) -> str | None:
    check = STEP.get(name)
    if check is None:
        return f"a step has no field with this name{did_you_mean(name, STEP)}"
    if name == "source" and not new:
        return "the source of a step stays as it is"
    if value in (None, "", []):
        needed = name in ("text", "status", "source")
        return "a step needs this" if needed else None
    if name == "text" and str(value).isspace():
        return "a step needs this"
    return wrong_with(value, check)
