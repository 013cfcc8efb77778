"""Serves the bare wizard tuned as ours: the same settings, what imports left is set aside."""

import gc
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import streamlit as st


@asynccontextmanager
async def started(_app: st.App) -> AsyncIterator[None]:
    """As in `app.py`."""
    gc.collect()
    gc.freeze()
    gc.collect()
    yield


app = st.App("bare_wizard.py", lifespan=started)
