"""A browser, a server for each file of tests, and people who come to it."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, sync_playwright

from storage import Store, open_store
from storage.fields import fields_of
from tests.browser.person import Person
from tests.needs import need_browser
from tests.scoring.verbs import ROOT, person, the_bank
from tests.web.server import Nursery, Server

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
PHONE = {"width": 360, "height": 740}
DESK = {"width": 1280, "height": 900}


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = need_browser()
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def nursery(browser: Browser) -> Iterator[Nursery]:
    opened = Nursery()
    yield opened
    opened.close()


@dataclass(frozen=True)
class Site:
    """A running diagnostic with its store, and the way to send people there."""

    server: Server
    browser: Browser

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server.port}"

    def store(self) -> Store:
        """The store as another program sees it; closed by whoever asked."""
        return open_store(str(self.server.database))

    def begun(self, name: str = "P1", **changed: Any) -> str:
        """The private link's token of an assessment that holds the answers of P1 … P5."""
        return self.begun_with({**fields_of(person(name)), **changed})

    def begun_with(self, fields: dict[str, Any]) -> str:
        """The token of an assessment that holds these fields."""
        store = self.store()
        started = store.start((ROOT / "questions.yaml").read_bytes(), the_bank(), fields)
        store.close()
        assert not started.refused
        return started.token

    def fields(self, token: str) -> dict[str, Any] | None:
        """What is stored behind a private link now."""
        store = self.store()
        record = store.open(token)
        store.close()
        return None if record is None else dict(record.fields)

    def visitor(self, size: dict[str, int] | None = None, **how: Any) -> Person:
        """Somebody with a browser of their own, who has never been here."""
        settings = {"viewport": size or DESK, "locale": "en-GB", **how}
        return Person(self.browser.new_context(**settings).new_page(), self.address)


@pytest.fixture(scope="module")
def site(
    nursery: Nursery, browser: Browser, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Site]:
    folder: Path = tmp_path_factory.mktemp("site")
    server = Server(folder, nursery).start()
    yield Site(server, browser)
    for context in browser.contexts:
        context.close()
    server.end()
