"""The end of the way: finishing a result, deleting everything."""

from typing import Final, NoReturn

import streamlit as st

from scoring.export import as_json
from storage import Deleted, NotSaved
from ui import navigation, session
from ui.escape import escape
from ui.visit import Current

DELETED: Final = "deleted"
ATTEMPTS: Final = 3


def finish(current: Current) -> None:
    """Keep the result with the answers it came from and show it; say so if that cannot be done."""
    for _ in range(ATTEMPTS):
        card = session.scorecard(current)
        record = current.record
        try:
            session.store().finish(record.id, as_json(card), version=record.version)
        except NotSaved as fault:
            visit = session.here()
            if fault.code == "changed" and session.refresh(visit):
                current = visit.current
                continue
            st.markdown(f":red[The result could not be kept. {escape(fault)}]")
            return
        navigation.go("result")


def delete(current: Current) -> NoReturn:
    """Delete the assessment and say what was deleted."""
    try:
        deleted = session.store().delete(current.record.id)
    except NotSaved as fault:
        st.markdown(f":red[Nothing was deleted. {escape(fault)}]")
        st.stop()
    session.forget()
    session.leave_word(DELETED, _words(deleted))
    st.query_params.clear()
    st.rerun()


def just_deleted() -> str | None:
    """What was deleted, said once, right after it happened."""
    return session.take_word(DELETED)


def _words(deleted: Deleted) -> str:
    results = (
        "1 finished result" if deleted.snapshots == 1 else f"{deleted.snapshots} finished results"
    )
    return (
        f"{deleted.fields} stored answers, their {deleted.events} recorded changes and {results} "
        "are gone, and your private link leads nowhere."
    )
