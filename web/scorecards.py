"""The PDF scorecard behind a private link: made when asked for, the last few kept in memory."""

import os
from collections import OrderedDict
from collections.abc import Callable
from threading import Lock
from typing import Final

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from brand import Brand
from report.look import PageName
from report.paper import Paper, Stationery, fingerprint, scorecard_pdf
from scoring.scorecard import Scorecard, score
from storage import Store, StoreFault
from storage.fields import assessment_of
from web.private import NOT_NOW, NOTHING_HERE, PRIVATE

MOST_KEPT: Final = 16
"""PDFs kept in memory, so that a second click costs nothing; about 100 KB each."""

PAPER: Final = "DIAGNOSTIC_PAPER"
"""Setting: the size of the paper, A4 or Letter."""

Files = tuple[str, bytes]


class Shelf:
    """The last few PDFs by the fingerprint of what they show. Safe to use from any thread."""

    def __init__(self, most: int = MOST_KEPT) -> None:
        """A shelf with room for `most`."""
        self.most = most
        self._kept: OrderedDict[bytes, Files] = OrderedDict()
        self._lock = Lock()

    def get(self, card: Scorecard, paper: Paper) -> Files:
        """The PDF of this card on this paper: from the shelf, or made now and put there."""
        key = fingerprint(card, paper)
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
        made = scorecard_pdf(card, paper)
        with self._lock:
            self._kept[key] = made
            while len(self._kept) > self.most:
                self._kept.popitem(last=False)
        return made


def page_setting() -> PageName:
    """The size of paper that is set here; anything but Letter is A4."""
    return "Letter" if os.environ.get(PAPER, "").strip().lower() == "letter" else "A4"


def scorecard_route(store: Callable[[], Store], prefix: str, brand: Callable[[], Brand]) -> Route:
    """`/scorecard/<private link>.pdf`; with `?attach=1` the answer file travels inside.

    `brand` gives the firm's name and look; the day and the address for deleting are filled in.
    """
    shelf = Shelf()

    def scorecard(request: Request) -> Response:
        try:
            record = store().open(request.path_params["token"])
            bank = store().bank(record.bank_sha256) if record else None
        except StoreFault:
            return PlainTextResponse(NOT_NOW, 503, PRIVATE)
        if record is None or bank is None:
            return PlainTextResponse(NOTHING_HERE, 404, PRIVATE)
        card = score(bank, assessment_of(record.fields, bank))
        paper = Paper(
            finished=record.finished_at or record.changed_at,
            stationery=Stationery(page_setting(), brand()),
            attach=request.query_params.get("attach") == "1",
            delete_at=f"{str(request.base_url).rstrip('/')}{prefix}/delete",
        )
        name, content = shelf.get(card, paper)
        headers = {**PRIVATE, "Content-Disposition": f'inline; filename="{name}"'}
        return Response(content, 200, headers, "application/pdf")

    return Route(f"{prefix}/scorecard/{{token}}.pdf", scorecard)
