"""Signing in with a work account: a real server, a provider with real keys, every redirect."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import httpx
import pytest
from joserfc.jwk import RSAKey

from access import COOKIE
from storage import open_store
from tests.web.provider import Provider
from tests.web.server import Nursery, Server

LISTED = {"DIAGNOSTIC_CONSULTANTS": "ann@firm.example, @partner.example"}
ASKED = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"}
"""What a browser asks for, and gets other answers for than a program does."""
NOT_SIGNED_IN, NOT_LISTED = "That did not sign you in", "may not see the workspace"


@dataclass
class House:
    """A diagnostic, and the provider that it trusts."""

    server: Server
    provider: Provider
    browsers: list[httpx.Client] = field(default_factory=list)

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server.port}"

    def browser(self) -> httpx.Client:
        client = httpx.Client(base_url=self.address, headers=ASKED, timeout=20, verify=False)
        self.browsers.append(client)
        return self.browsers[-1]

    def desk(self, browser: httpx.Client) -> int:
        """The status of something that only a consultant may have."""
        return browser.get("/desk/shared.csv").status_code

    def refused(self) -> list[str]:
        """Who was refused, by the log, the last one first."""
        store = open_store(str(self.server.database))
        said = [each.who for each in store.desk.audit.read() if each.what == "refused"]
        store.close()
        return said


@pytest.fixture(scope="module")
def provider() -> Iterator[Provider]:
    opened = Provider()
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def running(
    nursery: Nursery, provider: Provider, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[House]:
    folder = tmp_path_factory.mktemp("house")
    secrets = folder / "secrets.toml"
    server = Server(folder, nursery, flags=(f"--secrets.files={secrets}",), settings=LISTED)
    secrets.write_text(provider.set_up(server.port))
    yield House(server.start(), provider)
    server.end()


@pytest.fixture
def house(running: House) -> Iterator[House]:
    running.provider.as_new()
    yield running
    while running.browsers:
        running.browsers.pop().close()


def walked(browser: httpx.Client, start: str) -> list[httpx.Response]:
    """Every answer on the way from an address to where nothing leads on."""
    answers = [browser.get(start)]
    while answers[-1].is_redirect:
        assert len(answers) < 10, "in circles"
        answers.append(browser.send(answers[-1].next_request))
    return answers


def signed_in(house: House, wanted: str = "") -> httpx.Client:
    browser = house.browser()
    walked(browser, f"/signin/work{wanted}")
    assert house.desk(browser) == 200
    return browser


def test_who_is_on_the_list_comes_by_the_provider_to_the_page_asked_for_first(house):
    browser = house.browser()
    way = walked(browser, "/signin/work?next=brief%3Fs%3D4f")
    hosts_and_paths = [(urlsplit(str(each.url)).port, each.url.path) for each in way]
    ours, theirs = house.server.port, house.provider.port
    assert hosts_and_paths == [
        (ours, "/signin/work"),
        (ours, "/auth/login"),
        (theirs, "/authorize"),
        (ours, "/oauth2callback"),
        (ours, "/signin/back"),
        (ours, "/brief"),
    ]
    assert way[-1].url.query == b"s=4f"
    assert house.desk(browser) == 200
    assert [name for name in browser.cookies if name.startswith("_streamlit_user")] == []


@pytest.mark.parametrize(
    "wanted",
    [
        "https://evil.test/",
        "//evil.test",
        "/\\evil.test",
        "\\\\evil.test",
        "javascript:alert(1)",
        "@evil.test",
        "brief\r\nLocation: https://evil.test",
        "signout",
        "../..//evil.test",
    ],
)
def test_nobody_is_sent_to_another_place_than_a_page_of_ours(house, wanted):
    browser = house.browser()
    browser.get("/signin/work", params={"next": wanted})
    end = walked(browser, "/signin/work?" + str(httpx.QueryParams({"next": wanted})))[-1].url
    assert (end.host, end.port, end.path) == ("127.0.0.1", house.server.port, "/shared")


@pytest.mark.parametrize(
    "person",
    [
        {"email": "eve@else.example"},
        {"email_verified": False},
        {"email_verified": None},
        {"email_verified": "yes"},
        {"email": "eve@partner.example.evil.test"},
        {"email": "eve@notpartner.example"},
        {"email": "eve@sub.partner.example"},
        {"email": "\u0430nn@firm.example"},
        {"email": "ann@f\u0456rm.example"},
        {"email": "ann@firm.example\u3002"},
        {"email": "ann@firm.example, eve@else.example"},
        {"email": ["ann@firm.example"]},
        {"email": None, "preferred_username": "ann@firm.example"},
    ],
)
def test_who_is_not_on_the_list_is_refused_on_a_plain_page_and_in_the_log(house, person):
    house.provider.person |= person
    browser = house.browser()
    end = walked(browser, "/signin/work")[-1]
    assert (end.status_code, NOT_LISTED in end.text) == (403, True)
    assert 'role="alert"' in end.text
    assert COOKIE not in browser.cookies
    assert [name for name in browser.cookies if name.startswith("_streamlit_user")] == []
    assert house.desk(browser) == 404
    assert house.refused()


@pytest.mark.parametrize("address", ["ANN@FIRM.EXAMPLE", "Who.Ever+x@Partner.Example"])
def test_capital_letters_make_nobody_another(house, address):
    house.provider.person["email"] = address
    signed_in(house)


@pytest.mark.parametrize(
    "wrong",
    [
        {"iss": "http://127.0.0.1:1"},
        {"aud": "another client"},
        {"aud": ["another client", "a third"]},
        {"nonce": "one of yesterday"},
        {"nonce": None},
        {"exp": 1_000_000_000},
        {"exp": None},
    ],
    ids=str,
)
def test_a_token_that_is_not_for_us_now_signs_nobody_in(house, wrong):
    house.provider.wrong = wrong
    assert_nobody(house, house.browser())


def test_a_token_that_another_key_has_signed_signs_nobody_in(house):
    house.provider.key = RSAKey.generate_key(2048, {"kid": "one"})
    assert_nobody(house, house.browser())


def test_who_changes_her_mind_at_the_provider_is_told_so(house):
    house.provider.refuses = "access_denied"
    assert_nobody(house, house.browser())


def test_a_way_to_the_provider_that_is_too_old_or_made_up_leads_back(house):
    assert_nobody(house, house.browser(), "/auth/login?provider=made-up")
    assert_nobody(house, house.browser(), "/oauth2callback")


def assert_nobody(house: House, browser: httpx.Client, start: str = "/signin/work") -> None:
    end = walked(browser, start)[-1]
    assert (end.url.path, end.status_code) == ("/signin/back", 403)
    assert NOT_SIGNED_IN in end.text
    assert COOKIE not in browser.cookies
    assert house.desk(browser) == 404


def test_the_way_back_leads_in_once_and_in_the_browser_that_set_out(house):
    browser = house.browser()
    *_, callback = (
        str(each.url)
        for each in walked(browser, "/signin/work")
        if each.url.path == "/oauth2callback"
    )
    browser.cookies.delete(COOKIE)
    assert_nobody(house, browser, callback)
    assert_nobody(house, house.browser(), callback)


def test_what_the_provider_proved_is_good_for_one_sign_in(house):
    browser = house.browser()
    way = walked(browser, "/signin/work")
    left = {
        name: value
        for each in way
        if each.url.path == "/oauth2callback"
        for name, value in each.cookies.items()
    }
    thief = house.browser()
    thief.cookies.update(left)
    assert_nobody(house, thief, "/signin/back")


def test_an_id_that_somebody_else_set_before_is_not_the_one_signed_in(house):
    browser = house.browser()
    browser.cookies.set(COOKIE, "known-to-eve", domain="127.0.0.1", path="/")
    walked(browser, "/signin/work")
    assert house.desk(browser) == 200
    eve = house.browser()
    eve.cookies.set(COOKIE, "known-to-eve")
    assert house.desk(eve) == 404


def test_signing_in_again_ends_the_sign_in_before(house):
    browser = signed_in(house)
    copy = house.browser()
    copy.cookies.set(COOKIE, browser.cookies[COOKIE])
    assert house.desk(copy) == 200
    walked(browser, "/signin/work")
    assert (house.desk(browser), house.desk(copy)) == (200, 404)


def test_signing_out_ends_every_copy_of_the_cookie_and_a_restart_ends_none(house):
    browser, other = signed_in(house), signed_in(house)
    copy = house.browser()
    copy.cookies.set(COOKIE, browser.cookies[COOKIE])
    half_way = walked_to_the_provider(house)
    house.server.restart()
    assert [house.desk(each) for each in (browser, copy, other)] == [200, 200, 200]
    walked(half_way, half_way.next)
    assert house.desk(half_way) == 200
    out = browser.post("/signout", headers={"Origin": house.address}, follow_redirects=True)
    assert "signed out in every tab" in out.text
    assert [house.desk(each) for each in (browser, copy, other)] == [404, 404, 200]


def walked_to_the_provider(house: House) -> httpx.Client:
    """A browser that is at the provider while something happens here."""
    browser = house.browser()
    login = browser.get(browser.get("/signin/work").headers["location"])
    browser.next = login.headers["location"]  # type: ignore[attr-defined]
    return browser


def test_a_provider_that_cannot_be_reached_and_a_path_above_are_no_obstacle(
    nursery, provider, tmp_path
):
    provider.as_new()
    secrets = tmp_path / "secrets.toml"
    flags = (f"--secrets.files={secrets}", "--server.baseUrlPath=deep/er")
    server = Server(tmp_path, nursery, flags=flags, settings=LISTED)
    server.health = "/deep/er/_stcore/health"
    secrets.write_text(provider.set_up(server.port, "/deep/er"))
    house = House(server.start(), provider)
    with house.browser() as browser:
        way = walked(browser, "/deep/er/signin/work?next=recap")
        assert way[-1].url.path == "/deep/er/recap"
        assert browser.get("/deep/er/desk/shared.csv").status_code == 200
        assert {each.path for each in browser.cookies.jar} == {"/deep/er"}
    server.kill()
    secrets.write_text(provider.set_up(server.port, "/deep/er").replace(str(provider.port), "1"))
    server.start()
    with house.browser() as browser:
        end = walked(browser, "/deep/er/signin/work")[-1]
        assert (end.url.path, end.status_code) == ("/deep/er/signin/back", 403)
        assert NOT_SIGNED_IN in end.text
    server.end()
