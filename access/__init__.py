"""Who may see the consultant's workspace: the settings, the passphrase, the list of consultants.

It knows neither HTTP nor Streamlit, so that routes and pages decide by the same rules.
"""

from access.settings import (
    BROWSER,
    BROWSER_DAYS,
    CONSULTANTS,
    COOKIE,
    HOURS,
    LOCAL,
    PASSPHRASE,
    WORK,
    Access,
    access,
)
from access.wanted import own_page

__all__ = [
    "BROWSER",
    "BROWSER_DAYS",
    "CONSULTANTS",
    "COOKIE",
    "HOURS",
    "LOCAL",
    "PASSPHRASE",
    "WORK",
    "Access",
    "access",
    "own_page",
]
