"""The call that a tab has open: begun with its page, saved at the top of every run."""

import streamlit as st

from discovery.run_sheet import RunSheet
from storage import StoreFault
from storage.desk import Call, Shared
from ui import address, autosave, bottom_bar, plain_pages, session
from ui.escape import escape
from ui.workspace import clock, ways
from ui.workspace.call_sheet import CallSheet
from ui.workspace.opened import Opened


def begin() -> None:
    """Save what changed on screen, before any page is drawn, if its consultant is still let in."""
    sheet = session.call()
    if sheet is None:
        return
    try:
        let_in = sheet.may_save()
    except StoreFault:
        return  # the page says so itself; what is on screen stays there
    if let_in:
        autosave.begin(sheet)
    else:
        session.keep_call(None)


def require(opened: Opened) -> CallSheet:
    """The call about what was opened; the latest one, begun if there is none."""
    found = session.call()
    if found is not None:
        found.shared = opened.shared
        return found
    try:
        call = session.store().desk.calls.open(opened.shared.id, opened.who.identity)
        return _show(opened.who.identity, opened.shared, call)
    except StoreFault as fault:
        plain_pages.not_readable(fault)
        st.stop()


def another(sheet: CallSheet) -> None:
    """Begin a further call about the same share, and show that one."""
    calls = sheet.store.desk.calls
    _show(sheet.who, sheet.shared, calls.another(sheet.call.share_id, sheet.who))


def draw_bar(sheet: CallSheet, run: RunSheet | None = None) -> None:
    """The bar at the bottom: the clock of a call's `run`, and whether everything is saved."""
    with st.bottom, st.container(horizontal=True, vertical_alignment="center", key="bar"):
        if run is not None:
            clock.draw(sheet, run)
        bottom_bar.draw_saved(sheet)


def _show(who: str, shared: Shared, call: Call) -> CallSheet:
    store, epoch = session.store(), address.epoch()
    tab = store.desk.calls.open_tab(call.id, epoch)
    mine = tab.epoch == epoch
    sheet = CallSheet(
        store=store,
        tab=tab,
        from_address=mine,
        turn=tab.turn,
        call=call,
        shared=shared,
        who=who,
    )
    session.keep_call(sheet)
    return sheet


def draw_ways_on(sheet: CallSheet) -> None:
    """On to the recap; and a further call, once something is written about this one."""
    share = sheet.call.share_id
    st.html(f'<p class="files">{ways.link("recap", "On to the recap", share)}</p>')
    if sheet.call.version and st.button("Begin a further call", key="another-call"):
        try:
            another(sheet)
        except StoreFault as fault:
            st.markdown(f":red[No further call was begun. {escape(fault)}]")
            return
        st.rerun()
