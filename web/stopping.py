"""Sees to it that a stop comes to its end, whoever still reads slowly.

At SIGTERM the server accepts nobody new, closes the websockets and finishes what was asked before,
such as a PDF in the making. Without a limit, one visitor who never reads to the end of a file would
hold that up for ever.
"""

import logging
import signal
from typing import Final

LOG: Final = logging.getLogger(__name__)
GRACE: Final = 5.0
"""Seconds in which requests may be finished. The workers beside the pages take 1.5 more."""


def bound_the_stop(seconds: float = GRACE) -> bool:
    """Set the limit on the server that runs this; false, and a line of the log, if it has none.

    Called while it starts. Streamlit makes the server and has no setting for this; the server is
    found as the one that has asked to be told of SIGTERM.
    """
    server = getattr(signal.getsignal(signal.SIGTERM), "__self__", None)
    config = getattr(server, "config", None)
    if config is None or not hasattr(config, "timeout_graceful_shutdown"):
        LOG.warning("A slow visitor can hold up a stop: this server has no limit to set")
        return False
    config.timeout_graceful_shutdown = seconds
    return True
