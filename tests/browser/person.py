"""Somebody with a browser: opens pages, finds things by the words on them, waits for the page."""

import re
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Self
from urllib.parse import parse_qs, urlencode, urlsplit

from playwright.sync_api import ConsoleMessage, Locator, Page, WebSocket, expect
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

READY = '[data-testid="stApp"][data-test-script-state="notRunning"]'
PATIENCE = 15_000
"""Milliseconds to wait for anything before a test fails."""
STYLED = """() => [...document.styleSheets].some((sheet) => [...sheet.cssRules].some(
  (rule) => rule instanceof CSSImportRule && rule.styleSheet?.cssRules.length))"""
PAINTED = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
OWN = ("data:", "blob:")
"""Addresses that reach nobody."""
PROBES = "/_stcore/"
"""Streamlit's page asks below its own address first and above it when nothing is there."""

expect.set_options(timeout=PATIENCE)


@dataclass
class Person:
    """One tab. `asked` are the hosts it sent requests to, `broken` what went wrong in the page."""

    page: Page
    address: str
    asked: set[str] = field(default_factory=set)
    broken: list[str] = field(default_factory=list)
    socket: WebSocket | None = None
    runs: int = 0

    def __post_init__(self) -> None:
        self.page.set_default_timeout(PATIENCE)
        self.page.on("request", lambda request: self._note(request.url))
        self.page.on("websocket", self._connected)
        self.page.on("pageerror", lambda error: self.broken.append(str(error)))
        self.page.on("console", self._listen)

    def _note(self, url: str) -> None:
        if not url.startswith(OWN):
            self.asked.add(urlsplit(url).netloc)

    def _connected(self, socket: WebSocket) -> None:
        self._note(socket.url)
        self.socket = socket
        socket.on("framereceived", self._count)

    def _count(self, frame: str | bytes) -> None:
        self.runs += run_is_over(frame)

    def _listen(self, message: ConsoleMessage) -> None:
        if message.type == "error" and PROBES not in message.location.get("url", ""):
            self.broken.append(f"{message.text} {message.location.get('url')}")

    @property
    def outside(self) -> set[str]:
        """The hosts asked for something, but for the diagnostic's own."""
        return self.asked - {urlsplit(self.address).netloc}

    def open(self, key: str = "", token: str | None = None, **query: object) -> Self:
        """Open a page by its address."""
        asked = ({"t": token} if token else {}) | query
        return self.load(lambda: self.page.goto(f"{self.address}/{key}?{urlencode(asked)}"))

    def load(self, act: Callable[[], object]) -> Self:
        """Do something that loads a page, and wait until it is drawn for the first time."""
        self.runs = 0
        act()
        until = time.monotonic() + PATIENCE / 1000
        while not self.runs:
            assert time.monotonic() < until, "the server never finished the page"
            self.page.evaluate(PAINTED)
        self.page.evaluate(PAINTED)
        self.page.wait_for_function(STYLED)
        return self.ready()

    def watched(self) -> Self:
        """Wait until the page's own script is at work too: it puts the tab in the address."""
        self.page.wait_for_url(re.compile(r"[?&]tab=\d"))
        return self

    def ready(self) -> Self:
        """Wait until the page is drawn and nothing is under way."""
        self.title.wait_for()
        self.page.wait_for_selector(READY)
        return self

    def run(self, act: Callable[[], object]) -> Self:
        """Do something that makes the server draw the page anew, and wait until it has."""
        assert self.socket is not None
        with self.socket.expect_event("framereceived", run_is_over):
            act()
        self.page.evaluate(PAINTED)
        return self.ready()

    def at(self, heading: str) -> Self:
        """Wait until the page with this title has come up."""
        expect(self.title).to_have_text(heading)
        return self.ready()

    @property
    def title(self) -> Locator:
        """The one title of the page."""
        return self.page.get_by_role("heading", level=1)

    @property
    def token(self) -> str:
        """The private link's token in the address."""
        return self.query["t"][0]

    @property
    def query(self) -> Mapping[str, list[str]]:
        return parse_qs(urlsplit(self.page.url).query)

    def question(self, label: str) -> Locator:
        """A question to be answered by choosing one of its lines."""
        return self.page.get_by_role("radiogroup", name=label, exact=True)

    def box(self, label: str) -> Locator:
        """A box to type in: of numbers or of words."""
        number = self.page.get_by_role("spinbutton", name=label, exact=True)
        return number.or_(self.page.get_by_role("textbox", name=label, exact=True))

    def button(self, name: str) -> Locator:
        return self.page.get_by_role("button", name=name)

    def words(self) -> str:
        """Everything there is to read in the middle of the page."""
        return self.page.get_by_role("main").inner_text()


def run_is_over(frame: str | bytes) -> bool:
    """Whether the server says with this frame that it has drawn the page."""
    message = ForwardMsg()
    message.ParseFromString(frame if isinstance(frame, bytes) else frame.encode())
    over: bool = (
        message.WhichOneof("type") == "script_finished"
        and message.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN
    )
    return over
