"""Where a request comes from: its connection, or whom a proxy names that a setting trusts.

The server under us believes `X-Forwarded-For` of every connection from its own machine; that is
turned off, so that one setting decides for pages, routes and the sign-in alike.
"""

from collections.abc import Awaitable
from ipaddress import ip_address
from typing import Final

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from web.serving import Serving

SCHEMES: Final = {"http": "ws", "https": "wss"}
MOST_HOPS: Final = 32
"""Entries of `X-Forwarded-For` that are looked at, from the end."""


class Visitors:
    """Middleware that writes the visitor's address and scheme where everybody looks for them."""

    def __init__(self, app: ASGIApp, serving: Serving) -> None:
        self.app, self.serving = app, serving

    def __call__(self, scope: Scope, receive: Receive, send: Send) -> Awaitable[None]:
        """Pass the request on, with the address that a proxy of ours names."""
        peer = scope.get("client")
        if peer and scope["type"] in ("http", "websocket") and self.serving.trusts(peer[0]):
            headers = Headers(scope=scope)
            scope["client"] = (self._named(headers) or peer[0], peer[1])
            scheme = headers.get("x-forwarded-proto", "").strip().lower()
            if scheme in SCHEMES:
                scope["scheme"] = scheme if scope["type"] == "http" else SCHEMES[scheme]
        return self.app(scope, receive, send)

    def _named(self, headers: Headers) -> str | None:
        """The last address in the list that is no proxy of ours: what is before it may be made up.

        An entry that is no address ends the search, and the proxy's own address counts.
        """
        listed = ",".join(headers.getlist("x-forwarded-for")).split(",")
        for entry in reversed(listed[-MOST_HOPS:]):
            address = _address(entry.strip())
            if address is None:
                return None
            if not self.serving.trusts(address):
                return address
        return None


def _address(entry: str) -> str | None:
    """An address without port and brackets, in its one usual spelling."""
    if entry.startswith("["):
        entry = entry[1:].partition("]")[0]
    elif entry.count(":") == 1:
        entry = entry.partition(":")[0]
    try:
        found = ip_address(entry)
    except ValueError:
        return None
    return str(getattr(found, "ipv4_mapped", None) or found)
