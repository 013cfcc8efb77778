"""Every page and route, as everybody: what somebody may not read is in nothing that is sent.

Pages are taken from the app itself, so that a new one is walked without a word here; a new route
needs a row in `ROWS`, which says who gets anything from it. What is sent is looked at as it comes:
every byte of a page's messages, and the text of every PDF.
"""

from io import BytesIO
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pypdf
import pytest

from brand import DEFAULT
from storage import open_store
from tests.scoring.verbs import ROOT
from tests.web.everybody import GONE, OF_THE_CALL, A, B, Role, Tab
from tests.web.sharing import begun, cookie_of, shared_by
from tests.web.signed_in import SET_UP
from ui.address import DESK, PAGES
from web.numbers import number_routes
from web.private import NOTHING_HERE
from web.routes import routes
from web.work_account import WorkAccount

WRONG = "A" * 43
RESPONDENTS, CONSULTANT = {"respondent A", "respondent B"}, {"consultant"}
EVERYBODY = {"nobody", "expired consultant", "not on the list", *RESPONDENTS, *CONSULTANT}
NOBODY: set[str] = set()
ROWS = {
    "/healthz": EVERYBODY,
    "/readyz": EVERYBODY,
    "/look.css": EVERYBODY,
    "/logo.png": NOBODY,  # this firm has none
    "/font/{name}.woff2": EVERYBODY,
    "/metrics": NOBODY,  # nobody has asked for it here
    "/answers/{token}.json": RESPONDENTS,
    "/scorecard/{token}.pdf": RESPONDENTS,
    "/signin": EVERYBODY,
    "/signout": EVERYBODY,
    "/signin/work": NOBODY,  # no work account is set up here
    "/signin/back": NOBODY,
    "/desk/shared.csv": CONSULTANT,
    "/desk/shared.json": CONSULTANT,
    "/desk/{share}.json": CONSULTANT,
    "/desk/{share}/brief.pdf": CONSULTANT,
    "/desk/{share}/recap.pdf": CONSULTANT,
}
"""Every route, and who gets something there: by their own link, or about what was shared."""
POSTED = {"/signin", "/signout"}
"""The routes that take a form. Sharing and withdrawing have none: they are clicks on a page."""
OTHERS = ("PUT", "PATCH", "DELETE", "OPTIONS")
WITH_A_SHARE = ("brief", "call", "recap")


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
    roles["not on the list"] = Role(cookie=cookie_of(store, "eve@elsewhere.example"))
    ids = (share, withdrawn, alpha.record.id, beta.record.id, call.id)
    yield server, roles, ids
    store.close()


def routes_of_the_app():
    """Path and methods of every route that app.py gives to the server."""
    script = (ROOT / "app.py").read_text()
    assert "*routes(store, look.sheet(), brand_file.shown, work, base, look.fonts())," in script
    assert "*number_routes(" in script
    work = WorkAccount(lambda: False, str, lambda cookies: None)
    ours = [
        *number_routes("", {}, None, {}, dict),
        *routes(None, "", lambda: DEFAULT, work, fonts={"sans": ""}),
    ]
    return [(each.path, each.methods) for each in ours]


def pages_of_the_app():
    """Addresses of every page: those of the app, and every file that could be one."""
    return sorted({*PAGES, *DESK} | {path.stem for path in (ROOT / "pages").glob("*.py")})


def fetch(server, role, path, method="GET", form=None, **headers):
    """Status and bytes, the text of a PDF added."""
    address = f"http://127.0.0.1:{server.port}{path}"
    asked = Request(address, data=form, method=method, headers=headers)
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
        links = dict.fromkeys((role.link or WRONG, WRONG, *ids))
        return [path.replace("{token}", each) for each in links]
    if "{share}" in path:
        return [path.replace("{share}", each) for each in (*ids, WRONG)]
    path = path.replace("/font/{name}.", "/font/sans.")
    assert "{" not in path, f"{path} has a blank that this test does not know how to fill"
    return [path]


def test_every_route_has_a_row_and_every_row_a_route():
    found = routes_of_the_app()
    assert {path for path, _ in found} == set(ROWS)
    assert {path for path, methods in found if "POST" in methods} == POSTED
    assert {method for _, methods in found for method in methods} == {"GET", "HEAD", "POST"}


def test_no_route_hands_anything_to_anybody_who_may_not_read_it(house):
    server, roles, ids = house
    assert set(roles) == EVERYBODY
    for path, allowed in ROWS.items():
        got = {who: [] for who in roles}
        for who, role in roles.items():
            for address in filled(path, role, ids):
                status, body = fetch(server, role, address)
                role.look(address, body)
                got[who].append(status)
                if path.startswith("/desk/") and who not in allowed:
                    assert (status, body) == (404, NOTHING_HERE.encode()), (who, address)
        assert {who for who, statuses in got.items() if 200 in statuses} == allowed, path
        most = 1 if "{" in path else len(got["nobody"])
        assert all(statuses.count(200) <= most for statuses in got.values()), path
    assert {who: role.leaks for who, role in roles.items() if role.leaks} == {}
    assert roles["consultant"].read == set(roles["consultant"].may)
    assert roles["respondent A"].read == {A.of("Priority"), *A.kept}


def test_no_other_way_to_ask_hands_out_or_changes_anything(house):
    server, roles, ids = house
    share, *_ = ids
    cookies = [role.cookie for role in roles.values()]
    for path in ROWS:
        for who, role in roles.items():
            address = filled(path, role, ids)[0]
            status, body = fetch(server, role, address, "HEAD")
            led_on = path.startswith("/font") or (path, who) == ("/signin", "consultant")
            if not led_on:  # by a GET
                assert body == b"", (who, path)
            assert (status == 200) == (who in ROWS[path]), (who, path)
            for method in (*OTHERS, *(() if path in POSTED else ("POST",))):
                status, body = fetch(server, role, address, method, b"passphrase=x")
                assert status in (403, 404, 405), (who, method, path)
                role.look(f"{method} {address}", body)
    ours = {"Origin": f"http://127.0.0.1:{server.port}"}
    for role in roles.values():
        for path, headers in (("/signin", {}), ("/signout", {}), ("/signin", ours)):
            status, body = fetch(server, role, path, "POST", b"passphrase=wrong", **headers)
            assert status in (403, 429), path
            role.look(f"POST {path}", body)
    assert {who: role.leaks for who, role in roles.items() if role.leaks} == {}
    anna = roles["consultant"]
    brief = f"/desk/{share}/brief.pdf"
    assert fetch(server, anna, brief)[0] == 200  # no form from elsewhere ended the sign-in
    assert cookies == [role.cookie for role in roles.values()]
    assert fetch(server, anna, "/signout", "POST", b"", **ours)[0] == 200
    assert fetch(server, anna, brief)[0] == 404


def test_no_page_hands_anything_to_anybody_who_may_not_read_it(house):
    server, roles, ids = house
    share, withdrawn, _, unshared, _ = ids
    for page in pages_of_the_app():
        for role in roles.values():
            for named in (share, withdrawn, unshared) if page in WITH_A_SHARE else (share,):
                sent = sent_by(server, role, page, named)
                role.look(f"{page} {named}", sent)
                if named != share:
                    assert not any(word.encode() in sent for word in (*B.all, *GONE.all))
    assert {who: role.leaks for who, role in roles.items() if role.leaks} == {}
    assert A.of("Note") in roles["respondent A"].read
    assert B.of("Priority") in roles["respondent B"].read
    assert roles["consultant"].read == set(roles["consultant"].may)


def sent_by(server, role, page, named):
    """Everything that a page sends to somebody who names this share in its address."""
    tab = Tab(server.port)
    tab.cookie = role.cookie
    query = "&".join(filter(None, (f"s={named}", role.link and f"t={role.link}")))
    tab.open("" if page == "welcome" else page, query)
    tab.drop()
    return b"".join(tab.heard.messages)
