"""Waiting for a server: until something holds, and on which port one can be started."""

import socket
import time
from collections.abc import Callable

PATIENCE = 20.0
"""Seconds to wait for the server to finish a run."""


def free_port() -> int:
    """A port nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def wait_until(holds: Callable[[], bool], seconds: float = PATIENCE) -> bool:
    """Try until `holds`; false when it never does."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if holds():
            return True
        time.sleep(0.05)
    return False
