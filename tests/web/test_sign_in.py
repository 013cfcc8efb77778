"""Signing in and out by the routes, on a real store: who gets a cookie, and where one is sent."""

import httpx
import pytest
from starlette.applications import Starlette

from access import BROWSER, CONSULTANTS, COOKIE, HOURS, PASSPHRASE
from brand import DEFAULT
from storage import open_store
from tests.access.test_passphrase import QUICK
from tests.loops import in_a_loop
from web.sign_in import sign_in_routes
from web.work_account import WorkAccount

RIGHT = "four words by a lake"
HERE = "http://testserver"


class Browser:
    """Asks the routes, and keeps cookies."""

    def __init__(self, app):
        self.app, self.cookies = app, httpx.Cookies()

    def ask(self, method, path, **how):
        async def asked():
            transport = httpx.ASGITransport(self.app)
            async with httpx.AsyncClient(
                transport=transport, base_url=HERE, cookies=self.cookies
            ) as client:
                answer = await client.request(method, path, **how)
                self.cookies = client.cookies
                return answer

        return in_a_loop(asked())

    def get(self, path, **how):
        return self.ask("GET", path, **how)

    def post(self, path, **how):
        return self.ask("POST", path, **how)


@pytest.fixture
def door(tmp_path, monkeypatch):
    for name in (CONSULTANTS, HOURS):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv(PASSPHRASE, QUICK.hash(RIGHT))
    store = open_store(str(tmp_path / "a.db"))
    proven = {}
    work = WorkAccount(lambda: bool(proven), lambda: "/auth/login", lambda cookies: proven)
    app = Starlette(routes=sign_in_routes("", lambda: store, lambda: DEFAULT, work))
    client = Browser(app)
    client.store, client.proven = store, proven
    yield client
    store.close()


def tried(door, passphrase=RIGHT, origin=HERE, **fields):
    return door.post(
        "/signin", data={"passphrase": passphrase, **fields}, headers={"Origin": origin}
    )


def test_until_configured_there_is_nothing(door, monkeypatch):
    monkeypatch.delenv(PASSPHRASE)
    answers = [door.get("/signin"), tried(door), door.get("/signin/back"), door.post("/signout")]
    assert [each.status_code for each in answers] == [404] * 4


def test_the_right_passphrase_gives_a_new_cookie_and_leads_to_the_page_asked_for(door):
    door.cookies.set(COOKIE, "brought-along")
    answer = tried(door, next="brief?s=4f")
    assert (answer.status_code, answer.headers["location"]) == (303, "/brief?s=4f")
    cookie = answer.headers["set-cookie"]
    assert "brought-along" not in cookie
    assert all(part in cookie for part in ("HttpOnly", "SameSite=lax", "Path=/", "Max-Age=43200"))
    assert "Secure" not in cookie


@pytest.mark.parametrize("wanted", ["//evil.example", "\\\\evil.example", "https://evil.example"])
def test_nobody_is_sent_to_another_site(door, wanted):
    assert tried(door, next=wanted).headers["location"] == "/shared"


@pytest.mark.parametrize("origin", ["", "null", "http://evil.example", "http://testserver.evil"])
def test_a_form_from_elsewhere_is_refused(door, origin):
    assert tried(door, origin=origin).status_code == 403
    assert door.store.desk.audit.read() == ()


def test_a_wrong_passphrase_is_refused_and_written_down_and_waits_grow(door):
    codes = [tried(door, "wrong").status_code for _ in range(4)]
    assert codes == [403, 403, 403, 429]
    assert tried(door).status_code == 429
    assert {line.what for line in door.store.desk.audit.read()} == {"refused"}


def test_somebody_who_guesses_beside_a_consultant_does_not_keep_her_out(door):
    first = tried(door)
    assert {BROWSER, COOKIE} == set(first.cookies)
    beside = Browser(door.app)
    assert [tried(beside, "wrong").status_code for _ in range(4)] == [403, 403, 403, 429]
    assert tried(beside).status_code == 429
    assert tried(door).status_code == 303
    assert door.store.desk.sign_ins.who(first.cookies[BROWSER]) is None, "it opens nothing"


def test_signing_out_ends_the_token_everywhere(door):
    token = tried(door).cookies[COOKIE]
    assert door.store.desk.sign_ins.who(token).identity == "consultant"
    door.post("/signout", headers={"Origin": HERE})
    assert door.store.desk.sign_ins.who(token) is None


def test_a_work_account_on_the_list_is_exchanged_and_another_refused(door, monkeypatch):
    monkeypatch.setenv(CONSULTANTS, "@firm.example")
    door.proven.update(email="eve@evil.example", email_verified=True)
    assert door.get("/signin/back").status_code == 403
    door.proven.update(email="Ann@firm.example")
    door.cookies.set("_streamlit_user", "theirs")
    answer = door.get("/signin/back")
    assert answer.status_code == 303
    assert '_streamlit_user=""' in answer.headers["set-cookie"]
    token = answer.cookies[COOKIE]
    assert door.store.desk.sign_ins.who(token).identity == "ann@firm.example"
