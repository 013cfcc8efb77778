"""The web application: what is served, and what happens at start and stop. It draws nothing.

Why not a script: Streamlit runs any file of a `pages/` folder that lies beside its entry script on
a cold server's first request, past the frame and its checks. An `st.App` names the script instead,
and that one lives in `ui/`, away from `pages/` (docs/decisions/004-run-pages-as-scripts.md).
"""

import gc
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import streamlit as st

from ui import brand_file, look, signing_in
from ui.address import DESK, PAGES
from ui.session import store
from ui.streamlit_parts import answer_every_click, describe_settings_once
from web.headers import middleware
from web.routes import routes
from web.unknown_pages import unknown_pages
from web.upkeep import upkeep
from web.warming import warm_later
from web.work_account import WorkAccount

answer_every_click()
describe_settings_once()

brand_file.current()  # before the first page, so that Streamlit's theme has its colours


@asynccontextmanager
async def started(_app: st.App) -> AsyncIterator[None]:
    """Set what the imports left behind aside, so that garbage collection skips it from now on.

    The last call lets Python forget how much that was: it looks for old garbage only when that
    has grown by a quarter of everything, and what sessions leave behind would lie about until then.
    """
    gc.collect()
    gc.freeze()
    gc.collect()
    warm_later()
    async with upkeep(store):
        yield


base = st.get_option("server.baseUrlPath") or ""
work = WorkAccount(signing_in.work_is_on, signing_in.provider_address, signing_in.proven)
pages = {*PAGES, *DESK} if signing_in.is_on() else PAGES
beside = routes(store, look.sheet(), brand_file.shown, work, base)
app = st.App(
    "ui/frame.py",
    lifespan=started,
    routes=beside,
    middleware=[*middleware(work, base), unknown_pages(pages, beside, base)],
)
