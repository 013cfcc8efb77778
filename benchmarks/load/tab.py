"""One open tab over Streamlit's websocket, for thousands in one process: it reads what it needs.

`tests/web/visitor.py` does the same for a test, one at a time and with everything on the page.
"""

import asyncio
from dataclasses import dataclass, field
from time import perf_counter
from typing import Any, Self
from urllib.parse import parse_qs, urlsplit

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed

from tests.web.widgets import FIELDS, state, state_of

KINDS = frozenset({*FIELDS, "button"})
LOOK = "ask-"
"""Some widgets' keys name their look before their field."""
EARLY = ForwardMsg.FINISHED_EARLY_FOR_RERUN
Place = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """A widget on the page: its kind, its field (or the key of a button), its fragment."""

    kind: str
    owner: str
    name: str
    fragment: str
    widget: Any = field(repr=False)


class Lost(Exception):  # noqa: N818 - what happened, as a person would say
    """The server did not answer in time, or the connection was lost."""


@dataclass(slots=True)
class Tab:
    """An open tab at the site `base` (http://host:port). `waited` is the last run's seconds."""

    base: str
    patience: float = 60.0
    query: str = ""
    page_hash: str = ""
    cookie: str = ""
    session: str = ""
    shown: dict[Place, Shown] = field(default_factory=dict)
    states: dict[str, WidgetState] = field(default_factory=dict)
    running: frozenset[str] = frozenset()
    socket: ClientConnection | None = None
    waited: float = 0.0
    received: int = 0
    reconnects: int = 0

    async def open(self) -> Self:
        """Fetch the page's shell for its cookies, connect, and wait until the page is drawn."""
        _, headers, _ = await get(self.base, "/_stcore/health")
        self.cookie = "; ".join(each.partition(";")[0] for each in headers.get("set-cookie", ()))
        await self.connect()
        await self.run()
        return self

    async def connect(self) -> None:
        """Connect, to the session this tab had if it had one."""
        self.socket = await connect(
            f"ws{self.base.removeprefix('http')}/_stcore/stream",
            origin=self.base,  # type: ignore[arg-type]
            subprotocols=["streamlit", "PLACEHOLDER_AUTH_TOKEN", *filter(None, [self.session])],  # type: ignore[list-item]
            additional_headers={"Cookie": self.cookie} if self.cookie else None,
            compression=None,
            max_size=None,
            open_timeout=self.patience,
            ping_interval=None,
            close_timeout=1,
        )

    async def close(self) -> None:
        """Close the tab."""
        if self.socket is not None:
            await self.socket.close()
            self.socket = None

    async def run(self, fragment: str = "", pressed: str = "") -> None:
        """Send every widget's state and read until the run is over."""
        message = BackMsg()
        run = message.rerun_script
        run.query_string, run.page_script_hash = self.query, self.page_hash
        run.fragment_id = fragment
        run.widget_states.widgets.extend(self.states.values())
        if pressed:
            run.widget_states.widgets.append(WidgetState(id=pressed, trigger_value=True))
        assert self.socket is not None
        began = perf_counter()
        try:
            async with asyncio.timeout(self.patience):
                await self._exchange(message.SerializeToString())
        except TimeoutError:
            raise Lost(f"no answer for {self.patience:g} s") from None
        finally:
            self.waited = perf_counter() - began

    async def _exchange(self, message: bytes) -> None:
        """Send and read; once more to the same session if the connection is lost meanwhile."""
        assert self.socket is not None
        try:
            await self.socket.send(message)
            await self._read()
        except ConnectionClosed:
            self.reconnects += 1
            await self.connect()
            await self.socket.send(message)
            await self._read()

    async def fill(self, shown: Shown, value: Any) -> None:
        """Give a widget a value, as a person does; its fragment runs, or the page."""
        name = shown.widget.id
        self.states[name] = state(shown.kind, name, value)
        await self.run(shown.fragment)

    async def press(self, name: str) -> None:
        """Press the button with this key or label."""
        for each in self.shown.values():
            if each.kind == "button" and name in (each.name, each.widget.label):
                return await self.run(pressed=each.widget.id)
        raise Lost(f"there is no button {name}")

    def has(self, button: str) -> bool:
        """Whether the page has a button with this key."""
        return any(each.kind == "button" and each.name == button for each in self.shown.values())

    def parameter(self, name: str) -> str:
        """A parameter of the address; empty if it has none."""
        return parse_qs(self.query).get(name, [""])[0]

    async def _read(self) -> None:
        assert self.socket is not None
        fresh: set[Place] = set()
        while True:
            data = await self.socket.recv()
            self.received += len(data)
            message = ForwardMsg.FromString(data)  # type: ignore[arg-type]
            kind = message.WhichOneof("type")
            if kind == "delta":
                place = tuple(message.metadata.delta_path)
                fresh.add(place)
                self._draw(place, message.delta)
            elif kind == "new_session":
                fresh.clear()
                self.running = frozenset(message.metadata.run.fragment_ids)
                self.session = message.new_session.initialize.session_id
                if not self.running:
                    self.page_hash = message.new_session.page_script_hash
            elif kind == "navigation":
                self.page_hash = message.navigation.page_script_hash
            elif kind == "page_info_changed":
                self.query = message.page_info_changed.query_string
            elif kind == "script_finished" and message.script_finished != EARLY:
                return self._clear(fresh)

    def _draw(self, place: Place, delta: Any) -> None:
        if delta.WhichOneof("type") != "new_element":
            self.shown.pop(place, None)
            return
        element = delta.new_element
        kind = element.WhichOneof("type")
        if kind not in KINDS:
            self.shown.pop(place, None)
            return
        widget = getattr(element, kind)
        owner, _, name = widget.id.split("-", 2)[2].partition(":")
        if name.startswith(LOOK):
            name = name.partition(":")[2]
        self.shown[place] = Shown(kind, owner, name or owner, delta.fragment_id, widget)
        if kind != "button":
            self.states[widget.id] = state_of(kind, widget, self.states.get(widget.id))

    def _clear(self, fresh: set[Place]) -> None:
        """Forget what the run did not draw again, of its fragments if it was not the page."""
        gone = [
            place
            for place, each in self.shown.items()
            if place not in fresh and (not self.running or each.fragment in self.running)
        ]
        for place in gone:
            del self.shown[place]
        if gone or not self.running:
            drawn = {each.widget.id for each in self.shown.values()}
            self.states = {name: each for name, each in self.states.items() if name in drawn}


async def get(base: str, path: str, cookie: str = "") -> tuple[int, dict[str, list[str]], bytes]:
    """Fetch an address over plain HTTP: status, headers by their lower-case name, content."""
    parts = urlsplit(base)
    reader, writer = await asyncio.open_connection(parts.hostname, parts.port or 80)
    lines = [f"GET {path} HTTP/1.0", f"Host: {parts.netloc}", "Connection: close"]
    lines += [f"Cookie: {cookie}"] if cookie else []
    writer.write("".join(f"{line}\r\n" for line in [*lines, ""]).encode())
    head, _, content = (await reader.read(-1)).partition(b"\r\n\r\n")
    writer.close()
    first, *rest = head.decode("latin-1").split("\r\n")
    headers: dict[str, list[str]] = {}
    for line in rest:
        name, _, value = line.partition(":")
        headers.setdefault(name.lower(), []).append(value.strip())
    return int(first.split(" ")[1]), headers, content
