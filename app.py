"""The web application: what is served, and what happens at start and stop. It draws nothing.

Why not a script: Streamlit runs any file of a `pages/` folder that lies beside its entry script on
a cold server's first request, past the frame and its checks. An `st.App` names the script instead,
and that one lives in `ui/`, away from `pages/` (docs/decisions/004-run-pages-as-scripts.md).
"""

import gc
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import streamlit as st

from access.rates import ceilings
from ui import brand_file, look, signing_in, versions
from ui.address import DESK, PAGES
from ui.lean_sessions import keep_sessions_lean
from ui.session import store
from ui.streamlit_parts import (
    answer_every_click,
    describe_settings_once,
    live_sessions,
    log_through_root,
    shell,
)
from web import log_lines
from web.connections import leave_proxies_to_us, wait_for_no_one
from web.headers import middleware
from web.numbers import number_routes
from web.routes import prefix_of, routes
from web.serving import insist, serving
from web.stopping import bound_the_stop
from web.unknown_pages import unknown_pages
from web.upkeep import upkeep
from web.warming import warm_later
from web.work_account import WorkAccount

log_lines.set_up(os.environ)
log_through_root()
served = serving(os.environ)
insist(*served.problems, *ceilings(os.environ)[1])  # before anything else is set up
leave_proxies_to_us()
wait_for_no_one()
answer_every_click()
describe_settings_once()
keep_sessions_lean()

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
    bound_the_stop()
    warm_later()
    async with upkeep(store):
        yield


base = st.get_option("server.baseUrlPath") or ""
work = WorkAccount(
    signing_in.work_is_on,
    signing_in.provider_address,
    signing_in.proven,
    signing_in.problems,
)
pages = {*PAGES, *DESK} if signing_in.is_on() else PAGES
looks = {"live_sessions": live_sessions}
beside = [
    *number_routes(prefix_of(base), os.environ, store, looks, versions.all_of_them),
    *routes(store, look.sheet(), brand_file.shown, work, base, look.fonts()),
]
app = st.App(
    "ui/frame.py",
    lifespan=started,
    routes=beside,
    middleware=[
        *middleware(work, served, shell(), base),
        unknown_pages(pages, beside, brand_file.shown, base),
    ],
)
