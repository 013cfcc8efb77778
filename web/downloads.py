"""What a respondent downloads by her private link: the answer file and the PDF scorecard."""

import os
from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Final

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from access.rates import rates
from brand import Brand
from report.look import PageName
from report.paper import Paper, Stationery
from scoring.answer_file import write_answer_file
from scoring.scorecard import score
from storage import Record, Store, StoreFault
from storage.fields import assessment_of
from web.private import NOT_NOW, PRIVATE, address_of, behind_link, in_measure
from web.shelf import Shelf

PAPER: Final = "DIAGNOSTIC_PAPER"
"""Setting: the size of the paper, A4 or Letter."""


def download_routes(
    prefix: str, store: Callable[[], Store], brand: Callable[[], Brand]
) -> list[Route]:
    """`/answers/<link>.json` and `/scorecard/<link>.pdf` under the path `prefix`.

    With `?attach=1` the answer file travels inside the PDF. `brand` gives the firm's look as it is.
    """
    shelf = Shelf()

    def answers(request: Request) -> Response:
        found = behind_link(store, request)
        if isinstance(found, Response):
            return found
        record, bank = found
        text = write_answer_file(assessment_of(record.fields, bank), bank)
        name = f"answers-{record.changed_at:%Y-%m-%d}.json"
        return _file(text.encode(), name, "application/json", "attachment")

    def scorecard(request: Request) -> Response:
        found = behind_link(store, request)
        if isinstance(found, Response):
            return found
        record, bank = found
        if isinstance(shared := _shared_on(store, record), Response):
            return shared
        paper = Paper(
            finished=record.finished_at or record.changed_at,
            stationery=Stationery(page_setting(), brand()),
            attach=request.query_params.get("attach") == "1",
            delete_at=f"{str(request.base_url).rstrip('/')}{prefix}/delete",
            shared=shared,
        )
        card = score(bank, assessment_of(record.fields, bank))
        name, content = shelf.get(card, paper, partial(_count, request, record))
        return _file(content, name, "application/pdf", "inline")

    return [
        Route(f"{prefix}/answers/{{token}}.json", in_measure(answers)),
        Route(f"{prefix}/scorecard/{{token}}.pdf", in_measure(scorecard)),
    ]


def _count(request: Request, record: Record) -> None:
    """Count a PDF that has to be made. Raises `TooMany`."""
    rates().count("paper", address_of(request), record.id)


def _shared_on(store: Callable[[], Store], record: Record) -> date | PlainTextResponse | None:
    """The day on which the answers were shared, or the response that says it cannot be asked."""
    try:
        shared = store().desk.sharing.read(record.id)
    except StoreFault:
        return PlainTextResponse(NOT_NOW, 503, PRIVATE)
    return shared.at.date() if shared else None


def page_setting() -> PageName:
    """The size of paper that is set here; anything but Letter is A4."""
    return "Letter" if os.environ.get(PAPER, "").strip().lower() == "letter" else "A4"


def _file(content: bytes, name: str, kind: str, shown: str) -> Response:
    headers = {**PRIVATE, "Content-Disposition": f'{shown}; filename="{name}"'}
    return Response(content, 200, headers, kind)
