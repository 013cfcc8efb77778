"""The address in the browser: the page, the private link's token, this tab's number, the screen."""

from collections.abc import Iterator, Mapping
from copy import copy
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Final

import streamlit as st

from ui import brand_file, signing_in

FOLDER: Final = Path(__file__).resolve().parent.parent / "pages"

LINK: Final = "t"
"""Query parameter that holds the private link's token."""
TAB: Final = "tab"
"""Query parameter that holds this browser tab's number at the store."""
STEP: Final = "step"
"""Query parameter that holds the screen within a page, counted from 1."""
SHARE: Final = "s"
"""Query parameter that holds the id of what was shared, in the consultant’s workspace."""


_made: dict[str, st.Page] = {}


@dataclass(frozen=True, slots=True)
class Place:
    """A page: its key (also its address) and its name in links and browser titles.

    In the browser's title the firm's name follows.
    """

    key: str
    name: str

    @property
    def file(self) -> str:
        """The name of its script, without the ending."""
        return self.key.replace("-", "_")

    def page(self) -> st.Page:
        """The page as Streamlit wants it: one for each run, because a run marks it as its own.

        It is copied, because making one looks at the disk, and every run needs a dozen of them.
        """
        home, firm = self.key == "welcome", brand_file.shown().name
        title = firm if home else f"{self.name} · {firm}"
        made = _made.get(self.key)
        if made is None or made.title != title:
            file = FOLDER / f"{self.file}.py"
            path = None if home else self.key
            made = _made[self.key] = st.Page(file, title=title, url_path=path, default=home)
        return copy(made)


PAGES: Final[Mapping[str, Place]] = MappingProxyType(
    {
        place.key: place
        for place in (
            Place("welcome", "Ownership, Resourcing, Review"),
            Place("about_you", "About you"),
            Place("questions", "Questions"),
            Place("priorities", "Priorities"),
            Place("money", "Money"),
            Place("hurts", "What hurts"),
            Place("facts", "A few more facts"),
            Place("check", "Check your answers"),
            Place("result", "Your result"),
            Place("share", "Share"),
            Place("about", "About this diagnostic"),
            Place("delete", "Delete my answers"),
        )
        if (FOLDER / f"{place.key}.py").exists()
    }
)

"""The respondent's pages."""

DESK: Final[Mapping[str, Place]] = MappingProxyType(
    {
        place.key: place
        for place in (
            Place("shared", "Shared assessments"),
            Place("brief", "Brief"),
            Place("call", "Call"),
            Place("recap", "Recap"),
            Place("calls-say", "What calls say about the questions"),
        )
        if (FOLDER / f"{place.file}.py").exists()
    }
)
"""The pages of the consultant's workspace; each asks `ui.consultant.require` first."""


def places() -> Iterator[Place]:
    """Every page there is today: those of the workspace only where somebody could sign in."""
    yield from PAGES.values()
    if signing_in.is_on():
        yield from DESK.values()


def token() -> str | None:
    """The private link's token, if the address has one."""
    return st.query_params.get(LINK) or None


def share() -> str | None:
    """The id of what was shared, if the address has one."""
    return st.query_params.get(SHARE) or None


def epoch() -> int | None:
    """This tab's number, if the address has one."""
    text = st.query_params.get(TAB, "")
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 9 else None


def step_of(last: int) -> int:
    """The screen that the address names, from 1 to `last`; 1 for anything else."""
    text = st.query_params.get(STEP, "")
    named = int(text) if text.isascii() and text.isdecimal() and len(text) < 4 else 1
    return max(1, min(named, last))
