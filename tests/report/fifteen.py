"""The fifteen results whose papers are looked at: the five worked examples and ten extremes."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any, Final

from scoring import Assessment, Scorecard, score
from scoring.assessment import Budget, Priority, Profile, TriggerRule
from tests.scoring.verbs import PERSONAS, clear, every, person, sound, split, the_bank

LONG_WORD: Final = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunter"[:60]
HOSTILE: Final = 'A & B <b>bold</b> <img src="/etc/passwd"> =1+1 {missing}'
SCRIPTS: Final = (
    "שיווק ללקוחות קיימים 2026",
    "نمو المبيعات في السوق",
    "Ανάπτυξη · Рост · Żółć · 成長戦略 🚀",
)
NOTE: Final = (
    "We agreed this in March and wrote it down, then the person who kept the page left and nobody "
    "has looked at it since; the sales team has a copy of its own that says something else. "
)


def sixteen(level: int) -> dict[str, int]:
    """Every symptom seen `level` often."""
    return {symptom.id: level for symptom in the_bank().symptoms.checklist}


def notes(text: str) -> dict[str, str]:
    """The same note beside every question."""
    return {item.id: text for item in the_bank().items}


def nothing(name: str, **other: Any) -> Priority:
    """A priority of which nothing is in place, but for `other`."""
    lowest = {
        "process": "none",
        "owner": "nobody",
        "review_form": "none",
        "threshold": "none",
        "action": "nothing_set",
    }
    return Priority(name, **{**lowest, **other})


def _empty() -> Assessment:
    return Assessment()


def _all_unknown() -> Assessment:
    return Assessment(answers=every("dk"), budget=Budget(known=False))


def _lowest() -> Assessment:
    return Assessment(
        answers=every(0),
        priorities=(
            nothing("One", points=50),
            nothing("Two", points=30),
            nothing("Three", points=20),
        ),
        budget=Budget(per_priority=(0, 0, 10), fixed=20, other=70),
        symptoms=sixteen(3),
    )


def _ready() -> Assessment:
    return sound(answers=every(4), symptoms=sixteen(2))


def _long_names() -> Assessment:
    rule = TriggerRule(LONG_WORD * 2, LONG_WORD, LONG_WORD, LONG_WORD * 2)
    names = (LONG_WORD, LONG_WORD[::-1], ("Grow and keep " * 5)[:60])
    return sound(
        priorities=tuple(
            clear(name, points=points, owner_ref=LONG_WORD, rule=rule)
            for name, points in zip(names, (50, 30, 20), strict=True)
        ),
        budget=split(20, 20, 20, fixed=20, other=20),
        notes=notes(LONG_WORD * 4),
    )


def _scripts() -> Assessment:
    rule = TriggerRule("200 לידים", "31 במרץ", "ד״ר כהן", "להעביר תקציב")
    return sound(
        priorities=(
            clear(SCRIPTS[0], points=50, rule=rule),
            clear(SCRIPTS[1], points=30, owner="team"),
            clear(SCRIPTS[2], points=20),
        ),
        budget=split(30, 20, 10, other=40),
        notes=dict(zip(notes(""), SCRIPTS, strict=False)),
    )


def _hostile() -> Assessment:
    return sound(
        priorities=(
            clear(HOSTILE[:60], points=70, owner_ref="=HYPERLINK(1)"),
            clear("-2+3", points=30),
        ),
        notes=notes(HOSTILE),
        profile=Profile(role=None, sector="b2b_software", team_size=9, vendors=4, tools=11),
    )


def _everything_differs() -> Assessment:
    trace = nothing("Enterprise pipeline", points=60)
    return Assessment(
        profile=Profile(
            team_size=4,
            vendors=9,
            tools=12,
            channels=14,
            initiatives=31,
            added_capacity_12m=True,
            new_strategy_24m=True,
            considering_new_strategy=True,
            change={"team": "fewer", "channels": "double", "tools": "double", "content": "double"},
            tried=("new_hire", "new_agency", "new_tool"),
            blamed=("people", "creative", "agency"),
        ),
        answers=every(4),
        priorities=(trace, replace(trace, name="Retention", points=40)),
        budget=Budget(per_priority=(10, 20), fixed=5, other=65),
        symptoms=sixteen(3),
        seconds_core=60,
    )


def _many_notes() -> Assessment:
    return replace(person("P1"), notes=notes((NOTE * 6)[:1000]))


def _one_priority_in_time() -> Assessment:
    given = every(2, OWN_07="na", OWN_08="na", RES_07="na", REV_02="na", RES_08="na", REV_06="na")
    return Assessment(
        profile=Profile(team_size=1, vendors=0, tools=1, added_capacity_12m=False, role="founder"),
        answers=given,
        priorities=(Priority("Referrals", process="in_heads", owner="one_person", rank=1),),
        budget=Budget(basis="time", per_priority=(20,), fixed=60, other=19),
        symptoms=sixteen(0),
    )


EXTREMES: Final[dict[str, Callable[[], Assessment]]] = {
    "empty": _empty,
    "all_unknown": _all_unknown,
    "lowest": _lowest,
    "ready": _ready,
    "long_names": _long_names,
    "scripts": _scripts,
    "hostile": _hostile,
    "everything_differs": _everything_differs,
    "many_notes": _many_notes,
    "one_priority_in_time": _one_priority_in_time,
}
FIFTEEN: Final = (*PERSONAS, *EXTREMES)


def result(name: str) -> Scorecard:
    """The scorecard of one of the fifteen."""
    assessment = person(name) if name in PERSONAS else EXTREMES[name]()
    return score(the_bank(), assessment)
