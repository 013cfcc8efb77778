"""What every response says to the browser: where content may come from, who may frame it."""

import re
from base64 import b64encode
from collections.abc import Awaitable
from hashlib import sha256
from typing import Final

from starlette.datastructures import MutableHeaders
from starlette.middleware import Middleware
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from web.private import PRIVATE
from web.routes import prefix_of
from web.serving import Serving
from web.surface import Surface
from web.visitors import Visitors
from web.work_account import ComesBack, WorkAccount

POLICY: Final = (
    "default-src 'self'; script-src 'self' blob:{scripts}; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; "
    "worker-src 'none'; frame-src 'none'; object-src 'none'; base-uri 'self'; "
    "form-action 'self'; frame-ancestors 'self'{framed_by}"
)
"""Blobs: small components are loaded that way. Inline styles: Streamlit's, one for each widget."""
REFUSED: Final = (
    *("accelerometer", "camera", "display-capture", "geolocation", "gyroscope", "hid"),
    *("magnetometer", "microphone", "midi", "payment", "publickey-credentials-get", "serial"),
    *("screen-wake-lock", "usb"),
)
PERMISSIONS: Final = ", ".join(
    [
        *(f"{name}=()" for name in REFUSED),
        "clipboard-write=(self)",  # the button that copies the private link
    ]
)
INLINE: Final = re.compile(rb"<script>(.*?)</script>", re.DOTALL)
FORMS: Final = ("signin", "signout")
"""Pages with a form of ours: its `Origin` has to be named, and no other site may frame them."""
DAY: Final = 24 * 60 * 60


class SecurityHeaders:
    """Middleware that adds the headers to every HTTP response."""

    def __init__(self, app: ASGIApp, serving: Serving, prefix: str, shell: bytes) -> None:
        """`shell` is the page of Streamlit's that every page of ours begins as."""
        self.app = app
        self.forms = tuple(f"{prefix}/{name}" for name in FORMS)
        self.media = f"{prefix}/media/"
        self.hsts = f"max-age={serving.hsts_days * DAY}" if serving.hsts_days else ""
        scripts = "".join(f" '{digest}'" for digest in digests(shell))
        own = {
            "Content-Security-Policy": POLICY.format(scripts=scripts, framed_by=""),
            "Referrer-Policy": "no-referrer",
            "X-Content-Type-Options": "nosniff",
            "X-Robots-Tag": "noindex, nofollow",
            "X-Frame-Options": "SAMEORIGIN",
            "Permissions-Policy": PERMISSIONS,
            "Cross-Origin-Opener-Policy": "same-origin",
            "Cross-Origin-Resource-Policy": "same-origin",
        }
        # With no-referrer, a browser sends the forms of these pages with `Origin: null`.
        self.of_forms = {**own, "Referrer-Policy": "same-origin"}
        self.of_others = dict(own)
        if serving.framed_by:
            sites = "".join(f" {site}" for site in serving.framed_by)
            policy = POLICY.format(scripts=scripts, framed_by=sites)
            self.of_others["Content-Security-Policy"] = policy
            del self.of_others["X-Frame-Options"]  # it knows no list of sites

    def __call__(self, scope: Scope, receive: Receive, send: Send) -> Awaitable[None]:
        """Pass the request on, and add the headers to its response.

        Anything else than a request goes straight on: a frame of ours would be kept for as long as
        a connection is open.
        """
        if scope["type"] != "http":
            return self.app(scope, receive, send)
        return self._answer(scope, receive, send)

    async def _answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        path: str = scope["path"]
        chosen = self.of_forms if path.startswith(self.forms) else self.of_others

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.update(chosen)
                if self.hsts and scope["scheme"] == "https":
                    headers["Strict-Transport-Security"] = self.hsts
                if path.startswith(self.media) or _is_page(headers):
                    headers.update(PRIVATE)
            await send(message)

        await self.app(scope, receive, with_headers)


def digests(shell: bytes) -> list[str]:
    """What a policy calls each script that stands in a page itself: its digest."""
    return [
        f"sha256-{b64encode(sha256(script).digest()).decode()}" for script in INLINE.findall(shell)
    ]


def _is_page(headers: MutableHeaders) -> bool:
    """Whether this is a page: its address may hold a private link, so no cache keeps it."""
    return headers.get("content-type", "").startswith("text/html")


def middleware(
    work: WorkAccount, serving: Serving, shell: bytes, base: str = ""
) -> list[Middleware]:
    """What every request under the path `base` passes through; `work` is Streamlit's own login."""
    prefix = prefix_of(base)
    return [
        Middleware(Visitors, serving=serving),
        Middleware(SecurityHeaders, serving=serving, prefix=prefix, shell=shell),
        Middleware(Surface, serving=serving, prefix=prefix, work_is_on=work.is_on),
        Middleware(ComesBack, is_on=work.is_on, prefix=prefix),
    ]
