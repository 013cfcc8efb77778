"""What a tab shows as it comes over the wire: the elements of a page by their place."""

import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs, urlencode

from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState

from tests.web.widgets import FIELDS, kind_of, state_of, value_of

TEXTS = ("text", "markdown", "heading", "alert", "html")


class Drawn:
    """The part of a `Visitor` that takes over what the server draws, and finds things in it."""

    query: str
    elements: dict[tuple[int, ...], Any]
    states: dict[str, WidgetState]
    timers: set[str]
    pages: dict[str, str]
    page_hash: str
    session: str
    fragments: dict[tuple[int, ...], str]
    running: set[str]

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
