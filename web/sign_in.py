"""Signing in and out: `/signin` and `/signout`, plain HTML, answered with 404 until configured."""

import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from math import ceil
from secrets import token_urlsafe
from typing import Final
from urllib.parse import urlencode

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from access import BROWSER, COOKIE, LOCAL, access, own_page
from brand import Brand
from storage import Store
from web.checking import Busy, Checking
from web.consultant import consultant_of
from web.letting_in import Guest, let_in
from web.private import PRIVATE, address_of
from web.same_site import is_ours, small_form
from web.sign_in_page import SignInPage
from web.work_account import WorkAccount
from web.work_routes import work_routes

LOG: Final = logging.getLogger(__name__)

Answer = Callable[[Request], Awaitable[Response]]


def sign_in_routes(
    prefix: str, store: Callable[[], Store], brand: Callable[[], Brand], work: WorkAccount
) -> list[Route]:
    """`/signin` and `/signout` under the path `prefix`, and those for a work account."""
    for problem in (*access().problems, *work.problems()):
        LOG.error("%s", problem)
    page = SignInPage(prefix, brand, work)
    door = Door(prefix, store, page, Checking())
    get, post = ["GET"], ["POST"]
    return [
        Route(f"{prefix}/signin", page.guarded(door.show), methods=get),
        Route(f"{prefix}/signin", page.guarded(door.sign_in), methods=post),
        Route(f"{prefix}/signout", page.guarded(door.ask), methods=get),
        Route(f"{prefix}/signout", page.guarded(door.sign_out), methods=post),
        *work_routes(prefix, store, page, work),
    ]


@dataclass(frozen=True, slots=True)
class Door:
    """What is done with a request to sign in or out."""

    prefix: str
    store: Callable[[], Store]
    page: SignInPage
    checking: Checking

    async def show(self, request: Request) -> Response:
        """The ways to sign in; who is signed in already goes straight on."""
        wanted = own_page(request.query_params.get("next", ""))
        if await run_in_threadpool(lambda: consultant_of(request, self.store().desk)):
            return RedirectResponse(self.page.address(wanted), 303, PRIVATE)
        return self.page.form(wanted, out="out" in request.query_params)

    async def sign_in(self, request: Request) -> Response:
        """Look at a passphrase, unless it is too early for another one."""
        if not is_ours(request):
            return self.page.foreign()
        form = await small_form(request)
        if form is None:
            return self.page.form(None, 400, "That form could not be read. Please try again.")
        wanted, now = own_page(form.get("next", "")), access()
        if now.passphrase is None:
            return PlainTextResponse("Not found\n", 404, PRIVATE)
        at, sign_ins = address_of(request), self.store().desk.sign_ins
        browser = request.cookies.get(BROWSER, "")
        wait = await run_in_threadpool(sign_ins.knock, LOCAL, at, browser)
        if wait > 0:
            return self.page.early(wanted, ceil(wait))
        try:
            right = await self.checking.matches(now.passphrase, form.get("passphrase", ""))
        except Busy:
            return self.page.early(wanted, 5)
        if not right:
            await run_in_threadpool(sign_ins.refuse, LOCAL)
            return self.page.form(wanted, 403, "That is not the passphrase.")
        guest = Guest(LOCAL, now.mark, account=LOCAL, address=at, browser=token_urlsafe())
        return await let_in(guest, request, sign_ins, self.prefix, self.page.address(wanted))

    async def ask(self, request: Request) -> Response:
        """The button that signs out, for who comes by a link: a link alone ends nothing."""
        return self.page.way_out()

    async def sign_out(self, request: Request) -> Response:
        """End the sign-in at the store, and with it every tab that has its cookie."""
        if not is_ours(request):
            return self.page.foreign()
        token = request.cookies.get(COOKIE)
        if token:
            await run_in_threadpool(self.store().desk.sign_ins.end, token)
        response = RedirectResponse(f"{self.prefix}/signin?{urlencode({'out': 1})}", 303, PRIVATE)
        response.delete_cookie(COOKIE, path=self.prefix or "/", httponly=True, samesite="lax")
        return response
