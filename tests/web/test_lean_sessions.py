"""What a session keeps is smaller, and a page works with it as with what Streamlit keeps."""

from copy import deepcopy

import pytest
from streamlit.cursor import LockedCursor, RunningCursor
from streamlit.proto.NewSession_pb2 import NewSession
from streamlit.runtime.app_session import AppSession
from streamlit.runtime.pages_manager import PagesManager
from streamlit.runtime.state.session_state import SessionState

from tests.web.screen import SECOND, agrees, answer, at_questions, shown
from ui.lean_sessions import keep_sessions_lean, shared_pages


def pages(*names):
    """A list of pages as a run makes it."""
    return {
        name * 2: {"page_script_hash": name * 2, "page_name": name, "icon": ""} for name in names
    }


@pytest.fixture
def lean():
    """Every part in place; it is for the whole process, as in the application."""
    keep_sessions_lean()


def test_two_sessions_with_the_same_pages_hold_one_list_of_them():
    assert shared_pages(pages("a", "b")) is shared_pages(pages("a", "b"))


def test_other_pages_or_another_order_or_title_is_another_list():
    first = shared_pages(pages("a", "b"))
    renamed = pages("a", "b")
    renamed["aa"]["page_name"] = "c"
    for other in (pages("b", "a"), pages("a"), renamed):
        assert shared_pages(other) is other
        assert other is not first


def test_putting_it_in_place_twice_is_the_same_as_once(lean):
    parts = (PagesManager.set_pages_and_resolve, SessionState._remove_stale_widgets)
    keep_sessions_lean()
    assert parts == (PagesManager.set_pages_and_resolve, SessionState._remove_stale_widgets)


def test_the_browser_is_told_of_the_pages_as_streamlit_would(lean):
    tell = AppSession._populate_app_pages
    for each in (pages("a", "b"), pages("a", "b"), pages("b", "a"), pages("x_y")):
        told, plain = NewSession(), NewSession()
        tell(None, told, each)
        tell.__wrapped__(None, plain, each)
        assert told.SerializeToString() == plain.SerializeToString()


@pytest.mark.parametrize("kind", [RunningCursor, LockedCursor])
def test_a_copy_of_a_place_is_the_same_place_and_moves_by_itself(lean, kind):
    place = kind(root_container=1, parent_path=(2, 3))
    place.transient_elements[0] = "spinner"
    copied = deepcopy(place)
    assert vars(copied).keys() == vars(kind(root_container=1)).keys()
    assert type(copied) is kind
    assert copied.delta_path == place.delta_path
    assert list(copied.transient_elements) == ["spinner"]
    place.transient_elements[1] = "another"
    place.get_transient_cursor()
    assert (len(copied.transient_elements), copied.transient_index) == (1, 0)


def test_a_copy_of_a_running_place_goes_on_from_there(lean):
    place = RunningCursor(root_container=0)
    place.lock_element()
    copied = deepcopy(place)
    place.lock_element()
    assert (copied.index, place.index) == (1, 2)


def test_a_page_that_was_left_and_opened_again_shows_and_saves_as_before(server):
    tab = answer(at_questions(server), 1)
    tab.go("about_you").go("questions")
    assert shown(tab) == 1
    answer(answer(tab, 3), 2, SECOND)
    assert (shown(tab), shown(tab, SECOND)) == (3, 2)
    assert agrees(server, tab)
