"""What a widget shows and sends, by the rules of Streamlit's own page.

A widget that comes up takes the state the browser has for it, else its default; one whose value the
script has set takes that. Its state is sent with every run from then on, touched or not.
"""

from typing import Any

from streamlit.proto.WidgetStates_pb2 import WidgetState

FIELDS = {
    "radio": "string_value",
    "selectbox": "string_value",
    "checkbox": "bool_value",
    "number_input": "double_value",
    "text_input": "string_value",
    "text_area": "string_value",
}
"""The kinds that a visitor can fill in, with the part of a state that holds their value."""


def kind_of(element: Any) -> str:
    """The kind of an element, such as `radio`."""
    kind: str = element.WhichOneof("type")
    return kind


def state_of(kind: str, widget: Any, known: WidgetState | None) -> WidgetState:
    """The state a widget has after it was drawn, given the one from before."""
    if widget.set_value:
        raw = "raw_value" if kind in ("radio", "selectbox") else "value"
        return state(kind, widget.id, getattr(widget, raw) if widget.HasField(raw) else None)
    return known if known is not None else state(kind, widget.id, _default(kind, widget))


def state(kind: str, name: str, value: Any) -> WidgetState:
    """A state that holds a value; nothing chosen is a state without one."""
    if value is None:
        return WidgetState(id=name)
    return WidgetState(id=name, **{FIELDS[kind]: value})


def value_of(held: WidgetState) -> Any:
    """The value in a state."""
    part = held.WhichOneof("value")
    return None if part is None else getattr(held, part)


def _default(kind: str, widget: Any) -> Any:
    if kind != "checkbox" and not widget.HasField("default"):
        return None
    if kind in ("radio", "selectbox"):
        return widget.options[widget.default]
    return widget.default
