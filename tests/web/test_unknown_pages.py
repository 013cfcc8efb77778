"""An address without a page gets a plain page of ours; every address that is one is left alone."""

from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

from tests.web.server import Server
from ui.address import PAGES
from web.unknown_pages import UnknownPages

ASKED = {"Accept": "text/html,application/xhtml+xml"}


def asked(server: Server, path: str) -> tuple[int, str, str]:
    """The status, the text and the policy that a browser gets which asks for a page."""
    request = Request(f"http://127.0.0.1:{server.port}/{path}", headers=ASKED)
    try:
        with urlopen(request, timeout=20) as answer:
            policy = answer.headers["Content-Security-Policy"]
            return answer.status, answer.read().decode(), policy
    except HTTPError as error:
        return error.code, error.read().decode(), error.headers["Content-Security-Policy"]


@pytest.mark.parametrize("flags", [(), ("--server.baseUrlPath=deep/er",)])
def test_a_page_that_does_not_exist_is_said_so_and_those_that_do_are_served(servers, flags):
    server = servers(flags=flags)
    base = "deep/er/" if flags else ""
    server.health = f"/{base}_stcore/health"
    server.start()
    for path in ("nothing", "pages/result.py", "questions/2", "%3Cscript%3E"):
        status, text, policy = asked(server, base + path)
        assert status == 404, path
        assert "There is no page at this address" in text
        assert f'href="/{base}"' in text
        assert "default-src" in policy
        assert "script" not in text, "what was asked for is not repeated"
    for path in ("", *(key for key in PAGES if key != "welcome"), "result?t=x"):
        assert asked(server, base + path)[0] == 200, path
    for path in ("healthz", "look.css", "_stcore/health"):
        assert asked(server, base + path)[0] == 200, path


@pytest.mark.parametrize("path", ["/oauth2callback", "/auth/login", "/deep/oauth2callback"])
def test_a_browser_that_comes_back_from_the_provider_is_not_sent_away(path):
    base = "deep" if path.startswith("/deep") else ""
    asked = {"type": "http", "method": "GET", "path": path, "headers": []}
    assert not UnknownPages(None, PAGES, [], None, base)._asks_in_vain(asked)
