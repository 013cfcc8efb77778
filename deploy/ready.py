"""Asks this container's own /readyz; ends with 0 if the store works. Needs no curl and no shell."""

import os
import sys
from collections.abc import Mapping
from urllib.error import HTTPError
from urllib.request import ProxyHandler, build_opener

PATIENCE = 6.0
"""Seconds; the store itself answers within about five, whatever is wrong with it."""


def address(settings: Mapping[str, str]) -> str:
    """Where the replica answers, from Streamlit's own settings."""
    port = settings.get("STREAMLIT_SERVER_PORT", "8501")
    base = settings.get("STREAMLIT_SERVER_BASE_URL_PATH", "").strip("/")
    return f"http://127.0.0.1:{port}/{base + '/' if base else ''}readyz"


def complaint(url: str, seconds: float = PATIENCE) -> str:
    """What is wrong, in the words of the route; empty if nothing is."""
    try:
        with build_opener(ProxyHandler({})).open(url, timeout=seconds):
            return ""
    except HTTPError as error:
        return f"not ready ({error.code}): {error.read(500).decode(errors='replace').strip()}"
    except OSError as error:
        return f"no answer at {url}: {error}"


if __name__ == "__main__":
    sys.exit(complaint(address(os.environ)) or 0)
