"""The addresses that are no pages: health, the look, and what is behind a private link."""

from collections.abc import Callable

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from brand import Brand
from scoring.answer_file import write_answer_file
from storage import Store, StoreFault
from storage.fields import assessment_of
from web.look import look_routes
from web.private import NOT_NOW, NOTHING_HERE, PRIVATE
from web.scorecards import scorecard_route


def routes(
    store: Callable[[], Store], sheet: str, brand: Callable[[], Brand], base: str = ""
) -> list[Route]:
    """All routes under the path `base`; `store` opens the store, `sheet` is the style sheet.

    `brand` gives the firm's name and look as they are now.
    """

    def answers(request: Request) -> Response:
        """The answer file of the assessment behind the token, as an attachment."""
        try:
            record = store().open(request.path_params["token"])
            bank = store().bank(record.bank_sha256) if record else None
        except StoreFault:
            return PlainTextResponse(NOT_NOW, 503, PRIVATE)
        if record is None or bank is None:
            return PlainTextResponse(NOTHING_HERE, 404, PRIVATE)
        text = write_answer_file(assessment_of(record.fields, bank), bank)
        name = f"answers-{record.changed_at:%Y-%m-%d}.json"
        headers = {**PRIVATE, "Content-Disposition": f'attachment; filename="{name}"'}
        return Response(text, 200, headers, "application/json")

    def ready(request: Request) -> Response:
        """Whether the store works: it is written, and read back by a fresh connection."""
        try:
            health = store().health()
        except StoreFault as fault:
            return JSONResponse({"ok": False, "store": fault.code}, 503, PRIVATE)
        probes = {probe.name: probe.ok for probe in health.probes}
        return JSONResponse({"ok": health.ok, **probes}, 200 if health.ok else 503, PRIVATE)

    prefix = f"/{base.strip('/')}".rstrip("/")
    return [
        Route(f"{prefix}/healthz", healthy),
        Route(f"{prefix}/readyz", ready),
        *look_routes(prefix, sheet, lambda: brand().logo),
        Route(f"{prefix}/answers/{{token}}.json", answers),
        scorecard_route(store, prefix, brand),
    ]


def healthy(request: Request) -> Response:
    """The process runs; whether the store works is asked at /readyz."""
    return PlainTextResponse("ok\n", headers={"Cache-Control": "no-store"})
