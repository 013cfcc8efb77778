"""What every response says to the browser: where content may come from, who may frame it."""

import os
from collections.abc import Awaitable
from typing import Final

from starlette.datastructures import MutableHeaders
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from web.routes import prefix_of
from web.work_account import ComesBack, WorkAccount

FRAMED_BY: Final = "DIAGNOSTIC_FRAMED_BY"
"""Setting: the sites that may show the diagnostic in a frame, with spaces between them."""

CLOSED: Final = ("/_stcore/metrics",)
"""Addresses of the framework that are nobody's business."""

POLICY: Final = (
    "default-src 'self'; script-src 'self' 'unsafe-inline' blob:; "
    "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; "
    "connect-src 'self'; worker-src 'self' blob:; frame-src 'self'; base-uri 'self'; "
    "form-action 'self'; object-src 'none'; frame-ancestors 'self'"
)
"""Inline scripts: one in Streamlit's own page. Blobs: small components are loaded that way."""


class SecurityHeaders:
    """Middleware that adds the headers to every HTTP response."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        framed_by = os.environ.get(FRAMED_BY, "").replace(";", " ").replace(",", " ")
        self.headers = {
            "Content-Security-Policy": " ".join([POLICY, *framed_by.split()]),
            "Referrer-Policy": "same-origin",  # no-referrer would break forms of our own
            "X-Content-Type-Options": "nosniff",
            "X-Robots-Tag": "noindex, nofollow",
        }

    def __call__(self, scope: Scope, receive: Receive, send: Send) -> Awaitable[None]:
        """Pass the request on, and add the headers to its response.

        Anything else than a request goes straight on: a frame of ours would be kept for as long as
        a connection is open.
        """
        if scope["type"] != "http":
            return self.app(scope, receive, send)
        return self._answer(scope, receive, send)

    async def _answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(self.headers)
            await send(message)

        if scope["path"].endswith(CLOSED):
            await PlainTextResponse("Not found\n", 404)(scope, receive, with_headers)
            return
        await self.app(scope, receive, with_headers)


def middleware(work: WorkAccount, base: str = "") -> list[Middleware]:
    """What every request under the path `base` passes through; `work` is Streamlit's own login."""
    back = Middleware(ComesBack, is_on=work.is_on, prefix=prefix_of(base))
    return [Middleware(SecurityHeaders), back]
