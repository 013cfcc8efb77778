"""A visitor without a browser: speaks Streamlit's websocket, as its own page does.

Widgets are found by the words a person would look for. Only what the tests need of the protocol
is here; the messages are Streamlit's own protobuf classes.
"""

import time
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any, Self
from urllib.parse import parse_qs, urlencode
from urllib.request import urlopen

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.sync.client import ClientConnection, connect

from tests.web.drawn import Drawn
from tests.web.waiting import PATIENCE
from tests.web.widgets import kind_of, state


@dataclass
class Visitor(Drawn):
    """One open tab. `elements` are the widgets and texts of the page by their place.

    `states` is what the widgets hold, touched or not; it is sent with every run and outlives a lost
    connection. `timers` are the fragments that run by themselves; here only `tick` runs them.
    """

    port: int
    page: str = ""
    query: str = ""
    elements: dict[tuple[int, ...], Any] = field(default_factory=dict)
    states: dict[str, WidgetState] = field(default_factory=dict)
    timers: set[str] = field(default_factory=set)
    pages: dict[str, str] = field(default_factory=dict)
    page_hash: str = ""
    session: str = ""
    cookie: str = ""
    comes_from: str = ""
    received: int = 0
    fragments: dict[tuple[int, ...], str] = field(default_factory=dict)
    touched: str = ""
    running: set[str] = field(default_factory=set)
    socket: ClientConnection | None = None

    def open(self, page: str = "", query: str = "") -> Self:
        """Open a page of the app and wait until it is drawn."""
        self.drop()
        self.page, self.query = page, query
        self.elements, self.states, self.page_hash, self.session = {}, {}, "", ""
        self.fragments, self.touched = {}, ""
        urlopen(f"http://127.0.0.1:{self.port}/_stcore/health", timeout=PATIENCE).close()
        return self.connect().rerun()

    def connect(self) -> Self:
        """Open the connection, to the session this tab had if it had one; nothing runs yet."""
        known = [self.session] if self.session else []
        self.socket = connect(
            f"ws://127.0.0.1:{self.port}/_stcore/stream",
            origin=f"http://127.0.0.1:{self.port}",  # type: ignore[arg-type]
            subprotocols=["streamlit", "PLACEHOLDER_AUTH_TOKEN", *known],  # type: ignore[list-item]
            additional_headers=self._headers(),
            max_size=None,
            legacy=True,  # kept open, not in a `with`
            close_timeout=0.2,
        )
        return self

    def _headers(self) -> dict[str, str]:
        """What goes along with the handshake: a cookie, and an address that a proxy would name."""
        named = {"Cookie": self.cookie, "X-Forwarded-For": self.comes_from}
        return {name: value for name, value in named.items() if value}

    def rerun(self, **pressed: WidgetState) -> Self:
        """Send every widget's state, as the browser does, and read until the run is over."""
        self.send(**pressed)
        return self.read()

    def click(self) -> Self:
        """Send every widget's state; only the fragment of the one just touched runs, if any."""
        self.send(self.touched)
        return self.read()

    def send(self, fragment: str = "", **pressed: WidgetState) -> None:
        """Send every widget's state without waiting for what comes of it."""
        message = BackMsg()
        run = message.rerun_script
        run.query_string = self.query
        run.page_name = self.page if not self.page_hash else ""
        run.page_script_hash = self.page_hash
        run.fragment_id = fragment
        run.is_auto_rerun = fragment in self.timers
        run.widget_states.widgets.extend([*self.states.values(), *pressed.values()])
        assert self.socket is not None
        self.socket.send(message.SerializeToString())

    def tick(self) -> Self:
        """Run every fragment that runs by itself, once, as the browser's timers would."""
        for fragment in sorted(self.timers):
            self.send(fragment)
            self.read()
        return self

    def close(self) -> None:
        """Close the tab."""
        if self.socket is not None:
            self.socket.close()
        self.socket = None

    def drop(self) -> None:
        """Lose the connection without a farewell; the page stays as it is."""
        if self.socket is not None:
            self.socket.socket.close()
            self.close()

    def read(self) -> Self:
        """Read until a run is over and no other follows at once."""
        assert self.socket is not None
        fresh: set[tuple[int, ...]] = set()
        until = time.monotonic() + PATIENCE
        while True:
            data = self.socket.recv(timeout=until - time.monotonic())
            self.received += len(data)
            message = ForwardMsg()
            message.ParseFromString(data)
            kind = message.WhichOneof("type")
            if kind == "new_session":
                fresh = set()
                self._begin(message)
            elif kind == "delta":
                place = tuple(message.metadata.delta_path)
                fresh.add(self._draw(place, message.delta))
                self.fragments[place] = message.delta.fragment_id
            elif kind == "script_finished":
                if message.script_finished == ForwardMsg.FINISHED_EARLY_FOR_RERUN:
                    continue
                self._clear(fresh, self.running)
                return self
            else:
                self._take(kind, message)

    def quiet(self, seconds: float = 0.5) -> Self:
        """Read on until the server has had nothing to say for so long."""
        assert self.socket is not None
        with suppress(TimeoutError):
            while True:
                self.socket.recv(timeout=seconds)
        return self

    def choose(self, label: str, option: str) -> Self:
        """Choose `option` of the radio group whose label holds `label`."""
        self.touch(label, option)
        return self.click()

    def _fragment_of(self, widget: Any) -> str:
        """The fragment that a widget was drawn in; none if it belongs to the whole page."""
        return next(
            self.fragments[place]
            for place, each in self.elements.items()
            if getattr(getattr(each, kind_of(each)), "id", "") == widget.id
        )

    def touch(self, label: str, option: str) -> None:
        """Choose an option while nothing can be sent: it stays on the page."""
        radio = self.widget(label)
        self.touched = self._fragment_of(radio)
        chosen = next(text for text in radio.options if option in text)
        self.states[radio.id] = state("radio", radio.id, chosen)

    def fill(self, label: str, value: Any, kind: str = "text_input") -> Self:
        """Fill in a field (or a number, with kind `number_input`) and leave it."""
        widget = self.widget(label, kind)
        self.touched = self._fragment_of(widget)
        self.states[widget.id] = state(kind, widget.id, value)
        return self.click()

    def press(self, label: str) -> Self:
        """Press the button with this label."""
        return self.rerun(
            button=WidgetState(id=self.widget(label, "button").id, trigger_value=True)
        )

    def go(self, page: str, **query: str) -> Self:
        """Follow a link to another page of the app that keeps the private link."""
        kept = {name: self.parameter(name) for name in ("t", "tab")}
        self.query = urlencode(kept | query)
        self.page_hash = self.pages[page]
        return self.rerun()

    def parameter(self, name: str) -> str:
        """A parameter of the address, such as the private link."""
        return parse_qs(self.query)[name][0]
