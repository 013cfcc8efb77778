"""A visitor without a browser: speaks Streamlit's websocket, as its own page does.

Widgets are found by the words a person would look for. Only what the tests need of the protocol
is here; the messages are Streamlit's own protobuf classes.
"""

import socket
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, Self
from urllib.parse import parse_qs
from urllib.request import urlopen

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.sync.client import ClientConnection, connect

PATIENCE = 20.0
"""Seconds to wait for the server to finish a run."""


@dataclass
class Visitor:
    """One open tab. `elements` are the widgets and texts of the page by their place."""

    port: int
    page: str = ""
    query: str = ""
    elements: dict[tuple[int, ...], Any] = field(default_factory=dict)
    states: dict[str, WidgetState] = field(default_factory=dict)
    page_hash: str = ""
    socket: ClientConnection | None = None

    def open(self, page: str = "", query: str = "") -> Self:
        """Open a page of the app and wait until it is drawn."""
        self.page, self.query = page, query
        self.elements, self.states = {}, {}
        with urlopen(f"http://127.0.0.1:{self.port}/_stcore/health", timeout=PATIENCE):
            pass
        self.socket = connect(
            f"ws://127.0.0.1:{self.port}/_stcore/stream",
            origin=f"http://127.0.0.1:{self.port}",  # type: ignore[arg-type]
            subprotocols=["streamlit", "PLACEHOLDER_AUTH_TOKEN"],  # type: ignore[list-item]
            max_size=None,
        )
        return self.rerun()

    def rerun(self, **pressed: WidgetState) -> Self:
        """Send every widget's state, as the browser does, and read until the run is over."""
        message = BackMsg()
        state = message.rerun_script
        state.query_string = self.query
        state.page_name = self.page if not self.page_hash else ""
        state.page_script_hash = self.page_hash
        state.widget_states.widgets.extend([*self.states.values(), *pressed.values()])
        assert self.socket is not None
        self.socket.send(message.SerializeToString())
        return self._read()

    def close(self) -> None:
        """Close the tab."""
        if self.socket is not None:
            self.socket.close()

    def _read(self) -> Self:
        assert self.socket is not None
        fresh: set[tuple[int, ...]] = set()
        until = time.monotonic() + PATIENCE
        while True:
            message = ForwardMsg()
            message.ParseFromString(self.socket.recv(timeout=until - time.monotonic()))
            kind = message.WhichOneof("type")
            if kind == "new_session":
                self.page_hash = message.new_session.page_script_hash
                fresh = set()
            elif kind == "page_info_changed":
                self.query = message.page_info_changed.query_string
            elif kind == "delta":
                place = tuple(message.metadata.delta_path)
                fresh.add(place)
                if message.delta.WhichOneof("type") == "new_element":
                    self.elements[place] = message.delta.new_element
                else:
                    self.elements.pop(place, None)
            elif kind == "script_finished":
                if message.script_finished == ForwardMsg.FINISHED_EARLY_FOR_RERUN:
                    continue
                if message.script_finished == ForwardMsg.FINISHED_SUCCESSFULLY:
                    self.elements = {p: e for p, e in self.elements.items() if p in fresh}
                return self

    def found(self, kind: str) -> Iterator[Any]:
        """Every element of a kind (`radio`, `button`, `text`, `markdown` …), from top to bottom."""
        for place in sorted(self.elements):
            element = self.elements[place]
            if element.WhichOneof("type") == kind:
                yield getattr(element, kind)

    def words(self) -> str:
        """Every text on the page, for looking something up."""
        kinds = ("text", "markdown", "heading", "alert", "html")
        return "\n".join(getattr(element, "body", "") for kind in kinds for element in self.found(kind))

    def choose(self, label: str, option: str) -> Self:
        """Choose `option` of the radio group whose label holds `label`."""
        radio = next(entry for entry in self.found("radio") if label in entry.label)
        place = next(n for n, text in enumerate(radio.options) if option in text)
        self.states[radio.id] = WidgetState(id=radio.id, string_value=radio.options[place])
        return self.rerun()

    def press(self, label: str) -> Self:
        """Press the button with this label."""
        button = next(entry for entry in self.found("button") if label in entry.label)
        return self.rerun(button=WidgetState(id=button.id, trigger_value=True))

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


