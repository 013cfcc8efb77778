"""What stands beside every page: the parts with their state, the private link, ways to leave.

The links are plain HTML, one element for all of them: a dozen of Streamlit's links cost as much
time in every run as the questions. `keeper.js` turns a click into a rerun, so that a text that is
still being typed is saved on the way out; without it the same links load the page anew.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Final
from urllib.parse import urlencode

import streamlit as st

from ui import brand_file, brand_marks, live, navigation, private_link
from ui.escape import as_html
from ui.parts import parts_of
from ui.visit import Visit

AFTER: Final = ("check", "result", "share")
PARTS: Final = "parts"
"""The name of the list of parts with their states."""
APART: Final = ("about", "delete")


def draw(visit: Visit, here: str) -> None:
    """The sidebar of an open assessment; `here` is the key of the page it stands beside."""
    link = _linker(here)
    home = link("welcome", brand_marks.name_and_logo(brand_file.shown()))
    with st.sidebar:
        live.draw(
            visit,
            PARTS,
            lambda: f'<p class="name">{home}</p>{_nav("Parts", _rows(visit, link))}',
        )
        private_link.draw_finish_later(visit)
        apart = (f"<li>{link(key, _name(key))}</li>" for key in APART if key in navigation.PAGES)
        st.html(_nav("Also here", apart))


def draw_parts(visit: Visit) -> None:
    """The same list of parts inside a page."""
    st.html(_nav("All parts", _rows(visit, _linker(""))))


def _nav(label: str, rows: Iterable[str]) -> str:
    return f'<nav class="parts" aria-label="{label}"><ul>{"".join(rows)}</ul></nav>'


def _rows(visit: Visit, link: Callable[[str, str], str]) -> Iterator[str]:
    for part in parts_of(visit.current):
        told = f"{part.answered} of {part.asked}" if part.state == "part-way" else part.state
        row = link(part.key, f"{_name(part.key)} <small>{told}</small>")
        yield f'<li class="{part.state.replace(" ", "-")}">{row}</li>'
    yield from (f"<li>{link(key, _name(key))}</li>" for key in AFTER)


def _name(key: str) -> str:
    return as_html(navigation.PAGES[key].name)


def _linker(here: str) -> Callable[[str, str], str]:
    """Makes links that keep the private link, and mark the page `here` as the current one."""
    query = as_html(urlencode(navigation.query()))

    def link(key: str, inner: str) -> str:
        path = "" if key == "welcome" else key
        current = ' aria-current="page"' if key == here else ""
        return f'<a href="./{path}?{query}" data-page="{key}"{current}>{inner}</a>'

    return link
