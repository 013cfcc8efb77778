"""What we need from inside uvicorn 0.54, for want of a setting: who is believed, who is too slow.

`tests/web/test_surface.py` tries both on a real server, so that an upgrade that breaks one is
noticed. Elsewhere than here nothing reaches in there.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any, Final

import uvicorn.config
from starlette.types import ASGIApp
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

HEAD_SECONDS: Final = 20.0
"""Within which a request's first lines have to be here, its address and headers."""
HEAD_BYTES: Final = 64 * 1024
"""The most of them; a browser sends a few kilobytes."""
WAITED: Final = "_head_waited_for"
RECEIVED: Final = "_head_received"


def leave_proxies_to_us() -> None:
    """Believe no `X-Forwarded-For` below `web.visitors`, which asks our own setting."""

    def believe_nobody(app: ASGIApp, trusted_hosts: object = None) -> ASGIApp:
        return app

    settings: Any = uvicorn.config
    settings.ProxyHeadersMiddleware = believe_nobody


def wait_for_no_one() -> None:
    """Close connections that send a request's head too slowly, or a head that is too long."""
    kind: Any = HttpToolsProtocol
    if hasattr(kind.data_received, "__wrapped__"):
        return
    _after(kind, "connection_made", _begin)
    _after(kind, "on_message_begin", _begin)
    _after(kind, "on_headers_complete", _end)
    _after(kind, "connection_lost", _end)
    take = kind.data_received

    @wraps(take)
    def data_received(self: Any, data: bytes) -> None:
        take(self, data)
        if getattr(self, WAITED, None) is not None:
            setattr(self, RECEIVED, getattr(self, RECEIVED) + len(data))
            if getattr(self, RECEIVED) > HEAD_BYTES:
                _cut(self)

    kind.data_received = data_received


def _after(kind: Any, name: str, then: Callable[[Any], None]) -> None:
    """Have `then` called after each call of a method."""
    method = getattr(kind, name)

    @wraps(method)
    def called(self: Any, *arguments: Any) -> Any:
        result = method(self, *arguments)
        then(self)
        return result

    setattr(kind, name, called)


def _begin(protocol: Any) -> None:
    _end(protocol)
    setattr(protocol, RECEIVED, 0)
    setattr(protocol, WAITED, protocol.loop.call_later(HEAD_SECONDS, _cut, protocol))


def _end(protocol: Any) -> None:
    timer = getattr(protocol, WAITED, None)
    if timer is not None:
        timer.cancel()
        setattr(protocol, WAITED, None)


def _cut(protocol: Any) -> None:
    _end(protocol)
    protocol.transport.abort()
