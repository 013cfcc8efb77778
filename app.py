"""The web application: what is served, and what happens at start and stop. It draws nothing.

Why not a script: Streamlit runs any file of a `pages/` folder that lies beside its entry script on
a cold server's first request, past the frame and its checks. An `st.App` names the script instead,
and that one lives in `ui/`, away from `pages/` (docs/decisions/004-run-pages-as-scripts.md).
"""

import gc
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import altair  # noqa: F401  loaded once at start, so that no visitor's first click waits for it
import pandas as pd  # noqa: F401  the same
import streamlit as st

from ui import brand_file, look
from ui.session import store
from web.headers import middleware
from web.routes import routes
from web.upkeep import upkeep

brand_file.current()  # before the first page, so that Streamlit's theme has its colours


@asynccontextmanager
async def started(_app: st.App) -> AsyncIterator[None]:
    """Set what the imports left behind aside, so that garbage collection skips it from now on."""
    gc.collect()
    gc.freeze()
    async with upkeep(store):
        yield


app = st.App(
    "ui/frame.py",
    lifespan=started,
    routes=routes(
        store,
        look.sheet(),
        brand_file.shown,
        st.get_option("server.baseUrlPath") or "",
    ),
    middleware=middleware(),
)
