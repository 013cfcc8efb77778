"""What is open to the network: addresses of the framework that are closed, and who may connect.

docs/security.md lists every address; `tests/web/test_surface.py` holds it to the running app.
"""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Final
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from access.rates import TooMany, rates
from web.private import too_many
from web.serving import Serving

CLOSED: Final = ("_stcore/metrics", "_stcore/agent", "component", "_stcore/bidi-components")
"""Addresses of the framework that nothing here needs, with everything under them."""
WORK: Final = ("auth", "oauth2callback")
"""Addresses of Streamlit's own login: closed unless work accounts are set up."""
UPLOADS: Final = "_stcore/upload_file"
STREAM: Final = "_stcore/stream"
PROBES: Final = ("healthz", "readyz")
"""Asked by machines that may not know the site's name."""
BODY_SECONDS: Final = 30.0
"""Within which a request's body has to be here."""
PORTS: Final = {"http": 80, "https": 443}


class Surface:
    """Middleware in front of the framework: the wrong name, address or origin ends here."""

    def __init__(
        self, app: ASGIApp, serving: Serving, prefix: str, work_is_on: Callable[[], bool]
    ) -> None:
        self.app, self.serving, self.work_is_on = app, serving, work_is_on
        self.root = f"{prefix}/"

    def __call__(self, scope: Scope, receive: Receive, send: Send) -> Awaitable[None]:
        """Pass the request on, unless it is for nobody here.

        An open connection keeps no frame of this.
        """
        if scope["type"] == "websocket":
            if self._may_connect(scope):
                return self.app(scope, receive, send)
            # before the handshake, so the browser gets a 403
            return send({"type": "websocket.close", "code": 1008})
        if scope["type"] != "http":
            return self.app(scope, receive, send)
        return self._answer(scope, receive, send)

    async def _answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        refusal = self._refusal(scope)
        if refusal is not None:
            await refusal(scope, receive, send)
            return
        await self.app(scope, in_time(receive), send)

    def _path(self, scope: Scope) -> str:
        """The path under our own, without slashes around it."""
        path: str = scope["path"]
        return path.removeprefix(self.root).strip("/")

    def _may_connect(self, scope: Scope) -> bool:
        """Whether a websocket comes from a page of this very site, or from no page at all."""
        headers = Headers(scope=scope)
        host, origin = headers.get("host", ""), headers.get("origin")
        if self._path(scope) != STREAM or not self._is_ours(host):
            return False
        if origin is None:
            return True  # no browser; it has no cookies of anybody but its owner's
        from_page = _place(origin)
        if from_page is None:
            return False
        return from_page == _place(f"{urlsplit(origin).scheme}://{host}") or (
            from_page[0] in self.serving.hosts
        )

    def _is_ours(self, host: str) -> bool:
        """Whether a `Host` names us; every name does while none is set."""
        place = _place(f"http://{host}")
        return not self.serving.hosts or (place is not None and place[0] in self.serving.hosts)

    def _refusal(self, scope: Scope) -> Response | None:
        path = self._path(scope)
        if path not in PROBES and not self._is_ours(Headers(scope=scope).get("host", "")):
            return PlainTextResponse("This site is not known by that name.\n", 421)
        if _is_under(path, CLOSED) or (_is_under(path, WORK) and not self.work_is_on()):
            return PlainTextResponse("Not found\n", 404)
        if _is_under(path, (UPLOADS,)) and scope["method"] == "PUT":
            session = path.removeprefix(UPLOADS).strip("/").partition("/")[0]
            client = Request(scope).client
            try:
                rates().count("upload", client.host if client else "", session)
            except TooMany as told:
                return too_many(told)
        return None


def in_time(receive: Receive) -> Receive:
    """`receive`, but who sends a body too slowly is taken for gone. A finished body may rest."""
    loop = asyncio.get_running_loop()
    until, whole = loop.time() + BODY_SECONDS, False

    async def received() -> Message:
        nonlocal whole
        if whole:
            return await receive()
        try:
            async with asyncio.timeout_at(until):
                message = await receive()
        except TimeoutError:
            return {"type": "http.disconnect"}
        whole = message["type"] != "http.request" or not message.get("more_body")
        return message

    return received


def _is_under(path: str, places: tuple[str, ...]) -> bool:
    return any(path == place or path.startswith(f"{place}/") for place in places)


def _place(origin: str) -> tuple[str, int] | None:
    """The name and port of an origin; `None` for what is none."""
    try:
        parts = urlsplit(origin.lower())
        port = parts.port or PORTS.get(parts.scheme, 0)
    except ValueError:
        return None
    if parts.scheme not in PORTS or not parts.hostname or parts.username is not None:
        return None
    return parts.hostname.rstrip("."), port
