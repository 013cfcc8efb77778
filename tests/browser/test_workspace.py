"""The pages of the workspace in a browser: what WCAG asks of each, nothing without a sign-in."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from storage import Store, open_store
from storage.desk import Contact, Shared
from tests.browser.conftest import DESK, PHONE, Site
from tests.browser.looking import in_the_dark, stops, too_small, too_wide, unfold, violations
from tests.browser.person import Person
from tests.scoring.verbs import person
from tests.web.server import Nursery, Server
from tests.web.sharing import begun, cookie_of, noted, shared_by
from tests.web.signed_in import SET_UP

COMPANY = "Acme & Pumps *now*"
PAGES = ("shared", "brief", "call", "recap", "calls-say")
TITLES = ("Shared assessments", "Brief", "Call", "Recap", "What calls say about the questions")


@dataclass(frozen=True)
class Office:
    """A site with a workspace, somebody who has shared, and the way in for a consultant."""

    site: Site
    store: Store
    shared: Shared

    def consultant(self, size: dict[str, int]) -> Person:
        visitor = self.site.visitor(size, reduced_motion="reduce")
        name, _, value = cookie_of(self.store).partition("=")
        cookie = {"name": name, "value": value, "url": self.site.address}
        visitor.page.context.add_cookies([cookie])  # type: ignore[list-item]
        return visitor


@pytest.fixture(scope="module")
def office(
    nursery: Nursery, browser: Browser, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Office]:
    folder: Path = tmp_path_factory.mktemp("office")
    server = Server(folder, nursery, settings=SET_UP).start()
    store = open_store(str(server.database))
    answers = noted(person("P1"), "CANARY of a note", "CANARY of an owner")
    contact = Contact("Mina Okafor", "mina@acme.example", COMPANY)
    yield Office(Site(server, browser), store, shared_by(store, begun(store, answers), contact))
    store.close()
    for context in browser.contexts:
        context.close()
    server.end()


@pytest.mark.parametrize(("key", "title"), list(zip(PAGES, TITLES, strict=True)))
def test_a_page_of_the_workspace_reads_well_in_light_and_dark_and_on_a_phone(
    office: Office, key: str, title: str
) -> None:
    visitor = office.consultant(PHONE)
    visitor.open(key, **({"s": office.shared.id} if key in PAGES[1:4] else {})).at(title)
    assert stops(visitor.page)[0].name == "Skip to main content"
    unfold(visitor)
    assert violations(visitor.page) == []
    assert too_small(visitor.page) == []
    assert not too_wide(visitor.page)
    visitor.page.set_viewport_size(DESK)  # type: ignore[arg-type]
    assert not too_wide(visitor.page)
    assert in_the_dark(visitor) == []
    assert (visitor.broken, visitor.outside) == ([], set())
    visitor.page.context.close()


def test_nobody_without_a_sign_in_sees_a_word_of_it(office: Office) -> None:
    visitor = office.site.visitor().open("brief", s=office.shared.id).at("Sign in needed")
    assert "Acme" not in visitor.page.content()
    visitor.page.context.close()
