"""What is behind a private link, and what is said when there is nothing: the same everywhere."""

from collections.abc import Callable
from typing import Final

from starlette.requests import Request
from starlette.responses import PlainTextResponse

from bank.model import Bank
from storage import Record, Store, StoreFault

PRIVATE: Final = {"Cache-Control": "private, no-store"}
NOTHING_HERE: Final = "There is nothing behind this link.\n"
NOT_NOW: Final = "The answers cannot be reached right now. Please try again in a minute.\n"


def behind_link(
    store: Callable[[], Store], request: Request
) -> tuple[Record, Bank] | PlainTextResponse:
    """The assessment and the bank behind the request's `token`, or the response that says no.

    A wrong link and a deleted one get the same response. Raises nothing.
    """
    try:
        record = store().open(request.path_params["token"])
        bank = store().bank(record.bank_sha256) if record else None
    except StoreFault:
        return PlainTextResponse(NOT_NOW, 503, PRIVATE)
    if record is None or bank is None:
        return PlainTextResponse(NOTHING_HERE, 404, PRIVATE)
    return record, bank
