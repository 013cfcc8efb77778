"""Where things are: every page by key, links that keep the private link, and going from one to another.

Streamlit's own menu drops the query, and with it the private link (docs/decisions/004); so pages
are linked with `link`, which carries it along.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Final, NoReturn

import streamlit as st

FOLDER: Final = Path(__file__).resolve().parent.parent / "pages"

LINK: Final = "t"
"""Query parameter that holds the private link's token."""
TAB: Final = "tab"
"""Query parameter that holds this browser tab's number at the store."""
STEP: Final = "step"
"""Query parameter that holds the screen within a page, counted from 1."""


@dataclass(frozen=True, slots=True)
class Place:
    """A page: its key (also file name and address) and its name in links and browser titles."""

    key: str
    name: str

    def page(self) -> st.Page:
        """The page as Streamlit wants it, made anew because it belongs to one run."""
        first = self.key == "welcome"
        return st.Page(
            FOLDER / f"{self.key}.py",
            title=self.name,
            url_path=None if first else self.key,
            default=first,
        )


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
            Place("about", "About this diagnostic"),
        )
        if (FOLDER / f"{place.key}.py").exists()
    }
)


def query(step: int | None = None) -> dict[str, str]:
    """The query that keeps the private link and this tab, at `step` if one is given."""
    kept = {name: st.query_params[name] for name in (LINK, TAB) if name in st.query_params}
    return kept | ({STEP: str(step)} if step else {})


def link(key: str, label: str | None = None, step: int | None = None) -> None:
    """Draw a link to the page `key` that keeps the private link."""
    place = PAGES[key]
    st.page_link(place.page(), label=label or place.name, query_params=query(step))


def go(key: str, step: int | None = None, with_query: Mapping[str, str] | None = None) -> NoReturn:
    """Leave for the page `key`; `with_query` replaces the private link, as when one is new."""
    params = {**query(step), **(with_query or {})}
    st.switch_page(PAGES[key].page(), query_params=params)


def step_of(last: int) -> int:
    """The screen that the address names, from 1 to `last`; 1 for anything else."""
    asked = st.query_params.get(STEP, "1")
    return min(int(asked), last) if asked.isdecimal() and len(asked) < 4 and int(asked) else 1
