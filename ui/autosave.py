"""Saves what the widgets show, in the body of the script: at the top of every run, and at its end.

At the top, because then everything on the page is drawn from what was read back afterwards. At the
end, for widgets that the top did not know yet: those of a session that a restart has ended.
"""

from time import monotonic
from typing import Final

import streamlit as st

from storage import Json, NotSaved, Outcome
from storage.desk import CallOutcome
from ui import session, whereabouts
from ui.reconcile import Difference, Known, Shown, compare, compare_old
from ui.visit import Sheet, Visit

PAUSE: Final = 1.0
"""Seconds between an attempt that failed and the next one that nobody asked for."""


def begin(visit: Sheet) -> bool:
    """The top of a run: read the store, save what changed on screen, show what others changed.

    `False` if the assessment is gone.
    """
    turn = _next_turn(visit)
    shown = _shown(visit)
    changes = {**_off_screen(visit, shown), **_compare(visit, shown).changes}
    if visit.tried_alone:
        changes = _not_waiting(visit, changes)
    # A save reads back what is stored, so that one transaction is enough for both.
    read_back = visit.settled and _save(visit, changes, turn) and not visit.fault
    if not read_back and not session.refresh(visit):
        return False
    if visit.settled:
        found = _compare(visit, shown)
        _note(visit, found)
        visit.take.update(found.take)
        late = {name: value for name, value in found.changes.items() if name not in changes}
        _save(visit, _not_waiting(visit, late) if visit.tried_alone else late, turn)
    visit.tried_alone = False
    _follow(visit)
    return session.holds(visit)


def begin_alone(visit: Sheet) -> bool:
    """The top of a question's own run: the same as `begin`, where nothing is out of the ordinary.

    `False` if the whole page has to be drawn: something waits to be stored, was refused, is shown
    otherwise by another tab, or is gone.
    """
    said = visit.fault or visit.waiting or visit.refused or visit.conflicts
    if said or visit.take or not visit.settled:
        return False
    turn = _next_turn(visit)
    shown = _shown(visit)
    if not _save(visit, _compare(visit, shown).changes, turn) and not session.refresh(visit):
        return False
    visit.tried_alone = bool(visit.waiting)
    found = _compare(visit, shown)
    if visit.fault or visit.refused or visit.take or found.changes or found.take:
        return False
    _note(visit, found)
    return True


def settled_alone(visit: Sheet) -> bool:
    """The end of a question's own run: whether the store holds what it shows now."""
    drawn = {name: each for name, (turn, each) in visit.drawn.items() if turn == visit.turn}
    read = {name: widget.read() for name, widget in drawn.items()}
    return all(each and each.value == visit.fields.get(name) for name, each in read.items())


def settle(visit: Sheet, place: str | None = None, *, leaving: bool = False) -> None:
    """The end of a run: save what the top could not know; remember `place` as where they were.

    Then the page is drawn anew if it would say something else now; not if somebody is `leaving` it,
    unless what they see there is not what counts.
    """
    turn = visit.turn
    visit.drawn = {name: each for name, each in visit.drawn.items() if each[0] == turn}
    shown = _shown(visit)
    if visit.settled:
        found = _compare(visit, shown)
        _note(visit, found)
        visit.take.update(found.take)
        again = _save(visit, _not_waiting(visit, found.changes), turn) or bool(found.take)
    else:
        again = _settle_first(visit, shown, turn)
    if place is not None and isinstance(visit, Visit):
        whereabouts.remember(visit, place)
    if visit.take or (again and not leaving):
        st.rerun()


def put(visit: Sheet, changes: dict[str, Json]) -> None:
    """Save what a button decides, and draw the page anew from what was read back."""
    _save(visit, changes, _next_turn(visit))
    visit.take.update({name: value for name, value in changes.items() if name in visit.drawn})
    st.rerun()


def retry(visit: Sheet) -> bool:
    """Try again to save what waits; whether the page is to be drawn anew.

    Not at once: the run that draws the page has just tried, and its turn is not over.
    """
    if monotonic() - visit.tried < PAUSE:
        return False
    _save(visit, dict(visit.waiting), _next_turn(visit), stale=not visit.settled)
    return not visit.waiting


def _next_turn(visit: Sheet) -> int:
    with visit.lock:
        visit.turn += 1
        return visit.turn


def _shown(visit: Sheet) -> dict[str, Shown]:
    """What each widget of the last run shows now, if it is still there."""
    read = {name: widget.read() for name, (_, widget) in list(visit.drawn.items())}
    return {name: each for name, each in read.items() if each is not None}


def _compare(visit: Sheet, shown: dict[str, Shown]) -> Difference:
    record = visit.record
    return compare(shown, visit.base, record.fields, record.seqs)


def _off_screen(visit: Sheet, shown: dict[str, Shown]) -> dict[str, Json]:
    """What waits to be saved and is not on screen any more."""
    return {name: value for name, value in visit.waiting.items() if name not in shown}


def _not_waiting(visit: Sheet, changes: dict[str, Json]) -> dict[str, Json]:
    """The changes that are not known to wait: this run has tried those already."""
    waiting = visit.waiting
    return {
        name: value
        for name, value in changes.items()
        if name not in waiting or waiting[name] != value
    }


def _note(visit: Sheet, found: Difference) -> None:
    """Remember what screen and store agree about; nothing is left to say of those fields."""
    visit.base.update(found.agreed)
    for name in found.agreed:
        visit.waiting.pop(name, None)
        visit.refused.pop(name, None)


def _follow(visit: Sheet) -> None:
    """Make widgets show what the store holds, before they are drawn."""
    take, visit.take = visit.take, {}
    for name, value in take.items():
        if name in visit.drawn:
            visit.drawn[name][1].follow(value)


def _settle_first(visit: Sheet, shown: dict[str, Shown], turn: int) -> bool:
    """The first comparison of a session; whether the page has to be drawn again."""
    old = compare_old(shown, visit.fields)
    if not old and visit.from_address:
        session.new_tab(visit)
    saved = _save(visit, _not_waiting(visit, old), turn, stale=True)
    if visit.waiting:
        return saved  # they stay old until the store has decided about them
    record = visit.record
    found = _compare(visit, shown)
    _note(visit, found)
    for name, value in found.changes.items():
        if name not in visit.waiting and name not in visit.refused:
            visit.base[name] = Known(value, 0)
            visit.take[name] = record.fields.get(name)
    visit.settled = True
    return saved or bool(visit.take)


def _save(visit: Sheet, changes: dict[str, Json], turn: int, *, stale: bool = False) -> bool:
    """Save `changes` except what was refused already; whether anything was tried."""
    with visit.lock:
        known = visit.refused
        tried = {
            name: value
            for name, value in changes.items()
            if name not in known or known[name][0] != value
        }
        if not tried:
            return False
        base = {name: visit.base[name].seq for name in tried if name in visit.base}
        key = f"{visit.tab.epoch}.{visit.name}.{turn}{'.old' if stale else ''}"
        try:
            outcome = visit.send(tried, base, key, stale=stale, turn=turn)
        except NotSaved as fault:
            visit.tried = monotonic()
            visit.waiting.update(tried)
            visit.fault = fault
            return True
        _took(visit, tried, outcome)
        return True


def _took(visit: Sheet, tried: dict[str, Json], outcome: Outcome | CallOutcome) -> None:
    """Take over what the store made of a save."""
    visit.fault = None
    visit.show(outcome.record)
    for name, value in tried.items():
        visit.waiting.pop(name, None)
        visit.refused.pop(name, None)
        visit.conflicts.pop(name, None)
        if name in outcome.saved:
            visit.base[name] = Known(value, outcome.saved[name])
    for refusal in outcome.refused:
        visit.refused[refusal.name] = (tried[refusal.name], refusal.message)
    for conflict in outcome.conflicts:
        visit.base[conflict.name] = Known(conflict.value, conflict.seq)
        visit.take[conflict.name] = conflict.stored
        if conflict.value is not None:
            visit.conflicts[conflict.name] = conflict
