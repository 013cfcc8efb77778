"""An assessment as flat fields with stable names, and back.

Names: `answer:OWN-01`, `note:OWN-01`, `profile:team_size`, `change:team`, `tried`, `blamed`,
`weighing`, `priority:0:owner` (slots count from 0), `priority:0:rule_date`, `budget:fixed`,
`budget:priority:0`, `symptom:S01`, `seconds_core`, and `place`, which is no answer.

Everything that was typed or chosen is stored, also what does not count at the moment: answers about
a priority without a name, points while ranks are used, a split said to be unknown. That comes back
when the name does; until then `assessment_of` leaves it out.
"""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import fields as parts_of
from types import MappingProxyType
from typing import Any, Final

from bank.model import Bank
from scoring.answer_checks import Check
from scoring.answer_problems import ProblemList, TooManyProblems, did_you_mean
from scoring.answer_sections import PROFILE_SEVERAL
from scoring.assessment import UNKNOWN, Assessment, Budget, Priority, Profile, TriggerRule
from scoring.trace import NO_REVIEW
from storage.field_names import PLACE, checks
from storage.values import Json

__all__ = ["PLACE", "assessment_of", "check", "fields_of"]

TRACE_PARTS: Final = frozenset(
    {"process", "owner", "review_form", "review_cadence", "threshold", "action"}
)
"""Where *I don't know* is kept as the respondent chose it, and is missing when it is scored."""

WHOLE_BUDGET: Final = ("basis", "known", "fixed", "other")


def check(name: str, value: Json, bank: Bank) -> str | None:
    """What is wrong with `value` for the field `name`, for people; `None` if nothing is."""
    each = checks(bank).get(name) if type(name) is str else None
    if each is None:
        return f"there is no field with this name{did_you_mean(name, checks(bank))}"
    if value is None:
        return None
    return _read(each, value)[1]


def _read(each: Check, value: Json) -> tuple[Any, str | None]:
    """What scoring makes of `value`, and the first thing that is wrong with it."""
    problems = ProblemList()
    kept = None
    with suppress(TooManyProblems):
        kept = each(value, (), problems)
    return kept, problems.found[0][1] if problems.found else None


def assessment_of(fields: Mapping[str, Json], bank: Bank) -> Assessment:
    """The assessment that `fields` make up; what does not count now or does not fit is left out."""
    groups = _grouped(fields, bank)
    slots = _named_slots(groups)
    return Assessment(
        profile=Profile(
            **groups.get("profile", {}),
            change=MappingProxyType(groups.get("change", {})),
            **{key: groups[key][""] for key in PROFILE_SEVERAL if key in groups},
        ),
        answers=MappingProxyType(groups.get("answer", {})),
        notes=MappingProxyType(groups.get("note", {})),
        priorities=tuple(_priority(slots[slot], _weighing(groups)) for slot in slots),
        budget=_budget(groups.get("budget", {}), tuple(slots)),
        symptoms=MappingProxyType(groups.get("symptom", {})),
        seconds_core=groups.get("seconds_core", {}).get(""),
    )


def _grouped(fields: Mapping[str, Json], bank: Bank) -> dict[str, dict[str, Any]]:
    """What each field means to scoring, under its first word and the rest of its name."""
    known = checks(bank)
    groups: dict[str, dict[str, Any]] = {}
    for name, value in fields.items():
        each = known.get(name)
        if each is None or value is None:
            continue
        kept, wrong = _read(each, value)
        if kept is not None and wrong is None:
            group, _, rest = name.partition(":")
            groups.setdefault(group, {})[rest] = kept
    return groups


def _weighing(groups: Mapping[str, Mapping[str, Any]]) -> str | None:
    weighing: str | None = groups.get("weighing", {}).get("")
    return weighing


def _named_slots(groups: Mapping[str, Mapping[str, Any]]) -> dict[int, dict[str, Any]]:
    """The parts of every priority that has a name, by slot, in order."""
    slots: dict[int, dict[str, Any]] = {}
    for rest, value in groups.get("priority", {}).items():
        slot, _, key = rest.partition(":")
        slots.setdefault(int(slot), {})[key] = value
    return {slot: slots[slot] for slot in sorted(slots) if slots[slot].get("name")}


def _priority(parts: Mapping[str, Any], weighing: str | None) -> Priority:
    rule = {key.removeprefix("rule_"): parts[key] for key in parts if key.startswith("rule_")}
    plain = {
        key: value
        for key, value in parts.items()
        if not key.startswith("rule_") and not (key in TRACE_PARTS and value == UNKNOWN)
    }
    if plain.get("review_form") == NO_REVIEW:
        plain.pop("review_cadence", None)
    if weighing is not None:
        plain.pop("rank" if weighing == "points" else "points", None)
    return Priority(**plain, rule=TriggerRule(**rule))


def _budget(parts: Mapping[str, Any], slots: tuple[int, ...]) -> Budget | None:
    """The split over the named priorities; only its basis while it is said to be unknown."""
    rows = tuple(parts.get(f"priority:{slot}") for slot in slots)
    whole = {key: parts[key] for key in WHOLE_BUDGET if key in parts}
    if not whole and not any(row is not None for row in rows):
        return None
    if whole.get("known") is False:
        return Budget(basis=whole.get("basis", "money"), known=False)
    return Budget(**whole, per_priority=rows)


def fields_of(assessment: Assessment) -> dict[str, Json]:
    """The fields of an assessment, so that an answer file can be opened and worked on."""
    return {
        name: _plain(value) for name, value in _pairs(assessment) if value not in (None, "", ())
    }


def _pairs(assessment: Assessment) -> Iterator[tuple[str, Any]]:
    profile = assessment.profile
    for part in parts_of(Profile):
        if part.name not in ("change", *PROFILE_SEVERAL):
            yield f"profile:{part.name}", getattr(profile, part.name)
    yield from ((key, getattr(profile, key)) for key in PROFILE_SEVERAL)
    rows = {
        "change": profile.change,
        "answer": assessment.answers,
        "note": assessment.notes,
        "symptom": assessment.symptoms,
    }
    for group, values in rows.items():
        yield from ((f"{group}:{key}", value) for key, value in values.items())
    yield "seconds_core", assessment.seconds_core
    yield "weighing", _weighed_by(assessment.priorities)
    for slot, priority in enumerate(assessment.priorities):
        yield from ((f"priority:{slot}:{key}", value) for key, value in _parts(priority))
    if assessment.budget is not None:
        yield from ((f"budget:{key}", value) for key, value in _rows(assessment.budget))


def _weighed_by(priorities: tuple[Priority, ...]) -> str | None:
    """Which of points and ranks counts, as scoring chooses; `None` if neither is given."""
    points = [priority.points for priority in priorities]
    ranks = [priority.rank for priority in priorities]
    if None not in ranks and (None in points or not sum(filter(None, points))):
        return "ranks" if ranks else None
    if any(point is not None for point in points):
        return "points"
    return "ranks" if any(rank is not None for rank in ranks) else None


def _parts(priority: Priority) -> Iterator[tuple[str, Any]]:
    for part in parts_of(Priority):
        if part.name != "rule":
            yield part.name, getattr(priority, part.name)
    for blank in parts_of(TriggerRule):
        yield f"rule_{blank.name}", getattr(priority.rule, blank.name)


def _rows(budget: Budget) -> Iterator[tuple[str, Any]]:
    yield from ((key, getattr(budget, key)) for key in WHOLE_BUDGET)
    yield from ((f"priority:{slot}", row) for slot, row in enumerate(budget.per_priority))


def _plain(value: Any) -> Json:
    """`value` as a field holds it: a list, or a whole number without a decimal point."""
    if isinstance(value, tuple):
        return list(value)
    return int(value) if isinstance(value, float) and value.is_integer() else value
