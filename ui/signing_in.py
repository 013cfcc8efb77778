"""Which ways to sign in there are, and Streamlit's part of the one with a work account.

Streamlit's own login proves who somebody is. What it leaves in the browser, a cookie for 30 days
that nobody can take back, is exchanged for a sign-in of ours at once (docs/decisions/014).
"""

import json
from collections.abc import Mapping
from typing import Any, Final

from streamlit.auth_util import get_cookie_with_chunks, get_secrets_auth_section
from streamlit.user_info import generate_login_redirect_url
from streamlit.web.server.server_util import get_cookie_secret
from streamlit.web.server.starlette.starlette_app_utils import decode_signed_value

from access import CONSULTANTS, access
from access.provider import provider_problem

PROVEN: Final = "_streamlit_user"
"""The cookie in which Streamlit keeps what the provider said."""
FRESH: Final = 5 * 60 / 86_400
"""Days for which such a cookie is taken: five minutes, the way back from the provider."""
PROVIDER: Final = "default"
NO_PROVIDER: Final = (
    f"{CONSULTANTS} is set, but .streamlit/secrets.toml has no [auth] that could be read, "
    "so no work account can sign in."
)
NOBODY_LISTED: Final = f"[auth] is set, but {CONSULTANTS} is not, so no work account can sign in."


def is_on() -> bool:
    """Whether anybody could sign in; without that there is no workspace."""
    return access().passphrase is not None or work_is_on()


def work_is_on() -> bool:
    """Whether work accounts can sign in: somebody is listed, and a provider is set up."""
    if not access().consultants:
        return False
    auth = get_secrets_auth_section()
    return bool(auth) and provider_problem(auth) is None


def problems() -> tuple[str, ...]:
    """Why work accounts cannot sign in although something for them is set, as sentences."""
    auth, listed = get_secrets_auth_section(), access().consultants
    if not auth:
        return (NO_PROVIDER,) if listed else ()
    wrong = provider_problem(auth)
    return (*((wrong,) if wrong else ()), *(() if listed else (NOBODY_LISTED,)))


def provider_address() -> str:
    """Where a browser begins to sign in with its work account; good for two minutes."""
    return generate_login_redirect_url(PROVIDER)


def proven(cookies: Mapping[str, str]) -> Mapping[str, Any] | None:
    """What the provider said about the browser with these cookies, a moment ago, if it did."""
    secret = get_cookie_secret()

    def read(name: str) -> bytes | None:
        held = cookies.get(name, "").encode("latin-1", "replace")
        return decode_signed_value(secret, name, held, FRESH) if held else None

    try:
        found = json.loads(get_cookie_with_chunks(read, PROVEN) or b"null")
    except ValueError:
        return None
    return found if isinstance(found, dict) and found.get("is_logged_in") is True else None
