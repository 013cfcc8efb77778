"""Sharing 100 points: priorities by importance, and money or time over priorities and the rest."""

from collections.abc import Sequence
from typing import Final

import streamlit as st

from bank.model import Bank
from scoring.answer_sections import MOST_POINTS, MOST_SHARE
from scoring.budget import WHOLE, Alignment
from scoring.rounding import half_up_whole
from scoring.scorecard import Scorecard
from storage import Json
from ui import asking, autosave, session
from ui.escape import as_html, escape
from ui.visit import Visit

RANK_WORDS: Final = ("First", "Second", "Third", "Fourth", "Fifth")


def ask_weights(bank: Bank, slots: Sequence[int], names: Sequence[str]) -> None:
    """Points for each priority with their total, or their order; a button changes between them."""
    visit = session.here()
    ranks = visit.stored("weighing") == "ranks"
    st.header("How important is each?", anchor=False)
    st.markdown(bank.trace.rank if ranks else bank.trace.share)
    for slot, name in zip(slots, names, strict=True):
        if ranks:
            words = {place: RANK_WORDS[place - 1] for place in range(1, len(slots) + 1)}
            asking.taps(f"priority:{slot}:rank", escape(name), words)
        else:
            asking.points(f"priority:{slot}:points", escape(name), MOST_POINTS)
    if not ranks:
        draw_total([visit.stored(f"priority:{slot}:points") for slot in slots])
    label = "Share 100 points instead" if ranks else "Put them in order instead"
    if st.button(label, key=visit.key("weighing-button")):
        autosave.settle(visit)
        autosave.put(visit, {"weighing": "points" if ranks else "ranks"})


def ask_money(bank: Bank, slots: Sequence[int], names: Sequence[str]) -> None:
    """A row for each priority, one for what cannot be moved, one for all else, and their total."""
    visit = session.here()
    rows = {
        f"budget:priority:{slot}": escape(name) for slot, name in zip(slots, names, strict=True)
    }
    rows |= {"budget:fixed": bank.budget.fixed, "budget:other": bank.budget.other}
    for name, label in rows.items():
        asking.points(name, label, MOST_SHARE)
    draw_total([visit.stored(name) for name in rows])


def draw_total(rows: Sequence[Json]) -> None:
    """The running total, and what is left to share."""
    total = sum(row for row in rows if isinstance(row, int | float))
    left = WHOLE - total
    rest = f"{left:g} left" if left > 0 else f"{-left:g} too many" if left < 0 else "all shared"
    st.html(
        f'<p class="total" role="status">Total <strong>{total:g}</strong> of {WHOLE:g}'
        f"<span>{rest}</span></p>"
    )


def draw_picture(card: Scorecard, basis: str) -> None:
    """Stated weight beside the share of what can be moved, as bars with their numbers."""
    alignment = card.alignment
    if alignment.index is None:
        return
    kind = "movable time" if basis == "time" else "movable money"
    st.header(f"Importance beside {kind}", anchor=False)
    st.caption(f"Of 100: the importance you gave each priority, and its part of your {kind}.")
    st.html(f'<dl class="pairs">{_pairs(card, alignment, kind)}</dl>')


def draw_notes(bank: Bank, alignment: Alignment) -> None:
    """Why there is no comparison yet, or what to bear in mind with it; in the bank's words."""
    codes = {alignment.reason, *alignment.notes}
    for saying in (*bank.budget.reasons, *bank.budget.notes):
        if saying.code in codes:
            st.caption(saying.text)


def priority_names(visit: Visit, slots: Sequence[int]) -> list[str]:
    """The respondent's own names of the priorities in these slots."""
    return [str(visit.stored(f"priority:{slot}:name")) for slot in slots]


def _pairs(card: Scorecard, alignment: Alignment, kind: str) -> str:
    rows = [
        (priority.name, priority.weight, share)
        for priority, share in zip(card.trace.priorities, alignment.shares, strict=True)
    ]
    rest = alignment.unaligned or 0.0
    return (
        "".join(
            f"<dt>{as_html(name)}</dt>{_bar('said', weight, 'importance')}"
            f"{_bar('spent', share, kind)}"
            for name, weight, share in rows
        )
        + f"<dt>Everything else</dt>{_bar('spent', rest, kind)}"
    )


def _bar(look: str, share: float, words: str) -> str:
    whole = half_up_whole(100 * share)
    return f'<dd class="{look}"><i style="width:{min(whole, 100)}%"></i><b>{whole}</b> {words}</dd>'
