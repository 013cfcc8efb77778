"""Many wrong links wait, a right one never does, and who asks too often gets a plain word."""

from types import SimpleNamespace

import pytest
from starlette.requests import Request
from starlette.responses import PlainTextResponse

from access.rates import PAUSE, RATES, Rates, TooMany, ceilings
from tests.loops import in_a_loop
from web.private import in_measure


def asks(answer, address="203.0.113.7"):
    """The answer to a request from this address."""
    request = Request({"type": "http", "client": (address, 1), "headers": []})
    return in_a_loop(in_measure(answer)(request))


def wrong(request):
    return PlainTextResponse("There is nothing behind this link.\n", 404)


def right(request):
    return PlainTextResponse("Here.\n")


def too_often(request):
    raise TooMany(RATES["paper"], 40, "one private link", 61)


@pytest.fixture(autouse=True)
def waits(monkeypatch):
    """The seconds that answers wait, in order."""
    counts, waited = Rates(ceilings({})[0]), []

    async def sleep(seconds):
        waited.append(seconds)

    monkeypatch.setattr("web.private.rates", lambda: counts)
    monkeypatch.setattr("web.private.asyncio", SimpleNamespace(sleep=sleep))
    return waited


def test_a_wrong_link_after_many_waits_and_a_right_one_and_another_address_do_not(waits):
    for _ in range(31):
        assert asks(wrong).status_code == 404
    assert waits == [0] * 30 + [PAUSE]
    waits.clear()
    asks(right)
    assert waits == []
    asks(wrong, "198.51.100.9")
    assert waits == [0]


def test_who_asks_too_often_is_told_when_to_come_back():
    answer = asks(too_often)
    assert (answer.status_code, answer.headers["retry-after"]) == (429, "61")
    assert answer.body.decode() == (
        "Too many PDFs were made from one private link within an hour; the most is 40. "
        "Your answers are as they were. Please try again in 2 minutes.\n"
    )
