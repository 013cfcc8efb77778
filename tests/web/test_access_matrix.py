"""Every page and route, as everybody: what somebody may not read is in nothing that is sent.

Pages and routes are taken from the app itself, so that a new one is walked without a word here.
What is sent is looked at as it comes: every byte of a page's messages, and the text of every PDF.
"""

import json
import subprocess
import sys
from dataclasses import dataclass, field, replace
from importlib.util import find_spec
from io import BytesIO
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pypdf
import pytest
from websockets.sync.client import connect

from scoring.assessment import Assessment
from storage import open_store
from storage.desk import Contact
from tests.scoring.verbs import ROOT, person
from tests.web.sharing import begun, cookie_of, noted, shared_by
from tests.web.signed_in import SET_UP
from tests.web.visitor import Visitor
from web.private import NOTHING_HERE

LIST_ROUTES = (
    "import json, app; "
    "print(json.dumps([[r.path, sorted(r.methods or ['GET'])] for r in app.app._user_routes]))"
)
WRONG = "A" * 43


@dataclass(frozen=True)
class Canaries:
    """Words that are in one person's answers and nowhere else."""

    name: str

    def of(self, what: str) -> str:
        return f"Kanarienvogel{what}{self.name}"

    @property
    def shared(self) -> tuple[str, ...]:
        """What is sent on sharing without notes and owners."""
        return self.of("Priority"), self.of("Contact"), self.of("Company")

    @property
    def kept(self) -> tuple[str, ...]:
        """What stays with the respondent."""
        return self.of("Note"), self.of("Owner")

    @property
    def all(self) -> tuple[str, ...]:
        return self.shared + self.kept

    def answers(self) -> Assessment:
        """P1's answers with these words in them."""
        plain = person("P1")
        first, *rest = plain.priorities
        named = replace(plain, priorities=(replace(first, name=self.of("Priority")), *rest))
        return noted(named, self.of("Note"), self.of("Owner"))

    def contact(self) -> Contact:
        return Contact(self.of("Contact"), "one@acme.example", self.of("Company"))


A, B, GONE = Canaries("Alpha"), Canaries("Beta"), Canaries("Gamma")
"""A shared without notes and owners; B shared nothing; what GONE shared was withdrawn."""
OF_THE_CALL = "KanarienvogelCallGoal"
EVERYTHING = (*A.all, *B.all, *GONE.all, OF_THE_CALL)


@dataclass
class Role:
    """Somebody: the link and cookie they have, and the words that they may read."""

    link: str = ""
    cookie: str = ""
    may: tuple[str, ...] = ()
    leaks: list[tuple[str, str]] = field(default_factory=list)
    read: set[str] = field(default_factory=set)

    def look(self, where: str, sent: bytes) -> None:
        """Note the canaries in what was sent, and those that should not be there."""
        found = {word for word in EVERYTHING if word.encode() in sent}
        self.read |= found
        self.leaks += [(where, word) for word in sorted(found - set(self.may))]


class Tab(Visitor):
    """A visitor with a cookie who keeps every byte that is sent."""

    cookie = ""

    def connect(self):
        self.socket = _Heard(
            connect(
                f"ws://127.0.0.1:{self.port}/_stcore/stream",
                origin=f"http://127.0.0.1:{self.port}",
                subprotocols=["streamlit", "PLACEHOLDER_AUTH_TOKEN"],
                additional_headers={"Cookie": self.cookie} if self.cookie else {},
                max_size=None,
                legacy=True,  # kept open, not in a `with`
                close_timeout=0.2,
            )
        )
        return self


class _Heard:
    """A connection whose messages are kept."""

    def __init__(self, connection):
        self._connection, self.messages = connection, []

    def __getattr__(self, name):
        return getattr(self._connection, name)

    def recv(self, *how, **named):
        self.messages.append(self._connection.recv(*how, **named))
        return self.messages[-1]


@pytest.fixture
def house(servers):
    """A server over a store with three people in it, and everybody who may come to it."""
    server = servers(settings=SET_UP).start()
    store = open_store(str(server.database))
    alpha, beta, gone = (begun(store, who.answers()) for who in (A, B, GONE))
    share = shared_by(store, alpha, A.contact()).id
    withdrawn = shared_by(store, gone, GONE.contact()).id
    store.desk.sharing.withdraw(gone.record.id)
    call = store.desk.calls.open(share, "anna@firm.example")
    tab = store.desk.calls.open_tab(call.id)
    told = {"goal": OF_THE_CALL}
    store.desk.calls.save(call.id, tab, told, {}, "key", "anna@firm.example")
    roles = {
        "nobody": Role(),
        "respondent A": Role(link=alpha.token, may=A.all),
        "respondent B": Role(link=beta.token, may=B.all),
        "expired consultant": Role(cookie=cookie_of(store, hours=-1)),
        "consultant": Role(cookie=cookie_of(store), may=(*A.shared, OF_THE_CALL)),
    }
    if find_spec("access"):  # the list of consultants is that room's business
        roles["not on the list"] = Role(cookie=cookie_of(store, "eve@elsewhere.example"))
    ids = (share, withdrawn, alpha.record.id, beta.record.id, call.id)
    yield server, roles, ids
    store.close()


def routes_of_the_app():
    """Paths and methods of every route that app.py gives to the server."""
    run = subprocess.run(
        [sys.executable, "-c", LIST_ROUTES], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return json.loads(run.stdout.splitlines()[-1])


def pages_of_the_app():
    """Addresses of every page: those of the app, and every file that could be one."""
    from ui import address

    named = {*address.PAGES, *getattr(address, "DESK", {})}
    return sorted(named | {path.stem for path in (ROOT / "pages").glob("*.py")})


def fetch(server, role, path, method="GET"):
    """Status and bytes, the text of a PDF added."""
    asked = Request(f"http://127.0.0.1:{server.port}{path}", method=method)
    if role.cookie:
        asked.add_header("Cookie", role.cookie)
    try:
        with urlopen(asked, timeout=20) as answer:
            status, body = answer.status, answer.read()
    except HTTPError as refused:
        status, body = refused.code, refused.read()
    if body.startswith(b"%PDF"):
        pages = pypdf.PdfReader(BytesIO(body)).pages
        body += "".join(page.extract_text() for page in pages).replace("\n", "").encode()
    return status, body


def filled(path, role, ids):
    """A route's addresses with everything in their blanks that could be tried."""
    if "{token}" in path:
        return [path.replace("{token}", each) for each in {role.link or WRONG, WRONG, *ids}]
    if "{share}" in path:
        return [path.replace("{share}", each) for each in (*ids, WRONG)]
    path = path.replace("/font/{name}.", "/font/sans.")
    assert "{" not in path, f"{path} has a blank that this test does not know how to fill"
    return [path]


def test_no_route_hands_anything_to_anybody_who_may_not_read_it(house):
    server, roles, ids = house
    desk = {}
    for path, methods in routes_of_the_app():
        for who, role in roles.items():
            for address in filled(path, role, ids) if "GET" in methods else ():
                status, body = fetch(server, role, address)
                role.look(address, body)
                if path.startswith("/desk/"):
                    desk.setdefault(who, set()).add((status, body))
    assert {who: role.leaks for who, role in roles.items() if role.leaks} == {}
    assert roles["consultant"].read == set(roles["consultant"].may)
    assert roles["respondent A"].read == {A.of("Priority"), *A.kept}
    nothing = {(404, NOTHING_HERE.encode())}
    assert {who for who, got in desk.items() if got != nothing} == {"consultant"}


def test_no_page_hands_anything_to_anybody_who_may_not_read_it(house):
    server, roles, ids = house
    share, *_ = ids
    for page in pages_of_the_app():
        for role in roles.values():
            tab = Tab(server.port)
            tab.cookie = role.cookie
            query = "&".join(filter(None, (f"s={share}", role.link and f"t={role.link}")))
            tab.open("" if page == "welcome" else page, query)
            role.look(page, b"".join(tab.socket.messages))
            tab.drop()
    assert {who: role.leaks for who, role in roles.items() if role.leaks} == {}
    assert A.of("Note") in roles["respondent A"].read
    assert B.of("Priority") in roles["respondent B"].read
