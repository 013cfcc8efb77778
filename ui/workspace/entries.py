"""Entries of a call beside those of a questionnaire: open text, a day, yes or no."""

from datetime import date, datetime
from typing import Any, Final

import streamlit as st

from discovery import days
from storage import Json
from storage.desk.call_fields import MOST_NOTES
from ui import asking, bottom_bar, session
from ui.drawn import One
from ui.escape import tidy_line, tidy_lines

YES_NO: Final = {True: "Yes", False: "No"}
EXAMPLES: Final = "3 Dec, Friday, tomorrow or 2026-12-31"
"""Ways to type a day."""


def text(name: str, label: str, most: int = MOST_NOTES, height: int = 96) -> str:
    """A few lines of text, open at once; the tidied text comes back."""
    sheet = session.sheet()
    key = sheet.key(name)
    stored = sheet.stored(name)
    typed = st.text_area(
        label, value=stored if isinstance(stored, str) else "", key=key, height=height
    )
    if typed and len(typed) > most:
        st.caption(f"That is longer than fits. The first {most} characters are kept.")
    asking.noted(sheet, name, One(key, lambda shown: _tidy(shown, most), clears=True, blank=""))
    return _tidy(typed, most) or ""


def day(name: str, label: str) -> None:
    """A day, typed: Streamlit's own field for dates is too small to tap and hard to leave empty.

    What is read stands in the field as `2026-12-31` from the next run on, so that `tomorrow` stays
    the day that was meant.
    """
    sheet = session.sheet()
    key = sheet.key(name)
    stored = sheet.stored(name)
    shown = stored if isinstance(stored, str) else ""
    typed = st.session_state.get(key)
    if typed and as_day(read := day_in(typed)) is not None and read != typed:
        st.session_state[key] = read
    value = st.text_input(label, value=shown, key=key, placeholder=EXAMPLES)
    found = as_day(day_in(value))
    if found is not None:
        st.caption(f"{found:%A, %-d %B %Y}")
    elif value:
        st.caption(f"No day could be read. Type it as {EXAMPLES}.")
    asking.noted(sheet, name, One(key, day_in, clears=True, blank=""))


def yes_or_no(name: str, label: str) -> Json:
    """Two taps, nothing chosen at first."""
    return asking.taps(name, label, YES_NO)


def day_in(typed: Any) -> str | None:
    """What was typed as a day such as `2026-12-31`; as it is if it cannot be read."""
    line = tidy_line(str(typed or ""), 40)
    found = days.day_in(line, datetime.now(bottom_bar.zone()).date())
    return found.isoformat() if found else line or None


def as_day(stored: Json) -> date | None:
    """A stored day."""
    try:
        return date.fromisoformat(stored) if isinstance(stored, str) else None
    except ValueError:
        return None


def _tidy(shown: Any, most: int) -> str | None:
    return tidy_lines(str(shown or ""), most) or None
