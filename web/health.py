"""Whether the process runs, and whether its store works."""

from collections.abc import Callable

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse
from starlette.routing import Route

from storage import Store, StoreFault
from web.private import PRIVATE


def health_routes(prefix: str, store: Callable[[], Store]) -> list[Route]:
    """`/healthz` and `/readyz` under the path `prefix`."""

    def ready(request: Request) -> JSONResponse:
        """Whether the store works: it is written, and read back by a fresh connection."""
        try:
            health = store().health()
        except StoreFault as fault:
            return JSONResponse({"ok": False, "store": fault.code}, 503, PRIVATE)
        probes = {probe.name: probe.ok for probe in health.probes}
        return JSONResponse({"ok": health.ok, **probes}, 200 if health.ok else 503, PRIVATE)

    return [Route(f"{prefix}/healthz", healthy), Route(f"{prefix}/readyz", ready)]


def healthy(request: Request) -> PlainTextResponse:
    """The process runs; whether the store works is asked at /readyz."""
    return PlainTextResponse("ok\n", headers={"Cache-Control": "no-store"})
