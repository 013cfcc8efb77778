"""The policy in a real browser: our pages keep it, a script of a stranger's does not run.

And who may show the diagnostic in a frame: the firm's own site, and no other.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import Site
from tests.web.server import Nursery, Server
from tests.web.waiting import free_port

WATCH = """addEventListener('securitypolicyviolation', event =>
    event.blockedURI === 'wasm-eval' || console.error(`refused: ${event.violatedDirective}`))"""
"""WebAssembly is refused on purpose: a library of Streamlit's asks for it and does without."""
STRANGER = """() => {
    const script = document.createElement('script')
    script.textContent = 'window.ran = true'
    document.body.append(script)
    document.body.setAttribute('onclick', 'window.ran = true')
    document.body.click()
    return window.ran === undefined
}"""
PAGES = ("", "money", "result")
"""With a file to open, tables to fill in, charts and downloads. `test_every_page` has the rest."""


class Around(BaseHTTPRequestHandler):
    """A page of another site, with a frame around the address in its query."""

    def do_GET(self) -> None:
        inside = self.path.partition("?")[2]
        body = f'<iframe width="900" height="700" src="{inside}"></iframe>'.encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def another_site() -> Iterator[str]:
    served = ThreadingHTTPServer(("127.0.0.1", 0), Around)
    Thread(target=served.serve_forever, daemon=True).start()
    yield f"http://localhost:{served.server_port}"
    served.shutdown()
    served.server_close()


@pytest.fixture(scope="module")
def sites(
    nursery: Nursery, browser: Browser, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Site, str, str]]:
    """The diagnostic, a site that may frame it, and one that may not."""
    with another_site() as firm, another_site() as other:
        settings = {"DIAGNOSTIC_FRAMED_BY": firm}
        folder = tmp_path_factory.mktemp("framed")
        server = Server(folder, nursery, settings=settings, port=free_port()).start()
        yield Site(server, browser), firm, other
        for context in browser.contexts:
            context.close()
        server.end()


def test_pages_keep_the_policy_and_a_strangers_script_does_not_run(sites):
    site, _, _ = sites
    visitor, token = site.visitor(), site.begun("P1")
    visitor.page.add_init_script(WATCH)
    for key in PAGES:
        visitor.open(key, token)
        assert visitor.broken == [], key
    assert visitor.page.evaluate(STRANGER)
    visitor.page.wait_for_timeout(100)
    assert [each.split()[1] for each in visitor.broken if each.startswith("refused:")] == [
        *("script-src-elem", "script-src-attr"),
    ]


def test_the_firms_own_site_may_show_it_in_a_frame_and_another_may_not(sites):
    site, firm, other = sites
    visitor, token = site.visitor(), site.begun("P1")
    page, link = visitor.page, f"{site.address}/?t={token}"
    page.goto(f"{firm}/?{link}")
    inside = page.frame_locator("iframe")
    expect(inside.get_by_role("heading", level=1)).to_have_text("Welcome back")
    assert visitor.broken == []
    for around, address in ((other, link), (firm, f"{site.address}/signin")):
        visitor.broken.clear()
        page.goto(f"{around}/?{address}")
        expect(inside.get_by_role("heading", level=1)).to_have_count(0)
        assert any("frame-ancestors" in each for each in visitor.broken), visitor.broken
