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

from access import access

PROVEN: Final = "_streamlit_user"
"""The cookie in which Streamlit keeps what the provider said."""
FRESH: Final = 5 * 60 / 86_400
"""Days for which such a cookie is taken: five minutes, the way back from the provider."""
PROVIDER: Final = "default"


def is_on() -> bool:
    """Whether anybody could sign in; without that there is no workspace."""
    return access().passphrase is not None or work_is_on()


def work_is_on() -> bool:
    """Whether work accounts can sign in: somebody is listed, and a provider is set up."""
    return bool(access().consultants and get_secrets_auth_section())


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
