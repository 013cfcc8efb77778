"""From page to page in the workspace: its navigation, and links that keep the share.

The links are plain HTML as in the respondent's sidebar; `keeper.js` turns a click into a rerun, so
that what is still being typed is saved on the way.
"""

from collections.abc import Iterator
from typing import Final, NoReturn
from urllib.parse import urlencode

import streamlit as st

from storage.desk import Shared
from ui import address, consultant
from ui.address import DESK, SHARE
from ui.consultant import Consultant
from ui.escape import as_html, escape

ABOUT_ONE: Final = ("brief", "call", "recap")
"""Pages about one share; the others are about all of them."""
WIDE: Final = ("shared", "brief")
"""Pages that use a wide screen: a table, and a brief in two columns."""


def draw(here: str, who: Consultant, shared: Shared | None = None) -> None:
    """The line above every page of the workspace; `here` is the key of the page below it."""
    share = shared.id if shared else None
    rows = "".join(f"<li>{each}</li>" for each in _links(here, share))
    consultant.draw_sign_out(who)
    wide = " wide" if here in WIDE else ""
    st.html(f'<nav class="desk{wide}" aria-label="Workspace"><ul>{rows}</ul></nav>')


def draw_title(title: str, shared: Shared) -> None:
    """The one title of a page about a share, with its company above."""
    contact = shared.package.contact
    st.html(f'<p class="eyebrow">{as_html(contact.company)} · {as_html(contact.name)}</p>')
    st.title(escape(title), anchor=False)


def href(key: str, share: str | None = None) -> str:
    """The address of a page of the workspace, from any page of this site."""
    return f"./{key}?{urlencode({SHARE: share})}" if share else f"./{key}"


def link(key: str, words: str, share: str | None = None) -> str:
    """A link as HTML; `words` are shown literally."""
    where = f'href="{as_html(href(key, share))}" data-page="{key}"{_share(share)}'
    return f"<a {where}>{as_html(words)}</a>"


def file_link(path: str, words: str) -> str:
    """A link to a file that opens in a tab of its own, so that the page stays as it is."""
    return f'<a href="./desk/{as_html(path)}" target="_blank" rel="noopener">{as_html(words)}</a>'


def go(wanted: str) -> NoReturn:
    """Leave for `wanted`: the key of a page, with a share's id after a colon for another share."""
    key, _, named = wanted.partition(":")
    share = named or address.share()
    query = {SHARE: share} if share and key in ABOUT_ONE else {}
    st.switch_page(DESK[key].page(), query_params=query)


def leads_somewhere(wanted: str) -> bool:
    """Whether `go` knows the way."""
    return wanted.partition(":")[0] in DESK


def _links(here: str, share: str | None) -> Iterator[str]:
    for key, place in DESK.items():
        if key in ABOUT_ONE and share is None:
            continue
        mark = ' aria-current="page"' if key == here else ""
        of = share if key in ABOUT_ONE else None
        where = f'href="{as_html(href(key, of))}" data-page="{key}"{mark}'
        yield f"<a {where}>{as_html(place.name)}</a>"


def _share(share: str | None) -> str:
    return f' data-share="{as_html(share)}"' if share else ""
