"""Where the respondent is, so that the link leads back to it, and how long a screen took."""

from time import monotonic
from typing import Final

from storage import Json, NotSaved
from storage.field_names import PLACE
from ui import session
from ui.visit import Screen, Visit

MOST_SECONDS: Final = 120.0
"""Time counted for one screen of questions at most; a phone call in between is not thinking."""
TIMED: Final = "questions"
"""The page whose time is measured."""


def remember(visit: Visit, place: str) -> None:
    """Store where the respondent is, and the time that the screen just left took."""
    last, now = visit.screen, monotonic()
    if last is not None and last.place == place:
        return
    visit.screen = Screen(place, now)
    if last is not None:
        visit.conflicts.clear()  # what a session begins with has not been seen by anybody yet
    if visit.left_open is not None and (last is None or last.place != visit.left_open.place):
        visit.left_open = None
    changes: dict[str, Json] = {} if visit.fields.get(PLACE) == place else {PLACE: place}
    if last is not None and last.place.startswith(TIMED):
        spent = min(now - last.since, MOST_SECONDS)
        changes["seconds_core"] = round(_seconds(visit) + spent, 1)
    if not changes or visit.waiting:
        return
    key = f"{visit.tab.epoch}.{visit.name}.{visit.turn}.place"
    record = visit.current.record
    try:
        outcome = session.store().save(record.id, visit.tab, changes, {}, key, turn=visit.turn)
    except NotSaved:
        return  # no answer of anybody's; what happened to the store shows with the next answer
    visit.show(outcome.record)


def _seconds(visit: Visit) -> float:
    before = visit.fields.get("seconds_core")
    return before if isinstance(before, int | float) else 0.0
