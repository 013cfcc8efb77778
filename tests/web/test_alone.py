"""A click on a question draws that question only; nothing that holds for a page is lost by it."""

import time

import pytest
from streamlit.proto.NewSession_pb2 import NewSession

from tests.web.screen import (
    ANSWER,
    OTHER_ANSWER,
    SECOND,
    agrees,
    answer,
    at_questions,
    saved,
    second_tab,
    shown,
    touch,
)
from ui import streamlit_parts


def parts(visitor):
    """How many questions are answered, as the heading and the list of parts say it."""
    words = visitor.words()
    return words.count("1 of 24"), words.count("2 of 24")


def test_a_click_draws_the_question_and_not_the_page(server):
    tab = answer(at_questions(server), 1)
    before = dict(tab.elements)
    answer(tab, 3)
    fresh = [place for place, each in tab.elements.items() if before.get(place) is not each]
    kinds = sorted(tab.elements[place].WhichOneof("type") for place in fresh)
    assert kinds == ["html", "radio"], "the question and the words that say when it was saved"
    assert tab.running
    assert saved(tab)
    assert server.stored()[ANSWER] == 3


def test_a_first_answer_is_counted_beside_the_page_at_once_and_stays_so(server):
    tab = at_questions(server)
    assert parts(answer(tab, 1)) == (2, 0)
    assert parts(answer(tab, 2)) == (2, 0)
    assert parts(answer(tab, 2, SECOND)) == (0, 2)
    assert parts(answer(tab, 4)) == (0, 2)
    assert parts(tab.rerun()) == (0, 2)


def test_a_click_that_a_new_server_does_not_know_is_saved_and_acknowledged(server):
    tab = answer(answer(at_questions(server), 1), 2, SECOND)
    server.restart()
    tab.drop()
    tab.connect()
    answer(tab, 4)
    assert saved(tab)
    assert (shown(tab), shown(tab, SECOND)) == (4, 2)
    assert agrees(server, tab)
    answer(tab, 0, SECOND)
    assert tab.running, "the clicks after it draw their question only"
    assert agrees(server, tab)


def test_a_click_while_the_whole_page_is_drawn_is_saved(server):
    tab = at_questions(server)
    for level in (1, 2, 3, 4, 0):
        tab.send()
        touch(tab, level)
        tab.send(tab.touched)
        tab.quiet()
        assert server.stored()[ANSWER] == level
    assert saved(tab.rerun())


def test_clicks_that_follow_each_other_at_once_are_saved_each_on_its_own(server):
    tab = at_questions(server)
    for level in (0, 1, 2, 3, 4):
        touch(tab, level)
        tab.send(tab.touched)
        touch(tab, 4 - level, SECOND)
        tab.send(tab.touched)
        time.sleep(0.01)
    tab.quiet().rerun()
    assert (server.stored()[ANSWER], server.stored()[OTHER_ANSWER]) == (4, 0)
    assert agrees(server, tab)


def test_a_click_that_was_lost_on_the_way_is_saved_with_the_next_one_on_another_question(server):
    tab = answer(at_questions(server), 1)
    touch(tab, 3)
    answer(tab, 2, SECOND)
    assert (server.stored()[ANSWER], server.stored()[OTHER_ANSWER]) == (3, 2)
    assert saved(tab)


def test_a_question_drawn_by_itself_shows_what_another_tab_saved_on_the_same_screen(server):
    one = answer(at_questions(server), 1)
    answer(second_tab(server, one), 4, SECOND)
    answer(one, 2)
    assert shown(one, SECOND) == 4
    assert agrees(server, one)


def test_a_click_on_an_assessment_deleted_elsewhere_ends_in_a_plain_page(server):
    tab = answer(at_questions(server), 1)
    other = server.visitor().open("delete", f"t={tab.parameter('t')}")
    box = next(other.found("checkbox"))
    other.states[box.id].bool_value = True
    other.rerun().press("Delete my answers")
    answer_gone = answer(tab, 3)
    headings = [heading.body for heading in answer_gone.found("heading")]
    assert "There is nothing behind this link" in headings


@pytest.mark.parametrize("section", ["theme", "theme.light", "theme.dark", "theme.dark.sidebar"])
def test_the_kept_description_of_the_theme_is_the_one_that_streamlit_makes(section):
    streamlit_parts.describe_settings_once()
    describe = streamlit_parts.app_session._populate_theme_msg
    for _ in range(2):
        told, plain = NewSession().custom_theme, NewSession().custom_theme
        describe(told, section)
        describe.__wrapped__(plain, section)
        assert told.SerializeToString() == plain.SerializeToString()


def test_the_kept_description_of_other_settings_is_the_one_that_streamlit_makes():
    streamlit_parts.describe_settings_once()
    describe = streamlit_parts.app_session._populate_config_msg
    for _ in range(2):
        told, plain = NewSession().config, NewSession().config
        describe(told)
        describe.__wrapped__(plain)
        assert told.SerializeToString() == plain.SerializeToString()
