"""What Streamlit 1.67 keeps for every open session, where it keeps more than anybody asks for.

With `ui.streamlit_parts` the only module that reaches into Streamlit. Each part is independent of
the others, and without it a session is as it always was, only larger (docs/performance.md).
"""

from collections.abc import Callable
from copy import deepcopy
from functools import wraps
from typing import Any, Final

from streamlit.components.v2.bidi_component import main as components
from streamlit.cursor import Cursor, SparseList
from streamlit.runtime.pages_manager import PagesManager
from streamlit.runtime.scriptrunner_utils.script_run_context import get_script_run_ctx
from streamlit.runtime.state.session_state import SessionState

Pages = dict[str, Any]
"""What a session knows of the pages it can go to, by their hash."""
MOST_LISTS: Final = 4
"""Lists of pages kept for sharing: with and without the workspace, before and after a new brand."""

_lists: Final[list[Pages]] = []


def keep_sessions_lean() -> None:
    """Put every part of this module in place; a second call changes nothing."""
    if hasattr(PagesManager.set_pages_and_resolve, "__wrapped__"):
        return
    _share_lists_of_pages()
    _forget_widgets_of_left_pages()
    _copy_places_plainly()
    components.make_bidi_component_presenter = _as_it_is  # type: ignore[assignment]


def _share_lists_of_pages() -> None:
    """Let all sessions hold the same list of pages; each run makes one anew."""
    plain = PagesManager.set_pages_and_resolve

    @wraps(plain)
    def set_pages_and_resolve(
        self: PagesManager, pages: Pages, *fallback: Any, **named: Any
    ) -> Any:
        return plain(self, shared_pages(pages), *fallback, **named)

    PagesManager.set_pages_and_resolve = set_pages_and_resolve  # type: ignore[method-assign]


def shared_pages(pages: Pages) -> Pages:
    """`pages`, or a list of the same pages in the same order that another session holds already."""
    for known in list(_lists):
        if known == pages and list(known) == list(pages):
            return known
    _lists.append(pages)
    del _lists[:-MOST_LISTS]
    return pages


def _forget_widgets_of_left_pages() -> None:
    """Let go of how widgets are described and named that a whole run to its end has not drawn.

    Streamlit lets go of their values and keeps the rest for as long as the session is open. A page
    that is opened again describes its widgets again.
    """
    plain = SessionState._remove_stale_widgets

    @wraps(plain)
    def remove_stale_widgets(self: SessionState, active_widget_ids: frozenset[str]) -> None:
        plain(self, active_widget_ids)
        context = get_script_run_ctx()
        if context is not None and not context.fragment_ids_this_run:
            widgets, names = self._new_widget_state, self._key_id_mapper
            widgets.widget_metadata = {
                each: described
                for each, described in widgets.widget_metadata.items()
                if _is_drawn(each, active_widget_ids)
            }
            names.set_key_id_mapping(
                {
                    key: each
                    for each, key in names.id_key_mapping.items()
                    if _is_drawn(each, active_widget_ids)
                }
            )

    SessionState._remove_stale_widgets = remove_stale_widgets  # type: ignore[method-assign]


def _is_drawn(name: str, drawn: frozenset[str]) -> bool:
    """Whether a widget is on the page; the events of a component go by its name and more."""
    return name in drawn or any(each in name for each in drawn)


def _copy_places_plainly() -> None:
    """Copy where something stands on the page without looking for what it could consist of.

    Every question that is drawn by itself keeps such copies, and makes them again in every run.
    """
    Cursor.__deepcopy__ = _copy_of_place  # type: ignore[attr-defined]


def _copy_of_place(place: Cursor, memo: dict[int, Any]) -> Cursor:
    copied = type(place).__new__(type(place))
    copied.__dict__.update(place.__dict__)  # numbers and tuples of numbers, but for one list
    fleeting: SparseList[Any] = SparseList.__new__(SparseList)
    fleeting._data = deepcopy(place._transient_elements._data, memo)
    copied._transient_elements = fleeting
    return copied


def _as_it_is(*_: Any) -> Callable[[object, SessionState], object] | None:
    """How a component's value looks in `st.session_state`: as it is, without its last events.

    Streamlit makes a Python class for every such look. `ui.components` takes events from what the
    component gives, and nothing else looks.
    """
    return None
