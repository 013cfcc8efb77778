"""The complexity-capacity ratio: how work has grown beside the team (docs/method.md 3.9).

It explains a score and never changes one.
"""

from dataclasses import dataclass
from itertools import pairwise
from math import prod
from typing import Final

from scoring.assessment import Profile
from scoring.method import Method
from scoring.thresholds import below

TEAM: Final = "team"


@dataclass(frozen=True, slots=True)
class Load:
    """Growth factors (1 = unchanged) and work per person; `None` is not known."""

    complexity_growth: float | None
    team_growth: float | None
    ratio: float | None
    band: str | None
    initiatives_per_person: float | None
    touchpoints_per_person: float | None


def weigh_load(method: Method, profile: Profile) -> Load:
    """Geometric mean of what grew over the team's growth, and simple counts per person."""
    grown = {
        row.code: method.ratios[profile.change[row.code]]
        for row in method.bank.profile.change_rows
        if row.code in profile.change
    }
    team = grown.pop(TEAM, None)
    known = list(grown.values())
    enough = bool(known) and len(known) >= method.bank.numbers.load.ratios_needed
    complexity = prod(known) ** (1 / len(known)) if enough else None
    ratio = None if complexity is None or team is None else complexity / team
    return Load(
        complexity_growth=complexity,
        team_growth=team,
        ratio=ratio,
        band=None if ratio is None else _band(method, ratio),
        initiatives_per_person=_per_person(profile, profile.initiatives),
        touchpoints_per_person=_per_person(
            profile, _total(profile.channels, profile.tools, profile.vendors)
        ),
    )


def _band(method: Method, ratio: float) -> str:
    bands = method.bank.load.bands
    inside = (band.id for band, after in pairwise(bands) if below(ratio, after.start))
    return next(inside, bands[-1].id)


def _per_person(profile: Profile, count: int | None) -> float | None:
    return count / profile.team_size if count is not None and profile.team_size else None


def _total(*counts: int | None) -> int | None:
    known = [count for count in counts if count is not None]
    return sum(known) if len(known) == len(counts) else None
