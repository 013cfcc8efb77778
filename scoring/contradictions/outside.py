"""The one rule that needs the causes: people were blamed, and the answers point elsewhere."""

from collections.abc import Sequence

from scoring.contradictions.facts import Cutoffs, Detail
from scoring.thresholds import below, reaches

BLAMED_ON_PEOPLE = frozenset({"people", "creative", "agency"})


def blames_people_but_work_explains_it(
    cutoffs: Cutoffs, blamed: Sequence[str], outside: float | None, overall: float | None
) -> Detail | None:
    """K24: a prompt for the call, never shown to the respondent; codes in alphabetical order."""
    found = tuple(sorted(BLAMED_ON_PEOPLE.intersection(blamed)))
    if not found or outside is None or overall is None:
        return None
    inside = reaches(1 - outside, cutoffs["share"])
    return {"blamed": found} if inside and below(overall, cutoffs["overall"]) else None
