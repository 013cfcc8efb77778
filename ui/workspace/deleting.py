"""Deleting a share with the assessment behind it, because its respondent asked for it."""

from typing import Final

import streamlit as st

from storage import Deleted, NotSaved
from ui import session
from ui.address import DESK
from ui.escape import escape
from ui.result.layout import folded
from ui.workspace.opened import Opened

DELETED: Final = "share-deleted"


def draw(opened: Opened) -> None:
    """The folded way to delete; it asks once."""
    company = escape(opened.shared.package.contact.company)
    with folded("Delete this, because the respondent asked for it"):
        st.markdown(
            "This deletes what was shared, calls, notes, recaps and next steps, and the answers "
            "behind them, at once and for good. The audit log keeps only that it happened."
        )
        sure = st.checkbox(
            f"Yes, delete everything about {company}", key=f"sure-{opened.shared.id}"
        )
        if st.button("Delete", disabled=not sure, key="delete-share") and sure:
            _delete(opened)


def draw_word() -> None:
    """What was deleted, said once."""
    said = session.take_word(DELETED)
    if said:
        st.markdown(said)


def _delete(opened: Opened) -> None:
    try:
        gone = session.store().desk.workspace.delete(opened.shared.id, opened.who.identity)
    except NotSaved as fault:
        st.markdown(f":red[Nothing was deleted. {escape(fault)}]")
        return
    session.keep_call(None)
    session.leave_word(DELETED, _words(opened, gone))
    st.switch_page(DESK["shared"].page())


def _words(opened: Opened, gone: Deleted) -> str:
    company = escape(opened.shared.package.contact.company)
    return f"**{company} is deleted**: {gone.fields} answers, and all that was written about them."
