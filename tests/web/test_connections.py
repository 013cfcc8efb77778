"""Who sends too slowly is cut off, and who sends in time is not."""

import asyncio
from typing import Any

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from tests.loops import in_a_loop
from web import connections, surface
from web.serving import serving
from web.surface import Surface


async def body(request: Request) -> PlainTextResponse:
    return PlainTextResponse(str(len(await request.body())))


async def said(port: int, *parts: bytes, pause: float = 0.0) -> bytes:
    """What the server says to these parts, with a pause before each but the first."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    for number, part in enumerate(parts):
        await asyncio.sleep(pause if number else 0)
        writer.write(part)
    try:
        return await asyncio.wait_for(reader.read(), 5)
    except ConnectionError:
        return b""
    finally:
        writer.close()


def test_a_slow_head_and_a_slow_body_are_cut_off_and_a_quick_request_is_answered(monkeypatch):
    monkeypatch.setattr(connections, "HEAD_SECONDS", 0.3)
    monkeypatch.setattr(surface, "BODY_SECONDS", 0.3)
    connections.wait_for_no_one()
    inner = Starlette(routes=[Route("/", body, methods=["POST"])])
    app = Surface(inner, serving({}), "", lambda: False)
    head = b"POST / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 4\r\n\r\n"

    async def run() -> Any:
        quiet = {"log_level": "critical", "lifespan": "off", "interface": "asgi3"}
        server = uvicorn.Server(uvicorn.Config(app, port=0, **quiet))
        running = asyncio.create_task(server.serve())
        while not server.started:
            await asyncio.sleep(0.01)
        port = server.servers[0].sockets[0].getsockname()[1]
        answers = await asyncio.gather(
            said(port, head + b"1234"),
            said(port, head[:20], head[20:], b"12", b"34", pause=0.02),
            said(port, b""),
            said(port, head[:20], head[20:], pause=0.6),
            said(port, head, b"12", pause=0.02),
        )
        server.should_exit = True
        await running
        return answers

    quick, in_parts, silent, slow_head, slow_body = in_a_loop(run())
    assert quick.endswith(b"4")
    assert in_parts.endswith(b"4")
    assert (silent, slow_head) == (b"", b"")
    assert b" 200 " not in slow_body
