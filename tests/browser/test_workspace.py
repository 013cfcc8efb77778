"""A consultant with a browser: table, brief, call with two revised pairs, recap; each page seen."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from storage import Store, open_store
from storage.desk import Contact, Shared
from tests.browser.conftest import DESK, PHONE, Site
from tests.browser.looking import in_the_dark, stops, too_small, too_wide, unfold, violations
from tests.browser.person import Person
from tests.scoring.verbs import person, the_bank
from tests.web.server import Nursery, Server
from tests.web.sharing import begun, cookie_of, noted, shared_by
from tests.web.signed_in import SET_UP

COMPANY = "Acme & Pumps *now*"
PAGES = ("shared", "brief", "call", "recap", "calls-say")
TITLES = ("Shared assessments", "Brief", "Call", "Recap", "What calls say about the questions")
PAIRS = [the_bank().item_by_id[claim.item] for claim in the_bank().claims]


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


def test_from_the_table_to_the_recap_with_two_revised_pairs(office: Office) -> None:
    anna = office.consultant(DESK).open("shared").at("Shared assessments")
    anna.page.get_by_role("link", name=COMPANY).first.click()
    anna.at("Brief")
    assert "CANARY" not in anna.words()
    anna.page.get_by_role("link", name="Start the call").click()
    anna.at("Call")
    anna.button("Start the clock").click()
    expect(anna.page.get_by_role("timer")).to_have_text(re.compile(r"0:0[1-9]"))
    for item, level in ((PAIRS[0], 0), (PAIRS[1], 1)):
        group = anna.question(item.stem)
        group.get_by_text(item.options[level].text).click()
        expect(group.get_by_role("radio").nth(level)).to_be_checked()
    expect(anna.page.get_by_text("2 of 5 pairs rated.")).to_be_visible()
    before = anna.page.get_by_role("timer").inner_text()
    anna.load(anna.page.reload)
    assert clock(anna) >= seconds(before)
    expect(anna.question(PAIRS[1].stem).get_by_role("radio").nth(1)).to_be_checked()
    move = anna.box("The one move, in their words")
    move.fill("One page with three names")
    anna.page.get_by_role("link", name="On to the recap").click()  # what is typed goes along
    anna.at("Recap")
    text = anna.page.get_by_role("textbox", name="To copy and send, by you")
    expect(text).to_have_value(re.compile("The one move: One page with three names"))
    goal = anna.box("Their goal, in their words")
    goal.fill("Forty qualified leads a month")
    goal.blur()
    expect(text).to_have_value(re.compile("Forty qualified leads a month"))
    stored = office.store.desk.calls.of(office.shared.id)[-1].fields
    assert [stored["rating:owner"], stored["goal"]] == [0, "Forty qualified leads a month"]
    assert (anna.broken, anna.outside) == ([], set())
    anna.page.context.close()


def clock(person: Person) -> int:
    timer = person.page.get_by_role("timer")
    expect(timer).to_have_text(re.compile(r"\d+:\d\d"))
    return seconds(timer.inner_text())


def seconds(text: str) -> int:
    minutes, _, rest = text.partition(":")
    return 60 * int(minutes) + int(rest)


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
