"""Streamlit's part of signing in with a work account, and the way back from it.

Streamlit sends a browser that comes from the provider on to its own start page, with a cookie for
30 days. `ComesBack` sends it to `web.work_routes` instead, also when the way there has failed.
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

CALLBACK: Final = "/oauth2callback"
LOGIN: Final = "/auth/login"


@dataclass(frozen=True, slots=True)
class WorkAccount:
    """Streamlit's part: whether it is set up, where it begins, what a browser has proven.

    `problems` are sentences for the operator, as in `Access`.
    """

    is_on: Callable[[], bool]
    begins_at: Callable[[], str]
    proven: Callable[[Mapping[str, str]], Mapping[str, Any] | None]
    problems: Callable[[], Sequence[str]] = tuple


class ComesBack:
    """Middleware: who returns from the provider comes to `/signin/back`, not to the start page."""

    def __init__(self, app: ASGIApp, is_on: Callable[[], bool], prefix: str) -> None:
        self.app, self.is_on, self.prefix = app, is_on, prefix

    def __call__(self, scope: Scope, receive: Receive, send: Send) -> Awaitable[None]:
        """Pass the request on; another way for the one that ends Streamlit's login."""
        if self._path(scope) not in (CALLBACK, LOGIN) or not self.is_on():
            return self.app(scope, receive, send)
        return self._send_on(scope, receive, send)

    async def _send_on(self, scope: Scope, receive: Receive, send: Send) -> None:
        path = self._path(scope)

        async def sent_on(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                leaves = path == LOGIN and "://" in headers.get("location", "")
                if message["status"] >= 300 and not leaves:
                    message["status"] = 303
                    headers["location"] = f"{self.prefix}/signin/back"
            await send(message)

        await self.app(scope, receive, sent_on)

    def _path(self, scope: Scope) -> str:
        """The path under our own; empty for what is no request."""
        return scope["path"].removeprefix(self.prefix) if scope["type"] == "http" else ""
