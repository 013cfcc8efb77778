"""Whose assessment this is. The only module that knows the keys of Streamlit's session.

The stored assessment is the truth and is read anew in every run; what the session keeps beside it
is `ui.visit.Visit`, under one key.
"""

import os
from functools import lru_cache
from typing import Final, NoReturn

import streamlit as st

from scoring.scorecard import Scorecard, score
from storage import DEFAULT_URL, NotRead, Record, Store, StoreFault, open_store
from storage.fields import assessment_of
from ui import navigation, plain_pages
from ui.question_bank import BankFile
from ui.visit import Current, Visit

__all__ = ["Current", "Visit", "current", "require", "scorecard", "store", "visit"]

SETTING: Final = "DIAGNOSTIC_DB"
VISIT: Final = "visit"


def store() -> Store:
    """The store that DIAGNOSTIC_DB names, opened once for this process."""
    return _opened(os.environ.get(SETTING) or DEFAULT_URL)


@lru_cache(maxsize=4)
def _opened(place: str) -> Store:
    return open_store(place)


def visit() -> Visit | None:
    """This tab's visit to the assessment of the private link; `None` without a link that works.

    Raises `NotRead` if the store cannot be read and nothing is known from before.
    """
    token = st.query_params.get(navigation.LINK)
    known = st.session_state.get(VISIT)
    if not token:
        return None
    if isinstance(known, Visit) and known.current.token == token:
        return known
    record = store().open(token)
    if record is None:
        st.session_state.pop(VISIT, None)
        return None
    return _begin(token, record)


def current() -> Current | None:
    """The assessment behind the private link, as it was last read from the store."""
    here = visit()
    return here.current if here else None


def require() -> Current:
    """The assessment behind the private link; without one, a plain page and the end of the run."""
    try:
        found = current()
    except NotRead as fault:
        plain_pages.not_readable(fault)
        st.stop()
    if found is None:
        if navigation.LINK in st.query_params:
            plain_pages.no_such_link()
        else:
            plain_pages.link_needed()
        st.stop()
    return found


def here() -> Visit:
    """Like `require`, but gives the visit, for what draws and saves questions."""
    require()
    found: Visit = st.session_state[VISIT]
    return found


def scorecard(current: Current) -> Scorecard:
    """The scorecard of what is stored, scored with the assessment's own bank; kept until it changes."""
    known = st.session_state.get(VISIT)
    if not isinstance(known, Visit):
        return score(current.bank, current.assessment)
    last = known.scorecard
    if last is None or last.assessment != current.assessment or last.bank is not current.bank:
        last = known.scorecard = score(current.bank, current.assessment)
    return last


def refresh(visit: Visit) -> bool:
    """Read the assessment again; `False` if it is gone. A store that fails leaves what is known."""
    try:
        record = store().read(visit.current.record.id, visit.current.record)
    except StoreFault as fault:
        visit.fault = fault
        return True
    if record is None:
        forget()
        return False
    if not visit.waiting:
        visit.fault = None
    take(visit, record)
    return True


def take(visit: Visit, record: Record) -> None:
    """Show `record`, which was just read from the store, from now on."""
    if record is not visit.current.record:
        bank = store().bank(record.bank_sha256)
        assessment = assessment_of(record.fields, bank)
        visit.current = Current(visit.current.token, record, bank, assessment)


def new_tab(visit: Visit) -> None:
    """Give this tab a number of its own: it was opened with an address that another may have too."""
    try:
        visit.tab = store().open_tab(visit.current.record.id)
    except StoreFault:
        return  # the number of the address is good enough while nothing can be written
    visit.turn = visit.tab.turn
    visit.from_address = False


def start(file: BankFile, fields: dict[str, object] | None = None) -> NoReturn:
    """Begin a new assessment, holding `fields`, and go to its first screen (or its check)."""
    started = store().start(file.text, file.bank, fields or {})  # type: ignore[arg-type]
    tab = store().open_tab(started.record.id)
    forget()
    query = {navigation.LINK: started.token, navigation.TAB: str(tab.epoch)}
    navigation.go("check" if fields else "about_you", with_query=query)


def forget() -> None:
    """Let go of the visit, as after a deletion."""
    st.session_state.pop(VISIT, None)


def _begin(token: str, record: Record) -> Visit:
    bank = store().bank(record.bank_sha256)
    asked = st.query_params.get(navigation.TAB, "")
    epoch = int(asked) if asked.isdecimal() and len(asked) < 9 else None
    tab = store().open_tab(record.id, epoch)
    found = Visit(
        Current(token, record, bank, assessment_of(record.fields, bank)),
        tab,
        from_address=tab.epoch == epoch,
        turn=tab.turn,
    )
    st.session_state[VISIT] = found
    return found
