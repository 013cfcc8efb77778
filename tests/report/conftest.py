"""The fifteen papers, made once, and a place where nothing outside can be reached."""

import builtins
import os
import socket
from datetime import UTC, datetime

import pytest

from report.paper import Paper, Stationery, scorecard_pdf
from tests.report.fifteen import FIFTEEN, result

FINISHED = datetime(2026, 11, 25, 14, 30, tzinfo=UTC)
SITE = "https://diagnostic.example/delete"


def paper_of(name, **other):
    """One of the fifteen as a PDF."""
    given = {"delete_at": SITE, **other}
    return scorecard_pdf(result(name), Paper(FINISHED, **given))[1]


@pytest.fixture(scope="session")
def papers():
    """Every paper by its name, on A4."""
    return {name: paper_of(name) for name in FIFTEEN}


@pytest.fixture(scope="session")
def letters():
    """The worked examples on US Letter."""
    names = FIFTEEN[:5]
    return {name: paper_of(name, stationery=Stationery("Letter")) for name in names}


@pytest.fixture(scope="module")
def warm():
    """Fonts are read once, before the first paper."""
    scorecard_pdf(result("empty"), Paper(FINISHED))


@pytest.fixture
def sealed(monkeypatch, warm):
    """No file is opened and no address is called while a paper is made."""

    def refuse(*what, **_):
        raise AssertionError(f"a paper reached for {what}")

    monkeypatch.setattr(builtins, "open", refuse)
    monkeypatch.setattr(os, "open", refuse)
    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
