"""The parts of the half hour, each with what to say and what is written down in it."""

from collections.abc import Callable
from typing import Final

import streamlit as st

from discovery.brief.findings import look
from discovery.run_sheet import RunPart, RunSheet
from scoring.scorecard import Scorecard
from scoring.wording import look_together
from storage.desk.call_fields import MOST_OWNER, MOST_STEP
from ui import asking
from ui.escape import as_html, escape
from ui.result.layout import bullets
from ui.workspace import entries, ratings
from ui.workspace.call_sheet import CallSheet

OUTSIDE: Final = "X"
"""The code of a cause outside this diagnostic."""
SURE: Final = {"low": "Low", "medium": "Medium", "high": "High"}


def draw(run: RunSheet, card: Scorecard, sheet: CallSheet) -> None:
    """All parts in order, and the scores after the part in which they move."""
    for part in run.parts:
        _draw_part(part)
        fields = FIELDS.get(part.id)
        if fields is not None:
            fields(card)
        if part.id == "priority":
            st.subheader("As answered, and as confirmed", anchor=False)
            ratings.draw_compared(ratings.compared(card, sheet))
        entries.text(f"notes:{part.id}", escape(f"Notes on “{part.title}”"))


def ask_priority(card: Scorecard) -> None:
    """Which priority is followed on this call."""
    names = {place: escape(entry.name) for place, entry in enumerate(card.trace.priorities)}
    if len(names) > 1:
        asking.taps("priority", "Which priority do you follow?", names)


def _draw_part(part: RunPart) -> None:
    st.header(escape(part.title), anchor=False)
    st.caption(f"Minute {part.start} to {part.end}")
    for said in part.say:
        st.html(f'<p class="ask">{as_html(said)}</p>')
    if part.ask:
        st.markdown("From these answers:")
        for asked in part.ask:
            st.html(f'<p class="ask">{as_html(asked)}</p>')
    if part.offer:
        st.markdown("To have at hand, if they ask:")
        bullets(part.offer)
    st.markdown(f"**Leave with:** {escape(part.leave)}.")
    if part.mind:
        st.caption(escape(part.mind))


def _rate(card: Scorecard) -> None:
    ask_priority(card)
    ratings.draw(card)
    entries.yes_or_no("split_confirmed", "Did they confirm how the money is split?")
    asking.line("split_by", "Who confirmed it (initials or a role)", MOST_OWNER)


def _together(card: Scorecard) -> None:
    found = {entry.code: f"{entry.code}: {entry.ask}" for entry in look_together(card)}
    for entry in look(card)[:2]:
        st.markdown(f"{escape(entry.text)} ({escape(entry.code)})")
        bullets(text for _, text in entry.answers)
    if found:
        asking.one_of_many("contradiction", "Which did you talk about?", found)


def _cause(card: Scorecard) -> None:
    causes = {entry.id: entry.name for entry in card.bank.capabilities}
    causes[OUTSIDE] = "Outside this diagnostic"
    asking.one_of_many("cause", "The cause you agree on", causes)
    asking.taps("cause_confidence", "How sure are you both?", SURE)


def _move(card: Scorecard) -> None:
    asking.line("move", "The one move, in their words", MOST_STEP)
    asking.line("move_owner", "Who does it (initials or a role)", MOST_OWNER)
    entries.day("move_due", "By which day")
    asking.line("move_stop", "What might stop it", MOST_STEP)


def _close(card: Scorecard) -> None:
    outcomes = {outcome.code: escape(outcome.text) for outcome in card.bank.call.outcomes}
    asking.lines_of_choice("outcome", "How the call ended", outcomes, "ask-lines")
    entries.day("outcome_due", "Day of the review or the next talk, if one was set")
    entries.yes_or_no("calibration", "May these ratings be used without names, to check questions?")


FIELDS: Final[dict[str, Callable[[Scorecard], None]]] = {
    "priority": _rate,
    "together": _together,
    "cause": _cause,
    "move": _move,
    "close": _close,
}
"""What is asked in a part, besides its notes."""
