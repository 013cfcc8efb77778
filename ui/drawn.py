"""Widgets on screen and the field each one shows: how to read them and how to make them follow."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import streamlit as st

from storage import Json
from ui.reconcile import Shown


@dataclass(frozen=True, slots=True)
class One:
    """A field shown by one widget; `tidy` turns what the widget gives into what is stored."""

    key: str
    tidy: Callable[[Any], Json]
    clears: bool
    blank: Json = None
    """What the widget holds when nothing is stored."""

    def read(self) -> Shown | None:
        """What the widget shows; `None` if it is not on screen any more."""
        try:
            value = st.session_state[self.key]
        except KeyError:
            return None
        return Shown(self.tidy(value), self.clears)

    def follow(self, value: Json) -> None:
        """Show `value` from the next drawing on. Only before the widget is drawn in this run."""
        st.session_state[self.key] = self.blank if value is None else value


@dataclass(frozen=True, slots=True)
class Several:
    """A field shown by one box to tick for each code; `before` is the list as it was stored."""

    keys: Mapping[str, str]
    before: tuple[str, ...] = ()

    def read(self) -> Shown | None:
        """The ticked codes, in the order of the boxes or as stored, if they are the same codes."""
        if any(key not in st.session_state for key in self.keys.values()):
            return None
        ticked: list[str] = [code for code, key in self.keys.items() if st.session_state[key]]
        if set(ticked) == set(self.before):
            ticked = list(self.before)
        return Shown(ticked or None)

    def follow(self, value: Json) -> None:
        """Tick the boxes of the codes in `value` from the next drawing on."""
        codes = value if isinstance(value, list) else []
        for code, key in self.keys.items():
            st.session_state[key] = code in codes


Widget = One | Several
