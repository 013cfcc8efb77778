"""A visitor without a browser: speaks Streamlit's websocket, as its own page does.

Widgets are found by the words a person would look for. Only what the tests need of the protocol
is here; the messages are Streamlit's own protobuf classes.
"""

import json
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any, Self
from urllib.parse import parse_qs, urlencode
from urllib.request import urlopen

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.sync.client import ClientConnection, connect

from tests.web.widgets import FIELDS, kind_of, state, state_of, value_of

PATIENCE = 20.0
"""Seconds to wait for the server to finish a run."""
TEXTS = ("text", "markdown", "heading", "alert", "html")


@dataclass
class Visitor:
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

    def _take(self, kind: str | None, message: ForwardMsg) -> None:
        """What a run says beside its elements."""
        if kind == "navigation":
            pages = message.navigation.app_pages
            self.pages = {each.url_pathname: each.page_script_hash for each in pages}
            self.page_hash = message.navigation.page_script_hash
        elif kind == "page_info_changed":
            self.query = message.page_info_changed.query_string
        elif kind == "auto_rerun":
            self.timers.add(message.auto_rerun.fragment_id)

    def quiet(self, seconds: float = 0.5) -> Self:
        """Read on until the server has had nothing to say for so long."""
        assert self.socket is not None
        with suppress(TimeoutError):
            while True:
                self.socket.recv(timeout=seconds)
        return self

    def _begin(self, message: Any) -> None:
        self.running = set(message.metadata.run.fragment_ids)
        if not self.running:
            self.page_hash = message.new_session.page_script_hash
            self.timers = set()
        self.session = message.new_session.initialize.session_id

    def _draw(self, place: tuple[int, ...], delta: Any) -> tuple[int, ...]:
        if delta.WhichOneof("type") != "new_element":
            self.elements.pop(place, None)
            return place
        element = self.elements[place] = delta.new_element
        kind = kind_of(element)
        if kind in FIELDS:
            widget = getattr(element, kind)
            self.states[widget.id] = state_of(kind, widget, self.states.get(widget.id))
        elif kind == "bidi_component" and '"tab"' in element.bidi_component.json:
            self._keep_tab(json.loads(element.bidi_component.json)["tab"])
        return place

    def _keep_tab(self, tab: int | None) -> None:
        """What keeper.js does: this tab's number is kept in the address."""
        query = {name: values[0] for name, values in parse_qs(self.query).items()}
        if tab and ("t" in query or "s" in query):
            self.query = urlencode(query | {"tab": tab})

    def _clear(self, fresh: set[tuple[int, ...]], ran: set[str]) -> None:
        """Forget what the run did not draw again, of the fragments that `ran` if not all did."""
        self.elements = {
            place: each
            for place, each in self.elements.items()
            if place in fresh or (ran and self.fragments[place] not in ran)
        }
        drawn = {widget.id for kind in FIELDS for widget in self.found(kind)}
        self.states = {name: each for name, each in self.states.items() if name in drawn}

    def found(self, kind: str) -> Iterator[Any]:
        """Every element of a kind (`radio`, `button`, `text`, `markdown` …), from top to bottom."""
        for place in sorted(self.elements):
            if kind_of(self.elements[place]) == kind:
                yield getattr(self.elements[place], kind)

    def words(self) -> str:
        """Every text on the page, for looking something up."""
        return "\n".join(getattr(each, "body", "") for kind in TEXTS for each in self.found(kind))

    def widget(self, label: str, kind: str = "radio") -> Any:
        """The widget of a kind whose label holds `label`."""
        return next(each for each in self.found(kind) if label in each.label)

    def shown(self, label: str, kind: str = "radio") -> Any:
        """What a person sees in a widget: the chosen option's text, the number, the words."""
        return value_of(self.states[self.widget(label, kind).id])

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


def free_port() -> int:
    """A port nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def wait_until(holds: Callable[[], bool], seconds: float = PATIENCE) -> bool:
    """Try until `holds`; false when it never does."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if holds():
            return True
        time.sleep(0.05)
    return False
