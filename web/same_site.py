"""Whether a request comes from a page of ours, and over which kind of connection."""

from datetime import timedelta
from typing import Final
from urllib.parse import parse_qsl, urlsplit

from starlette.requests import Request
from starlette.responses import Response

MOST_FORM: Final = 8192
"""Bytes of a form; a passphrase of the greatest length fits, escaped."""
MOST_FIELDS: Final = 8
FORM: Final = "application/x-www-form-urlencoded"


def is_ours(request: Request) -> bool:
    """Whether a form was sent by a page of this very site. A browser always says where from."""
    origin = urlsplit(request.headers.get("origin", ""))
    ours = origin.scheme in ("http", "https") and origin.netloc == request.headers.get("host")
    return ours and request.headers.get("sec-fetch-site", "same-origin") == "same-origin"


def is_secure(request: Request) -> bool:
    """Whether the browser speaks https, seen here or by a proxy, or said by the browser itself."""
    said = request.headers.get("x-forwarded-proto", "").split(",")[0].strip()
    origin = request.headers.get("origin", "")
    return "https" in (request.url.scheme, said) or origin.startswith("https://")


async def small_form(request: Request) -> dict[str, str] | None:
    """The fields of a form; `None` if it is none, or larger than a form of ours can be."""
    if request.headers.get("content-type", "").split(";")[0].strip().lower() != FORM:
        return None
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > MOST_FORM:
            return None
    try:
        return dict(parse_qsl(body.decode("ascii"), max_num_fields=MOST_FIELDS))
    except ValueError:
        return None


def keep(
    response: Response, request: Request, prefix: str, name: str, value: str, lasting: timedelta
) -> None:
    """Give the browser a cookie of ours; no script can read it, no other site's form sends it."""
    response.set_cookie(
        name,
        value,
        max_age=round(lasting.total_seconds()),
        path=prefix or "/",
        secure=is_secure(request),
        httponly=True,
        samesite="lax",
    )
