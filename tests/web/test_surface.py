"""What the running server answers: the addresses on the list, no others, and not too much of it."""

import re
import socket
import time
from collections.abc import Iterator
from contextlib import suppress
from http.client import HTTPConnection

import pytest
import streamlit as st
from streamlit.runtime import Runtime
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.sync.client import ClientConnection, connect

from brand import DEFAULT
from storage import open_store
from storage.fields import fields_of
from tests.scoring.verbs import person
from tests.storage.verbs import TEXT, the_bank
from tests.test_architecture import ROOT
from tests.web.server import Nursery, Server
from web.numbers import number_routes
from web.routes import routes
from web.work_account import WorkAccount

PAGE = (ROOT / "docs" / "security.md").read_text("utf-8")
LISTED = {
    address: set() if methods == "–" else set(re.findall(r"\w+", methods))
    for address, methods in re.findall(r"^\| `(/[^`]*)` \| ([^|]+) \|", PAGE, re.MULTILINE)
}
CLOSED = [address for address, methods in LISTED.items() if not methods]
HERE, THERE = "203.0.113.7", "198.51.100.9"
MEGABYTE = 1024 * 1024


@pytest.fixture(scope="module")
def open_server(nursery: Nursery, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server that trusts this machine as a proxy; an address may do one of each in an hour."""
    settings = {
        "DIAGNOSTIC_TRUSTED_PROXIES": "127.0.0.1",
        "DIAGNOSTIC_FRAMED_BY": "https://www.example.com",
        "DIAGNOSTIC_HSTS_DAYS": "2",
        "DIAGNOSTIC_STARTS_PER_HOUR": "1",
        "DIAGNOSTIC_PAPERS_PER_HOUR": "1",
    }
    server = Server(tmp_path_factory.mktemp("surface"), nursery, settings=settings).start()
    yield server
    server.end()


def ask(server: Server, path: str, method: str = "GET", **headers: str):
    """The status, the headers and the text of an answer."""
    connection = HTTPConnection("127.0.0.1", server.port, timeout=20)
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    connection.request(method, path, headers=named)
    answer = connection.getresponse()
    text = answer.read().decode("latin-1")
    connection.close()
    return answer.status, {name.lower(): value for name, value in answer.getheaders()}, text


def test_the_list_has_every_route_of_the_app_and_no_other():
    work = WorkAccount(lambda: False, str, lambda cookies: None)
    ours = [
        *number_routes("", {}, lambda: None, {}, dict),
        *routes(lambda: None, "", lambda: DEFAULT, work, fonts={"sans": ""}),
    ]
    app = st.App("ui/frame.py", routes=ours)
    try:
        built = app._build_starlette_app().routes
    finally:
        Runtime._instance = None
    found: dict[str, set[str]] = {}
    for route in built:
        path = getattr(route, "path", "") or "/*"
        found.setdefault(path, set()).update(getattr(route, "methods", None) or ())
    assert set(found) == set(LISTED)
    found["/_stcore/stream"], found["/*"] = {"websocket"}, {"GET", "HEAD"}
    assert {path: methods for path, methods in found.items() if path not in CLOSED} == {
        path: methods for path, methods in LISTED.items() if path not in CLOSED
    }


def test_what_is_closed_and_what_is_unknown_is_404_whatever_the_method(open_server):
    unknown = ("/healthzz", "/pages/result.py", "/_stcore", "/_stcore/x", "/auth", "/index.html")
    off = ("/auth/login", "/oauth2callback", "/_stcore/agent/x", "/_stcore/metrics/")
    for path in (*CLOSED, *off):
        for method in ("GET", "POST", "OPTIONS"):
            assert ask(open_server, path, method)[0] == 404, (method, path)
    for path in unknown:
        for kind in ("*/*", "text/html"):
            assert ask(open_server, path, Accept=kind)[0] == 404, path


def test_a_foreign_page_gets_no_websocket_and_holds_nobody_up(open_server):
    port = open_server.port
    foreign = (
        *("https://evil.example", "null", f"http://127.0.0.1.evil.example:{port}", "http://["),
        *(f"http://127.0.0.1:{port + 1}", f"http://localhost:{port}", f"http://127.0.0.1@x:{port}"),
    )
    began = time.monotonic()
    for origin in foreign:
        with pytest.raises(InvalidStatus, match="403"), connect(stream(open_server), origin=origin):
            pass
    with pytest.raises(InvalidStatus, match="403"), connect(f"ws://127.0.0.1:{port}/elsewhere"):
        pass
    assert time.monotonic() - began < 2.0
    for origin in (f"http://127.0.0.1:{port}", None):
        with connect(stream(open_server), origin=origin) as tab:
            assert tab.close_code is None


@pytest.mark.parametrize(("size", "codes"), [(MEGABYTE + 1, {1009}), (5 * MEGABYTE, {1009, 1006})])
def test_a_frame_that_is_too_large_ends_the_connection(open_server, size, codes):
    """1006: the server may hang up while the frame is still on its way."""
    with connect(stream(open_server)) as tab:
        with suppress(ConnectionClosed):
            tab.send(b"\0" * size)
        assert code_of_end(tab) in codes


def test_a_frame_that_only_claims_to_be_huge_is_not_waited_for(open_server):
    with connect(stream(open_server)) as tab:
        tab.socket.sendall(b"\x82\xff" + (1 << 40).to_bytes(8, "big") + b"mask")
        assert code_of_end(tab) == 1009


def test_a_head_that_never_ends_is_cut_off(open_server):
    with (
        socket.create_connection(("127.0.0.1", open_server.port), timeout=20) as raw,
        pytest.raises(OSError, match=r"reset|[Pp]ipe"),
    ):
        send_for_ever(raw, b"GET / HTTP/1.1\r\nHost: x\r\nX-Long: ")
    assert open_server.is_up()


def stream(server: Server) -> str:
    return f"ws://127.0.0.1:{server.port}/_stcore/stream"


def code_of_end(tab: ClientConnection) -> int | None:
    """The code with which the server closes the connection, before long."""
    with suppress(ConnectionClosed):
        while True:
            tab.recv(timeout=20)
    return tab.close_code


def send_for_ever(raw: socket.socket, begin: bytes) -> None:
    raw.sendall(begin)
    for _ in range(1000):
        raw.sendall(b"x" * 65536)


def test_an_upload_needs_a_session_and_one_session_sends_thirty(open_server):
    path = "/_stcore/upload_file/nobody/file"
    assert [ask(open_server, path, "PUT")[0] for _ in range(31)] == [403] * 30 + [429]
    _, headers, text = ask(open_server, path, "PUT")
    assert text.startswith("Too many files were sent from one browser tab within an hour")
    assert int(headers["retry-after"]) > 3500


def test_a_pdf_is_refused_with_a_plain_word_and_nothing_else_is_touched(open_server):
    store = open_store(str(open_server.database))
    one, other = (store.start(TEXT, the_bank(), fields_of(person("P1"))).token for _ in "12")
    store.close()
    forged = f"6.6.6.6, {HERE}"
    first = ask(open_server, f"/scorecard/{one}.pdf", X_Forwarded_For=HERE)
    assert (first[0], first[1]["cache-control"]) == (200, "private, no-store")
    assert ask(open_server, f"/scorecard/{one}.pdf", X_Forwarded_For=HERE)[0] == 200
    with_file = f"/scorecard/{other}.pdf?attach=1"
    status, headers, text = ask(open_server, with_file, X_Forwarded_For=forged)
    assert (status, headers["cache-control"]) == (429, "private, no-store")
    assert text.startswith("Too many PDFs were made from your network within an hour; the most is")
    assert "Your answers are as they were. Please try again in 60 minutes." in text
    assert ask(open_server, f"/answers/{other}.json", X_Forwarded_For=HERE)[0] == 200
    assert ask(open_server, with_file, X_Forwarded_For=THERE)[0] == 200


def test_a_second_start_from_one_address_is_told_why_and_begins_nothing(open_server):
    first, second, third = (open_server.visitor() for _ in range(3))
    for visitor, address in ((first, HERE), (second, HERE), (third, THERE)):
        visitor.comes_from = address
        visitor.open().press("Start")
    assert "t=" in first.query or "about" in first.words().lower()
    told = second.words().replace("\\", "")
    assert "Too many assessments were begun from your network" in told
    assert "Nothing was begun. Please try again in 60 minutes." in told
    assert "Too many" not in third.words()


def test_every_answer_has_the_headers_and_pages_are_kept_by_no_cache(open_server):
    for path in ("/", "/result", "/look.css", "/healthz", "/nothing", "/media/x", "/signin"):
        _, headers, _ = ask(open_server, path, X_Forwarded_Proto="https", Accept="text/html")
        form = path == "/signin"
        assert headers["referrer-policy"] == ("same-origin" if form else "no-referrer"), path
        policy, scripts = headers["content-security-policy"], "script-src 'self' blob: 'sha256-"
        assert scripts in policy
        assert "unsafe" not in policy.replace("style-src 'self' 'unsafe-inline'", "")
        assert policy.endswith("'self'" if form else "'self' https://www.example.com")
        assert ("x-frame-options" in headers) == form
        assert headers["strict-transport-security"] == "max-age=172800"
        assert headers["cross-origin-opener-policy"] == "same-origin"
        if path == "/media/x" or headers["content-type"].startswith("text/html"):
            assert headers["cache-control"] == "private, no-store", path
    assert "strict-transport-security" not in ask(open_server, "/")[1]


def test_a_setting_that_cannot_be_meant_stops_the_start_and_says_so(servers):
    wrong = {"DIAGNOSTIC_FRAMED_BY": "example.com", "DIAGNOSTIC_PAPERS_PER_HOUR": "0"}
    with pytest.raises(AssertionError) as log:
        servers(settings=wrong).start()
    for told in ("The diagnostic was not started:", *wrong, "Write its scheme and name"):
        assert told in str(log.value)
    assert "Traceback" not in str(log.value)
