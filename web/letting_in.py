"""Letting somebody in, whichever way: a new token in a cookie, and the one before is ended."""

from dataclasses import dataclass
from datetime import timedelta

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse

from access import BROWSER, BROWSER_DAYS, COOKIE, access
from storage.desk import SignIns
from web.private import PRIVATE
from web.same_site import keep


@dataclass(frozen=True, slots=True)
class Guest:
    """Who comes in. `under` is the passphrase in force, `address` where it was tried.

    `browser` is a new random name for the browser, to be known by the next time.
    """

    identity: str
    under: str | None = None
    account: str | None = None
    address: str = ""
    browser: str = ""


async def let_in(
    guest: Guest, request: Request, sign_ins: SignIns, prefix: str, page: str
) -> RedirectResponse:
    """Begin a sign-in and lead to `page`, a full path; one that this browser had before ends.

    The token is new every time, so nobody can know it from before. Raises `StoreFault`.
    """
    lasting, before = access().lasting, request.cookies.get(COOKIE)

    def begun() -> str:
        if before:
            sign_ins.end(before)
        return sign_ins.begin(
            guest.identity,
            lasting,
            under=guest.under,
            account=guest.account,
            address=guest.address,
            browser=guest.browser,
        )

    token = await run_in_threadpool(begun)
    response = RedirectResponse(page, 303, PRIVATE)
    keep(response, request, prefix, COOKIE, token, lasting)
    if guest.browser:
        keep(response, request, prefix, BROWSER, guest.browser, timedelta(days=BROWSER_DAYS))
    return response
