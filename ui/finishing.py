"""The end of the way: finishing a result, deleting everything."""

from typing import Final, NoReturn

import streamlit as st

from scoring.export import as_json
from storage import Deleted, NotSaved, StoreFault
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


def what_was_shared_goes_too(current: Current) -> str:
    """What deleting does to what was shared; true whether or not the store can be asked now."""
    try:
        shared = session.store().desk.sharing.read(current.record.id)
    except StoreFault:
        return "What you shared, if you did, and what was written about it go too."
    if shared is None:
        return "You have shared nothing, so nothing lies anywhere else on this site."
    return (
        f"What you shared on {shared.at.day} {shared.at:%B %Y} goes too, with the notes of calls "
        "about it, their summary and the next steps."
    )


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


def shared_words(deleted: Deleted) -> str:
    """What of the shared side was deleted, without a full stop; empty if nothing was."""
    if not deleted.shares:
        return ""
    counts = (
        ("1 call", "{} calls", deleted.calls),
        ("1 entry about it", "{} entries about it", deleted.call_fields),
        ("1 next step", "{} next steps", deleted.steps),
        ("1 message to another system", "{} messages to another system", deleted.outbox),
    )
    told = [one if count == 1 else many.format(count) for one, many, count in counts if count]
    return f"Deleted: {_listed(['what you shared', *told])}"


def _listed(parts: list[str]) -> str:
    *first, last = parts
    return f"{', '.join(first)} and {last}" if first else last


def _words(deleted: Deleted) -> str:
    results = (
        "1 finished result" if deleted.snapshots == 1 else f"{deleted.snapshots} finished results"
    )
    shared = shared_words(deleted)
    return (
        f"{deleted.fields} stored answers, their {deleted.events} recorded changes and {results} "
        f"are gone, and your private link leads nowhere.{f' {shared}.' if shared else ''}"
    )
