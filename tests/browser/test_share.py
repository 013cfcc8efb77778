"""Sharing in a browser: with the keyboard alone, and what WCAG asks of the page in every state."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import DESK, PHONE, Site
from tests.browser.hands import Keyboard
from tests.browser.looking import in_the_dark, too_small, too_wide, unfold, violations
from tests.browser.person import Person
from tests.scoring.verbs import the_bank
from tests.web.server import Nursery, Server
from tests.web.signed_in import SET_UP

BANK = the_bank()
LABELS = BANK.sharing.labels
FIRM = "Ownership / Resourcing / Review"
TYPED = {
    LABELS.contact_name: "Mina Okafor",
    LABELS.contact_email: "mina@acme.example",
    LABELS.contact_company: "Acme Pumps",
}


@pytest.fixture(scope="module")
def shares(
    nursery: Nursery, browser: Browser, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Site]:
    """A site where a consultant could sign in."""
    folder: Path = tmp_path_factory.mktemp("shares")
    settings = dict(SET_UP)
    server = Server(folder, nursery, settings=settings).start()
    yield Site(server, browser)
    server.end()


def in_order(visitor: Person) -> None:
    """Nothing to complain about on a phone and on a desk, in light and in dark."""
    page = visitor.page
    for size in (PHONE, DESK):
        page.set_viewport_size(size)
        assert not too_wide(page)
        assert violations(page) == []
        assert in_the_dark(visitor) == []
    page.set_viewport_size(PHONE)
    assert too_small(page) == []
    page.set_viewport_size(DESK)


def test_sharing_and_withdrawing_with_the_keyboard_alone_keep_every_rule(shares: Site) -> None:
    visitor = shares.visitor(DESK, reduced_motion="reduce").open("share", shares.begun("P1"))
    visitor.at(f"Share with {FIRM}").watched()
    in_order(visitor)
    hand = Keyboard(visitor)
    for label, text in TYPED.items():
        hand.write(label, text)
    hand.tick(BANK.sharing.agree.replace("{firm}", FIRM))
    expect(visitor.button(f"Share with {FIRM}")).to_be_enabled()
    hand.press(f"Share with {FIRM}")
    visitor.at(f"Shared with {FIRM}")
    expect(visitor.title).to_be_focused()
    unfold(visitor)
    assert "as Mina Okafor, Acme Pumps, mina@acme.example" in visitor.words()
    in_order(visitor)
    visitor.open("share", visitor.token).watched()
    hand.tick("Yes, withdraw what I shared")
    hand.press("Withdraw")
    visitor.at(f"Share with {FIRM}")
    assert "Deleted: what you shared." in visitor.words()
    assert visitor.broken == []
    visitor.page.context.close()


def test_what_is_missing_is_told_beside_its_field(shares: Site) -> None:
    visitor = shares.visitor(PHONE, reduced_motion="reduce").open("share", shares.begun("P1"))
    visitor.watched()
    hand = Keyboard(visitor)
    hand.write(LABELS.contact_email, "mina at acme")
    hand.tick(BANK.sharing.agree.replace("{firm}", FIRM))
    hand.press(f"Share with {FIRM}")
    expect(visitor.page.get_by_role("alert")).to_have_count(3)
    assert "not an e-mail address" in visitor.words()
    expect(visitor.box(LABELS.contact_email)).to_have_value("mina at acme")
    in_order(visitor)
    visitor.page.context.close()
