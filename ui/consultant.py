"""Who is signed in, asked at the store in every run of every page of the workspace.

The browser's cookies are those of the moment at which its tab connected. The store is what counts:
a sign-in that has ended there, in whatever tab, opens nothing from the next run on. Nothing is kept
in the session, because a session can be taken over by its id.
"""

from dataclasses import dataclass
from urllib.parse import urlencode

import streamlit as st

from access import COOKIE, access
from storage import StoreFault
from ui import plain_pages, session, signing_in
from ui.address import LINK, TAB
from ui.escape import as_html


@dataclass(frozen=True, slots=True)
class Consultant:
    """Somebody who is signed in. `how` is *passphrase* or *work account*."""

    identity: str
    how: str


def require(page: str = "") -> Consultant:
    """The consultant; for anybody else a plain page, and the end of the run.

    Every page of the workspace calls this first, and so does every fragment in one: a fragment
    runs by itself, without page and frame. The frame names the `page` to come back to.
    """
    try:
        found = signed_in()
    except StoreFault as fault:
        plain_pages.not_readable(fault)
        st.stop()
    if found is None:
        plain_pages.sign_in_needed(_way_in(page) if signing_in.is_on() else None)
        st.stop()
    return found


def signed_in() -> Consultant | None:
    """The consultant whose cookie this tab connected with, if it still opens something.

    Raises `StoreFault` if the store cannot be asked.
    """
    token = cookie()
    if token is None or not signing_in.is_on():
        return None
    found = session.store().desk.sign_ins.who(token)
    how = access().how(found.identity, found.under) if found else None
    return Consultant(found.identity, how) if found and how else None


def cookie() -> str | None:
    """The token that the browser sent when this tab connected."""
    value = st.context.cookies.get(COOKIE)
    return value if isinstance(value, str) and value else None


def draw_sign_out(who: Consultant) -> None:
    """Who is signed in, and the button that ends it: a form of its own, so that it needs no run."""
    st.html(
        f'<form class="sign-out" method="post" action="./signout"><span>Signed in as '
        f"<b>{as_html(who.identity)}</b></span> <button>Sign out</button></form>"
    )


def _way_in(page: str) -> str:
    """The address of the sign-in page, which leads back to `page` with its query."""
    query = {name: text for name, text in st.query_params.items() if name not in (LINK, TAB)}
    wanted = f"{page}?{urlencode(query)}" if page and query else page
    return f"./signin?{urlencode({'next': wanted})}" if wanted else "./signin"
