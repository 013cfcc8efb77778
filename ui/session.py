"""Whose assessment this is. The only module that knows the keys of Streamlit's session.

The stored assessment is the truth and is read anew in every run; what the session keeps beside it
is `ui.visit.Visit`, under one key.
"""

import os
from collections.abc import Mapping
from functools import lru_cache
from secrets import token_hex
from threading import Lock
from time import monotonic, sleep
from typing import Final, NoReturn

import streamlit as st

from access.rates import rates
from events import say
from scoring.scorecard import Scorecard, score
from storage import DEFAULT_URL, Json, Record, Store, StoreFault, StoreRefused, open_store
from storage.watched import watched
from ui import address, plain_pages
from ui.question_bank import BankFile
from ui.visit import Current, Sheet, Visit
from ui.workspace.call_sheet import CallSheet

__all__ = ["Current", "Visit", "current", "require", "scorecard", "store", "visit"]

SETTING: Final = "DIAGNOSTIC_DB"
VISIT: Final = "visit"
CALL: Final = "call"
NAME: Final = "name"
THIS_MACHINE: Final = "127.0.0.1"
"""The address for which Streamlit has none."""
PATIENCE: Final = 2.0
"""Seconds a page waits for a busy store before it says so; then it tries again."""


def store() -> Store:
    """The store that DIAGNOSTIC_DB names, opened once for this process."""
    with _opening:
        return _opened(os.environ.get(SETTING) or DEFAULT_URL)


_opening: Final = Lock()
"""Two that ask at the same instant get one store, not one each."""


@lru_cache(maxsize=4)
def _opened(place: str) -> Store:
    try:
        return watched(open_store(place, wait=PATIENCE))
    except StoreRefused as refused:
        say("store_refused", code=refused.code)
        raise


def visit() -> Visit | None:
    """This tab's visit to the assessment of the private link; `None` without a link that works.

    Raises `StoreFault` if the store cannot be reached and nothing is known from before.
    """
    found = known()
    token = address.token()
    if found is not None or token is None:
        return found
    record = store().open(token)
    if record is None:
        forget()
        return None
    return _begin(token, record)


def known() -> Visit | None:
    """The visit as this session remembers it, if the address still names its assessment."""
    found = st.session_state.get(VISIT)
    if isinstance(found, Visit) and found.current.token == address.token():
        return found
    return None


def current() -> Current | None:
    """The assessment behind the private link, as it was last read from the store."""
    here = visit()
    return here.current if here else None


def require() -> Current:
    """The assessment behind the private link; without one, a plain page and the end of the run."""
    found = current_or_plain()
    if found is None:
        plain_pages.link_needed()
        st.stop()
    return found


def current_or_plain() -> Current | None:
    """The assessment; `None` without a link. A link to nowhere ends the run in a plain page."""
    try:
        found = current()
    except StoreFault as fault:
        plain_pages.not_readable(fault)
        st.stop()
    if found is None and address.token() is not None:
        slow_down()
        plain_pages.no_such_link()
        st.stop()
    return found


def here() -> Visit:
    """The visit, for what draws and saves questions on a page that has called `require`."""
    found = st.session_state.get(VISIT)
    if not isinstance(found, Visit):
        require()
        found = st.session_state[VISIT]
    assert isinstance(found, Visit)
    return found


def scorecard(current: Current) -> Scorecard:
    """The scorecard of what is stored, with the assessment's own bank; kept until that changes."""
    visit = known()
    last = visit.scorecard if visit else None
    if last is None or last.assessment != current.assessment or last.bank is not current.bank:
        last = score(current.bank, current.assessment)
    if visit is not None:
        visit.scorecard = last
    return last


def refresh(sheet: Sheet) -> bool:
    """Read what is stored again; `False` if it is gone. A store that fails leaves what is known."""
    try:
        record = sheet.read_again()
    except StoreFault as fault:
        sheet.fault, sheet.tried = fault, monotonic()
        return True
    if record is None:
        st.session_state.pop(CALL if holds(sheet, CALL) else VISIT, None)
        return False
    if not sheet.waiting:
        sheet.fault = None
    sheet.show(record)
    return True


def holds(sheet: Sheet, *names: str) -> bool:
    """Whether this session still has `sheet` open."""
    return any(st.session_state.get(name) is sheet for name in names or (VISIT, CALL))


def new_tab(sheet: Sheet) -> None:
    """Give this tab a number of its own: it was opened with an address another may have too."""
    try:
        sheet.tab = sheet.open_tab()
    except StoreFault:
        return  # the number of the address is good enough while nothing can be written
    sheet.turn = max(sheet.turn, sheet.tab.turn)  # what is on screen was drawn in this turn
    sheet.from_address = False


def call() -> CallSheet | None:
    """The call that this tab of the workspace has open, if the address still names its share."""
    found = st.session_state.get(CALL)
    same = isinstance(found, CallSheet) and found.call.share_id == address.share()
    return found if same else None


def keep_call(sheet: CallSheet | None) -> None:
    """Have `sheet` open in this tab from now on, or no call at all."""
    if sheet is None:
        st.session_state.pop(CALL, None)
    else:
        st.session_state[CALL] = sheet


def sheet() -> Sheet:
    """What a question on this page belongs to: the call in the workspace, else the assessment."""
    return call() or here()


def open_sheet() -> Sheet | None:
    """As `sheet`, where there may be none."""
    return call() or known()


def visitor_address() -> str:
    """Where the visitor comes from, as `web.visitors` found out; for counting, never for trust."""
    return st.context.ip_address or THIS_MACHINE


def name() -> str:
    """A name for this browser tab, for counting: made up, and nobody else's."""
    found = word(NAME) or token_hex(8)
    leave_word(NAME, found)
    return found


def slow_down() -> None:
    """Let whoever tries many wrong links wait for each answer; a right link never waits."""
    sleep(rates().wrong_link(visitor_address()))


def start(file: BankFile, fields: Mapping[str, Json], key: str) -> NoReturn:
    """Begin a new assessment that holds `fields`, and open it at the page `key`.

    Raises `StoreFault`, and `TooMany` if too many were begun from the same address.
    """
    rates().count("start", visitor_address())
    started = store().start(file.text, file.bank, fields)
    forget()
    st.switch_page(address.PAGES[key].page(), query_params={address.LINK: started.token})


def forget() -> None:
    """Let go of the visit, as after a deletion."""
    st.session_state.pop(VISIT, None)


def _begin(token: str, record: Record) -> Visit:
    bank = store().bank(record.bank_sha256)
    epoch = address.epoch()
    tab = store().open_tab(record.id, epoch)
    found = Visit(
        store=store(),
        current=Current(token, record, bank),
        tab=tab,
        from_address=tab.epoch == epoch,
        turn=tab.turn,
    )
    st.session_state[VISIT] = found
    return found


def leave_word(name: str, word: str) -> None:
    """Leave a sentence for the next run to say once."""
    st.session_state[name] = word


def take_word(name: str) -> str | None:
    """The sentence left under `name`, which is then forgotten."""
    word = st.session_state.pop(name, None)
    return word if isinstance(word, str) else None


def word(name: str) -> str | None:
    """The word left under `name`, which stays."""
    found = st.session_state.get(name)
    return found if isinstance(found, str) else None
