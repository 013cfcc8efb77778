"""Signing in with a work account: what Streamlit's login proved becomes a sign-in of ours.

Its cookie is good for one sign-in and taken away, and a token of the store's is given instead.
"""

import json
from collections.abc import Callable
from datetime import timedelta
from typing import Final

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from access import access, own_page
from storage import Store
from web.letting_in import Guest, let_in
from web.private import PRIVATE
from web.same_site import keep
from web.sign_in_page import SignInPage
from web.work_account import WorkAccount

WANTED: Final = "diagnostic_wanted"
"""A cookie with the page to come back to, for the minutes at the provider."""
THERE: Final = timedelta(minutes=10)
NOT_IN: Final = "That did not sign you in. Please try again."
STREAMLITS: Final = "_streamlit_user"
"""How the names of the cookies begin that Streamlit's login leaves."""


def work_routes(
    prefix: str, store: Callable[[], Store], page: SignInPage, work: WorkAccount
) -> list[Route]:
    """`/signin/work` leads to the provider, `/signin/back` is where it leads back to."""

    async def leave(request: Request) -> Response:
        if not work.is_on():
            return PlainTextResponse("Not found\n", 404, PRIVATE)
        response = RedirectResponse(work.begins_at(), 302, PRIVATE)
        _remember(response, request, prefix)
        return response

    async def arrive(request: Request) -> Response:
        if not work.is_on():
            return PlainTextResponse("Not found\n", 404, PRIVATE)
        claims = work.proven(request.cookies)
        if claims is None:
            response = page.form(None, 403, NOT_IN)
            return _without_theirs(response, request, prefix)
        identity, sign_ins = access().admits(claims), store().desk.sign_ins
        if identity is None:
            await run_in_threadpool(sign_ins.refuse, str(claims.get("email") or ""))
            return _without_theirs(page.not_listed(), request, prefix)
        if not await run_in_threadpool(sign_ins.spend, json.dumps(claims, sort_keys=True)):
            response = page.form(None, 403, NOT_IN)
            return _without_theirs(response, request, prefix)
        onward = page.address(own_page(request.cookies.get(WANTED, "")))
        response = await let_in(Guest(identity), request, sign_ins, prefix, onward)
        return _without_theirs(response, request, prefix)

    return [
        Route(f"{prefix}/signin/work", page.guarded(leave), methods=["GET"]),
        Route(f"{prefix}/signin/back", page.guarded(arrive), methods=["GET"]),
    ]


def _remember(response: Response, request: Request, prefix: str) -> None:
    """Keep the page to come back to in the browser, for as long as one is at the provider."""
    wanted = own_page(request.query_params.get("next", "")) or ""
    keep(response, request, prefix, WANTED, wanted, THERE)


def _without_theirs(response: Response, request: Request, prefix: str) -> Response:
    """Take away what Streamlit's login left, which nobody could end from here."""
    for name in request.cookies:
        if name.startswith(STREAMLITS) or name == WANTED:
            for path in {prefix or "/", "/"}:
                response.delete_cookie(name, path=path)
    return response
