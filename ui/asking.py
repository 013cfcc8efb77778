"""One question as one widget: seeded from the store, nothing preselected, noted for saving.

Every function takes the name of the field it shows and says beside the question what is not saved.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any, Final, Literal

import streamlit as st

from storage import Json
from ui import session
from ui.drawn import One, Several
from ui.escape import escape, tidy_line, tidy_lines
from ui.visit import Sheet

Look = Literal["ask-lines", "ask-lines-escape", "ask-lines-escapes"]
"""Lines of choices: all of the scale, the last one apart from it, or the last two."""
TAPS: Final = "ask-taps"
"""The style sheet finds a widget by its key, which holds one of these words."""

NOT_SAVED: Final = "Not saved – trying again"
ELSEWHERE: Final = (
    "This was changed in another tab, or by someone else with your link, after you opened this "
    "page. The later answer counts and is shown."
)


def lines_of_choice(name: str, label: str, choices: Mapping[Any, str], look: Look) -> Json:
    """Full-width lines to choose one of; `look` says which of them stand apart from the scale."""
    return _radio(name, label, choices, look)


def taps(name: str, label: str, choices: Mapping[Any, str]) -> Json:
    """A few short answers side by side."""
    return _radio(name, label, choices, TAPS)


def _radio(name: str, label: str, choices: Mapping[Any, str], look: str) -> Json:
    visit = session.sheet()
    stored = visit.stored(name)
    options = _with_stored(choices, stored)
    key = visit.key(f"{look}:{name}")
    value: Json = st.radio(
        label,
        options,
        index=_place(options, stored),
        format_func=partial(_text_of, choices),
        key=key,
        horizontal=look == TAPS,
        width="stretch",
    )
    noted(visit, name, One(key, _as_shown, clears=False))
    return value


def one_of_many(name: str, label: str, choices: Mapping[Any, str]) -> Json:
    """A list that opens, for more answers than fit on a screen."""
    visit = session.sheet()
    stored = visit.stored(name)
    options = _with_stored(choices, stored)
    key = visit.key(name)
    value: Json = st.selectbox(
        label,
        options,
        index=_place(options, stored),
        format_func=lambda code: choices.get(code) or str(code),
        key=key,
        placeholder="Choose one",
    )
    noted(visit, name, One(key, _as_shown, clears=True))
    return value


def several(name: str, label: str, choices: Mapping[str, str]) -> None:
    """Boxes to tick, as many as apply."""
    visit = session.sheet()
    stored = visit.stored(name)
    ticked = stored if isinstance(stored, list) else []
    keys = {code: visit.key(f"{name}:{code}") for code in choices}
    with st.container(key=f"several-{name}", gap=None):
        st.header(label, anchor=False)
        for code, text in choices.items():
            st.checkbox(text, value=code in ticked, key=keys[code])
        noted(visit, name, Several(keys, tuple(ticked)))


def count(name: str, label: str, most: int) -> None:
    """A whole number, empty until it is told."""
    visit = session.sheet()
    stored = visit.stored(name)
    key = visit.key(name)
    st.number_input(
        label,
        min_value=0,
        max_value=most,
        step=1,
        value=stored if isinstance(stored, int) else None,
        key=key,
        placeholder="A number",
    )
    noted(visit, name, One(key, _as_shown, clears=True))


def points(name: str, label: str, most: float) -> None:
    """A number of points, empty until it is told."""
    visit = session.sheet()
    stored = visit.stored(name)
    key = visit.key(name)
    st.number_input(
        label,
        min_value=0.0,
        max_value=float(most),
        step=1.0,
        format="%g",
        value=float(stored) if isinstance(stored, int | float) else None,
        key=key,
        placeholder="0",
    )
    noted(visit, name, One(key, _plain_number, clears=True))


def line(name: str, label: str, most: int) -> str:
    """One line of the respondent's own words; the tidied text comes back."""
    visit = session.sheet()
    key = visit.key(name)
    text = st.text_input(
        label,
        value=_text(visit.stored(name)),
        key=key,
    )
    tidy = _tidying(tidy_line, most)
    _full(text, most)
    noted(visit, name, One(key, tidy, clears=True, blank=""))
    return tidy(text) or ""


def note(name: str, label: str, most: int) -> None:
    """A few lines of the respondent's own words, out of the way until wanted."""
    visit = session.sheet()
    key = visit.key(name)
    stored = _text(visit.stored(name))
    box = st.expander(label, expanded=bool(stored), key=f"open-{name}", on_change="rerun")
    if not box.open:
        return
    with box:
        text = st.text_area(label, value=stored, key=key, height=96, label_visibility="collapsed")
        _full(text, most)
        noted(visit, name, One(key, _tidying(tidy_lines, most), clears=True, blank=""))


def noted(visit: Sheet, name: str, widget: One | Several) -> None:
    """Note that the field is on screen, and say what is not as it looks."""
    visit.drawn[name] = (visit.turn, widget)
    if name in visit.waiting:
        st.markdown(f":red[{NOT_SAVED}]")
    elif name in visit.refused:
        st.markdown(f":red[Not saved: {escape(visit.refused[name][1])}.]")
    elif name in visit.conflicts:
        st.caption(ELSEWHERE)


def _with_stored(choices: Mapping[Any, str], stored: Json) -> list[Any]:
    """The codes to choose from; a stored one that the bank does not offer stays choosable."""
    codes = list(choices)
    return codes if stored is None or stored in codes else [*codes, stored]


def _text_of(choices: Mapping[Any, str], code: Any) -> str:
    """A choice's text as Markdown; a stored code that the bank does not offer is its own text."""
    return choices.get(code) or escape(code)


def _as_shown(shown: Any) -> Json:
    value: Json = shown
    return value


def _place(options: Sequence[Any], stored: Json) -> int | None:
    return None if stored is None else options.index(stored)


def _text(stored: Json) -> str:
    return stored if isinstance(stored, str) else ""


def _tidying(tidy: Callable[[str, int], str], most: int) -> Callable[[Any], Any]:
    return lambda shown: tidy(shown or "", most) or None


def _full(text: str | None, most: int) -> None:
    if text and len(text) > most:
        st.caption(f"That is longer than fits. The first {most} characters are kept.")


def _plain_number(shown: Any) -> Json:
    whole = isinstance(shown, float) and shown.is_integer()
    number: Json = int(shown) if whole else shown
    return number
