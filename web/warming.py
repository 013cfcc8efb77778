"""Loads what later pages need soon after the start, so that neither the start nor a click waits."""

import gc
import logging
from importlib import import_module
from threading import Timer
from typing import Final

LOG: Final = logging.getLogger(__name__)
LATER: Final = ("pandas", "altair")
"""Needed by the result page and the consultant's table only, and the slowest of all to load."""
BREATH: Final = 0.5
"""Seconds after the start: who asked whether we are well has the answer by then."""


def warm_later(seconds: float = BREATH) -> Timer:
    """Load them in a thread of their own; a page that needs one sooner loads it itself."""
    timer = Timer(seconds, _load)
    timer.daemon = True
    timer.start()
    return timer


def _load() -> None:
    for name in LATER:
        try:
            import_module(name)
        except Exception as fault:  # the first page that needs it will say so to somebody
            LOG.error("Loading %s: stumbled over %s", name, type(fault).__name__)
    gc.collect()
    gc.freeze()  # what was loaded is never garbage, so no collection looks at it again
