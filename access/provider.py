"""Whether the settings of a provider, `[auth]`, are such that what it says can be relied on."""

from collections.abc import Mapping
from typing import Any, Final
from urllib.parse import urlsplit

NEEDED: Final = (
    "redirect_uri",
    "cookie_secret",
    "client_id",
    "client_secret",
    "server_metadata_url",
)
SHORTEST_SECRET: Final = 32
"""Characters. Who guesses the secret can say to be anybody on the list."""
CALLBACK: Final = "/oauth2callback"
THIS_MACHINE: Final = ("localhost", "127.0.0.1", "::1")


def provider_problem(auth: Mapping[str, Any]) -> str | None:
    """What is wrong, as a sentence for the operator without a secret in it; `None` if all is well.

    `auth` is the section as Streamlit read it, with its one provider and none by a name.
    """
    wrong = _wrong(auth)
    return f"[auth] {wrong}, so no work account can sign in." if wrong else None


def _wrong(auth: Mapping[str, Any]) -> str | None:
    lacks = [key for key in NEEDED if not (isinstance(auth.get(key), str) and auth[key].strip())]
    if lacks:
        return f"lacks {', '.join(lacks)}"
    if len(auth["cookie_secret"]) < SHORTEST_SECRET:
        return f"has a cookie_secret of fewer than {SHORTEST_SECRET} characters"
    if not urlsplit(auth["redirect_uri"].replace("{port}", "")).path.endswith(CALLBACK):
        return f"has a redirect_uri that does not end in {CALLBACK}"
    at = urlsplit(auth["server_metadata_url"])
    if at.scheme != "https" and not (at.scheme == "http" and at.hostname in THIS_MACHINE):
        return "has a server_metadata_url that does not begin with https://"
    return None
