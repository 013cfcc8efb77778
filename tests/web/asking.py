"""Asks an application of routes something without a server: a request in, the whole answer out."""

import asyncio
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from starlette.applications import Starlette

from tests.loops import in_a_loop


class Reply(NamedTuple):
    """What came back; header names are in small letters."""

    status: int
    headers: dict[str, str]
    body: bytes


def ask(app: Starlette, address: str, cookie: str = "", method: str = "GET") -> Reply:
    """The answer at an address such as `/desk/shared.csv?x=1`."""
    parts = urlsplit(address)
    sent: list[dict[str, Any]] = []
    scope = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": method,
        "scheme": "http",
        "path": parts.path,
        "raw_path": parts.path.encode(),
        "root_path": "",
        "query_string": parts.query.encode(),
        "headers": [(b"host", b"localhost"), (b"cookie", cookie.encode())],
        "client": ("127.0.0.1", 1),
        "server": ("localhost", 80),
    }

    async def run() -> None:
        over = asyncio.Event()
        first = True

        async def receive() -> dict[str, Any]:
            nonlocal first
            if first:
                first = False
                return {"type": "http.request", "body": b"", "more_body": False}
            await over.wait()
            return {"type": "http.disconnect"}

        async def send(message: Any) -> None:
            sent.append(message)
            if message["type"] == "http.response.body" and not message.get("more_body"):
                over.set()

        await app(scope, receive, send)

    in_a_loop(run())
    headers = {name.decode(): value.decode() for name, value in sent[0]["headers"]}
    return Reply(sent[0]["status"], headers, b"".join(each.get("body", b"") for each in sent[1:]))
