"""The plain pages, in a firm's look: light and dark, narrow and wide, by keyboard and by ear."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.brand.pictures import png
from tests.browser.conftest import DESK, PHONE, Site
from tests.browser.looking import too_small, violations
from tests.scoring.verbs import ROOT
from tests.web.provider import Provider
from tests.web.server import Nursery, Server
from tests.web.sharing import CONSULTANT
from tests.web.signed_in import SET_UP

TOO_WIDE = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
FONTS = "[...document.fonts].filter((each) => each.status === 'loaded').map((each) => each.family)"
FIRM = "Harbour & Field"
PAGES = {
    "signin": "Sign in",
    "signin?out=1": "Sign in",
    "signout": "Sign out",
    "no-such-page": "There is no page at this address",
}


@pytest.fixture(scope="module")
def provider() -> Iterator[Provider]:
    opened = Provider()
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def door(
    nursery: Nursery,
    browser: Browser,
    provider: Provider,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Site]:
    """A site of a firm with a logo, where both ways to sign in are set up."""
    folder: Path = tmp_path_factory.mktemp("door")
    (folder / "logo.png").write_bytes(png(240, 80))
    brand = (ROOT / "brand.example.yaml").read_text("utf-8").replace("# logo:", "logo:")
    (folder / "brand.yaml").write_text(brand, "utf-8")
    settings = {**SET_UP, "DIAGNOSTIC_BRAND": str(folder / "brand.yaml")}
    secrets = folder / "secrets.toml"
    server = Server(folder, nursery, flags=(f"--secrets.files={secrets}",), settings=settings)
    secrets.write_text(provider.set_up(server.port))
    yield Site(server.start(), browser)
    for context in browser.contexts:
        context.close()
    server.end()


def opened(site: Site, key: str = "signin", **how: Any) -> Page:
    page = site.visitor(PHONE, **how).page
    page.goto(f"{site.address}/{key}")
    return page


@pytest.mark.parametrize("colours", ["light", "dark"])
def test_every_plain_page_can_be_read_and_tapped_on_every_screen(door: Site, colours: str) -> None:
    visitor = door.visitor(PHONE, color_scheme=colours)
    page = visitor.page
    for key, title in PAGES.items():
        page.set_viewport_size(PHONE)  # type: ignore[arg-type]
        page.goto(f"{door.address}/{key}")
        assert page.get_by_role("heading", level=1).all_inner_texts() == [title]
        assert page.title() == f"{title} · {FIRM}"
        expect(page.get_by_role("banner")).to_have_text(FIRM)
        assert page.locator("header img").evaluate("(each) => each.naturalWidth") == 240
        assert (violations(page), too_small(page), page.evaluate(TOO_WIDE)) == ([], [], False)
        page.set_viewport_size(DESK)  # type: ignore[arg-type]
        assert (too_small(page), page.evaluate(TOO_WIDE)) == ([], False)
    assert set(page.evaluate(FONTS)) == {"Source Sans", "Source Serif"}
    assert visitor.outside == set()


def test_a_wrong_passphrase_is_said_where_the_focus_is_and_the_right_one_leads_on(
    door: Site,
) -> None:
    page = opened(door, "signin?next=calls-say")
    page.keyboard.type("not this one")  # the field has the focus
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_have_text("That is not the passphrase.")
    field = page.get_by_label("Passphrase")
    expect(field).to_be_focused()
    expect(field).to_have_accessible_description("That is not the passphrase.")
    assert violations(page) == []
    page.keyboard.type("four words by a lake")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Sign in")).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**/calls-say")
    expect(page.get_by_role("heading", level=1)).to_have_text("What calls say about the questions")


def test_a_work_account_leads_in_and_one_that_is_not_listed_is_told_so(
    door: Site, provider: Provider
) -> None:
    page = opened(door, "signin?next=calls-say")
    provider.person["email"] = "eve@firm.example"
    page.get_by_role("link", name="Sign in with your work account").click()
    told = page.get_by_role("alert")
    expect(told).to_contain_text("may not see the workspace")
    expect(told).to_be_focused()
    assert (violations(page), too_small(page)) == ([], [])
    provider.person["email"] = CONSULTANT
    page.goto(f"{door.address}/signin?next=calls-say")
    page.get_by_role("link", name="Sign in with your work account").click()
    page.wait_for_url("**/calls-say")
    expect(page.get_by_text(CONSULTANT).first).to_be_attached()
    names = {each["name"] for each in page.context.cookies()}
    assert names & {"diagnostic_desk", "_streamlit_user"} == {"diagnostic_desk"}
