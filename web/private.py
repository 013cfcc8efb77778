"""What is behind a private link, and what is said when there is nothing: the same everywhere."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Final

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from access.rates import TooMany, rates
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


def too_many(told: TooMany) -> PlainTextResponse:
    """The response to who asked too often: what, why, and when again. Nothing is changed by it."""
    return PlainTextResponse(f"{told}\n", 429, {**PRIVATE, "Retry-After": str(told.seconds)})


def in_measure(answer: Callable[[Request], Response]) -> Callable[[Request], Awaitable[Response]]:
    """`answer` in a thread, with a plain word for who asks too often.

    Whoever tries many wrong links waits for each answer; a right link never waits.
    """

    async def answered(request: Request) -> Response:
        try:
            response = await run_in_threadpool(answer, request)
        except TooMany as told:
            return too_many(told)
        if response.status_code == 404:
            await asyncio.sleep(rates().wrong_link(address_of(request)))
        return response

    return answered


def address_of(request: Request) -> str:
    """Where the request comes from: its connection, or whom a proxy of ours names."""
    return request.client.host if request.client else ""
