"""The bar at the bottom of every screen of the way: Back, what is saved, Next. Always the same."""

from collections.abc import Sequence
from datetime import datetime, tzinfo
from typing import Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import streamlit as st

from storage import StoreFault
from ui import autosave, live, navigation, session
from ui.escape import as_html
from ui.parts import WAY
from ui.visit import LeftOpen, Sheet

RETRY_EVERY: Final = "3s"
SAVED: Final = "saved"
"""The name of the words that say when it was saved."""
NOT_SAVED: Final = "Not saved – trying again"


def draw(
    key: str,
    step: int = 1,
    last: int = 1,
    asked: Sequence[str] = (),
    cost: str = "",
    ahead: str = "Next",
) -> bool:
    """Draw the bar of screen `step` of `last` of the part `key`, save, and go where it is told to.

    `asked` names the fields that the screen asks for; those left open are mentioned on the next
    screen, with what that costs. `True` when somebody wants to go on from the last part.
    """
    visit = session.here()
    with st.bottom, st.container(horizontal=True, vertical_alignment="center", key="bar"):
        back = st.button("Back", key="back")
        draw_saved(visit)
        on = st.button(ahead, key="next", type="primary", shortcut="Ctrl+Enter")
    autosave.settle(visit, f"{key}:{step}", leaving=on or back)
    if on:
        missing = sum(visit.stored(name) is None for name in asked)
        visit.left_open = LeftOpen(f"{key}:{step}", missing, cost) if missing else None
        if step == last and key == WAY[-1]:
            return True
        _turn_to(key, step + 1, last)
    if back:
        visit.left_open = None
        _turn_to(key, step - 1, last)
    return False


def draw_saved(visit: Sheet) -> None:
    """When the answers were saved, as it was read back from the store; or that they are not."""
    if visit.waiting:
        reason = visit.fault.reason if visit.fault else ""
        st.html(f'<p class="saved unsaved" role="alert">{NOT_SAVED}. {as_html(reason)}</p>')
        _try_again()
    elif visit.fault:
        st.html(f'<p class="saved unsaved" role="alert">{as_html(visit.fault.reason)}</p>')
        _try_again()
    else:
        live.draw(visit, SAVED, lambda: _saved(visit))


def _saved(visit: Sheet) -> str:
    at = visit.record.changed_at.astimezone(zone())
    return f'<p class="saved" data-turn="{visit.turn}" role="status">Saved {at:%H:%M:%S}</p>'


@st.fragment(run_every=RETRY_EVERY)
def _try_again() -> None:
    visit = session.open_sheet()
    if visit is None:
        return
    try:
        over = not visit.may_save()
    except StoreFault:
        return  # it could not save either; the next time, perhaps
    if over or autosave.retry(visit):
        st.rerun()


def _turn_to(key: str, step: int, last: int) -> None:
    """Another screen of the same part, or the part before or after it."""
    if 1 <= step <= last:
        st.query_params.from_dict(navigation.query(step))
        st.rerun()
    place = WAY.index(key) + (1 if step > last else -1)
    if place < 0:
        navigation.go("welcome")
    navigation.go(WAY[place])


def zone() -> tzinfo | None:
    """The respondent's own time zone; the server's if the browser does not say."""
    name = st.context.timezone
    try:
        return ZoneInfo(name) if name else datetime.now().astimezone().tzinfo
    except (ZoneInfoNotFoundError, ValueError):
        return None
