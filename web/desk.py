"""What a consultant, and nobody else, takes from the workspace: brief and recap, exports."""

import json
from collections.abc import Callable, Iterator
from itertools import chain
from typing import Final

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response, StreamingResponse
from starlette.routing import Route

from access.rates import TooMany, rates
from brand import Brand
from report.paper import Stationery
from storage import Store, StoreFault
from storage.desk import Desk, Exported, Shared
from storage.desk.exporting import as_json
from web.consultant import consultant_of
from web.desk_papers import UnreadableError, brief_of, recap_of
from web.downloads import page_setting
from web.private import NOT_NOW, NOTHING_HERE, PRIVATE, address_of, too_many
from web.shared_table import shared_csv

FORMAT: Final = "orr-desk-1"
UNREADABLE: Final = (
    "These answers cannot be read by this version. The JSON export has them as they were sent.\n"
)
Work = Callable[[Request, Desk, str], Response | None]
"""Answers a request of a consultant, whose name comes last; `None` is for what is not there."""


def desk_routes(prefix: str, store: Callable[[], Store], brand: Callable[[], Brand]) -> list[Route]:
    """The routes under `prefix`; `brand` gives the firm's name and look as they are now.

    Whoever is not signed in gets the answer of an address with nothing behind it.
    """

    def brief(request: Request, desk: Desk, by: str) -> Response | None:
        shared = _for_paper(request, desk, by)
        stationery = Stationery(page_setting(), brand())
        return _pdf(brief_of(store(), shared, stationery)) if shared else None

    def recap(request: Request, desk: Desk, by: str) -> Response | None:
        shared = _for_paper(request, desk, by)
        stationery = Stationery(page_setting(), brand())
        wanted = request.query_params.get("call")
        made = recap_of(store(), shared, wanted, stationery) if shared else None
        return _pdf(made) if made else None

    def guarded(work: Work) -> Callable[[Request], Response]:
        return lambda request: _answer(request, store, work)

    return [
        Route(f"{prefix}/desk/shared.csv", guarded(_table)),
        Route(f"{prefix}/desk/shared.json", guarded(_everything)),
        Route(f"{prefix}/desk/{{share}}.json", guarded(_one)),
        Route(f"{prefix}/desk/{{share}}/brief.pdf", guarded(brief)),
        Route(f"{prefix}/desk/{{share}}/recap.pdf", guarded(recap)),
    ]


def _answer(request: Request, store: Callable[[], Store], work: Work) -> Response:
    """What `work` gives to a consultant, or the plain word that says why there is nothing."""
    try:
        desk = store().desk
        by = consultant_of(request, desk)
        found = work(request, desk, by) if by else None
    except StoreFault:
        return PlainTextResponse(NOT_NOW, 503, PRIVATE)
    except TooMany as told:
        return too_many(told)
    except UnreadableError:
        return PlainTextResponse(UNREADABLE, 422, PRIVATE)
    return found or PlainTextResponse(NOTHING_HERE, 404, PRIVATE)


def _for_paper(request: Request, desk: Desk, by: str) -> Shared | None:
    """What was shared, to be put on paper. Raises `TooMany`, before anything is read or logged."""
    rates().count("brief", address_of(request), by)
    return desk.workspace.read(request.path_params["share"], by)


def _table(request: Request, desk: Desk, by: str) -> Response:
    """The table of shares; the log says that all were exported before anything is read."""
    desk.workspace.export(by)
    return _file(shared_csv(desk.workspace.listed()), "shared.csv", "text/csv; charset=utf-8")


def _one(request: Request, desk: Desk, by: str) -> Response | None:
    share_id = request.path_params["share"]
    if next(desk.workspace.walk(share_id), None) is None:
        return None  # what was never shared is not in the log either
    found = next(desk.workspace.export(by, share_id), None)
    if found is None:
        return None
    text = json.dumps({"format": FORMAT, "shares": [as_json(found)]}, ensure_ascii=False, indent=1)
    return _file(text.encode(), f"shared-{found.shared.at:%Y-%m-%d}.json", "application/json")


def _everything(request: Request, desk: Desk, by: str) -> Response:
    """All shares, written as they are read, so that no number of them fills the memory."""
    shares = desk.workspace.export(by)
    first = next(shares, None)  # a store that cannot be read says so before anything is sent
    parts = _written(chain([first] if first else [], shares))
    return StreamingResponse(parts, 200, _headers("shared.json"), "application/json")


def _written(shares: Iterator[Exported]) -> Iterator[str]:
    yield f'{{"format": "{FORMAT}", "shares": ['
    for place, each in enumerate(shares):
        yield ("," if place else "") + "\n" + json.dumps(as_json(each), ensure_ascii=False)
    yield "\n]}\n"


def _pdf(made: tuple[str, bytes]) -> Response:
    name, content = made
    return Response(content, 200, _headers(name, "inline"), "application/pdf")


def _file(content: bytes, name: str, kind: str) -> Response:
    return Response(content, 200, _headers(name), kind)


def _headers(name: str, shown: str = "attachment") -> dict[str, str]:
    return {**PRIVATE, "Content-Disposition": f'{shown}; filename="{name}"'}
