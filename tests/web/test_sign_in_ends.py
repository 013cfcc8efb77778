"""A tab of the workspace whose sign-in has ended gets nothing more, whatever it still has open."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, replace

import httpx
import pytest

from access import COOKIE, LOCAL, access
from storage import Store, open_store
from storage.desk import Contact
from tests.access.test_passphrase import QUICK
from tests.scoring.verbs import person
from tests.web.server import Nursery, Server
from tests.web.sharing import CONSULTANT, begun, cookie_of, shared_by
from tests.web.signed_in import SET_UP
from tests.web.visitor import Visitor
from ui.address import DESK

BEN = "ben@firm.example"
CANARY = "Kanarienvogel"
SHOW_IT = ("shared", "brief", "call", "recap")
"""Pages that hold a word of somebody's answers; the one about all calls holds none."""
ENTRY = "Sign in needed"


class Tab(Visitor):
    """A tab that keeps what is sent to it since it was last asked."""

    def connect(self) -> "Tab":
        super().connect()
        assert self.socket is not None
        self.heard: list[bytes] = []
        receive = self.socket.recv

        def received(*how: object, **named: object) -> bytes:
            self.heard.append(receive(*how, **named))  # type: ignore[arg-type]
            return self.heard[-1]

        self.socket.recv = received  # type: ignore[method-assign, assignment]
        return self

    @property
    def saw(self) -> bool:
        """Whether the word was in anything that was sent since the last look."""
        heard, self.heard = b"".join(self.heard), []
        return CANARY.encode() in heard


@dataclass
class House:
    """A server with a share, and consultants with tabs."""

    server: Server
    store: Store
    share: str

    def tab(self, page: str, cookie: str) -> Tab:
        tab = Tab(self.server.port)
        tab.cookie = cookie
        self.server.visitors.append(tab)
        tab.open(page, f"s={self.share}")
        return tab

    def tabs(self, cookie: str) -> list[Tab]:
        """Every page of the workspace, open, and each with what it is there for."""
        tabs = [self.tab(page, cookie) for page in DESK]
        assert [page for page, tab in zip(DESK, tabs, strict=True) if tab.saw] == [
            page for page in DESK if page in SHOW_IT
        ]
        return tabs

    def by_passphrase(self) -> str:
        """The cookie of somebody who sends the passphrase to the form."""
        with self.client() as client:
            client.post("/signin", data={"passphrase": "four words by a lake"})
            return f"{COOKIE}={client.cookies[COOKIE]}"

    def client(self) -> httpx.Client:
        address = f"http://127.0.0.1:{self.server.port}"
        return httpx.Client(base_url=address, headers={"Origin": address}, verify=False, timeout=20)


@pytest.fixture(scope="module")
def running(nursery: Nursery, tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    settings = {**SET_UP, "DIAGNOSTIC_CONSULTANTS": f"{CONSULTANT}, {BEN}"}
    server = Server(tmp_path_factory.mktemp("ends"), nursery, settings=settings).start()
    store = open_store(str(server.database))
    first, *rest = person("P1").priorities
    answers = replace(person("P1"), priorities=(replace(first, name=f"{CANARY} sales"), *rest))
    contact = Contact("Mina Okafor", "mina@acme.example", f"{CANARY} Ltd")
    yield House(server, store, shared_by(store, begun(store, answers), contact).id)
    store.close()
    server.end()


@pytest.fixture
def house(running: House) -> Iterator[House]:
    yield running
    while running.server.visitors:
        running.server.visitors.pop().drop()


def assert_closed(tabs: list[Tab]) -> None:
    """Nothing more comes: neither of a part that runs by itself nor of the whole page."""
    for tab in tabs:
        for part in sorted({each for each in tab.fragments.values() if each}):
            tab.send(part)
            tab.read()
            assert not tab.saw, (tab.page, part)
        tab.rerun()
        assert not tab.saw, tab.page
        assert ENTRY in tab.words()


def test_nobody_and_a_forged_and_an_expired_cookie_see_no_page_of_the_workspace(house):
    for cookie in ("", f"{COOKIE}={'A' * 43}", cookie_of(house.store, hours=-1)):
        assert_closed([house.tab(page, cookie) for page in DESK])


def test_signing_out_in_one_tab_ends_the_others_at_their_next_run(house):
    cookie = house.by_passphrase()
    tabs = house.tabs(cookie)
    with house.client() as client:
        client.post("/signout", headers={"Cookie": cookie})
    assert_closed(tabs)


def test_a_sign_in_that_expires_meanwhile_ends_tabs_too(house):
    cookie = cookie_of(house.store)
    tabs = house.tabs(cookie)
    with closing(sqlite3.connect(house.server.database)) as raw, raw:
        raw.execute("UPDATE sign_in SET expires_at = at")
    assert_closed(tabs)


def test_a_session_shows_what_the_cookie_opens_that_comes_with_it_and_no_other(house):
    anna, ben = cookie_of(house.store), cookie_of(house.store, BEN)
    for cookie, opens in (("", False), (f"{COOKIE}=forged", False), (ben, True)):
        tab = house.tab("brief", anna)
        assert CONSULTANT in tab.words()
        session = tab.session
        tab.drop()
        tab.cookie = cookie
        tab.connect().rerun()
        assert tab.session == session, "it is the session that anna had"
        assert tab.saw is opens
        assert CONSULTANT not in tab.words()
        assert (BEN in tab.words()) is opens


def test_a_new_passphrase_and_a_shorter_list_end_what_they_had_opened(house, monkeypatch):
    anna, local = cookie_of(house.store), house.by_passphrase()
    ben = cookie_of(house.store, BEN)
    house.server.settings = {
        "DIAGNOSTIC_PASSPHRASE": QUICK.hash("another passphrase"),
        "DIAGNOSTIC_CONSULTANTS": BEN,
    }
    house.server.restart()
    assert_closed([house.tab(page, cookie) for cookie in (anna, local) for page in DESK])
    assert house.tab("brief", ben).saw
    monkeypatch.setenv("DIAGNOSTIC_PASSPHRASE", house.server.settings["DIAGNOSTIC_PASSPHRASE"])
    found = house.store.desk.sign_ins.who(local.partition("=")[2])
    assert (found.identity, access().how(found.identity, found.under)) == (LOCAL, None)
