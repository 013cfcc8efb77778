"""The connection is lost while somebody answers; what they chose meanwhile is not."""

import time

from tests.web.screen import (
    ANSWER,
    ELSEWHERE,
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

CUT = 20.0
"""Seconds without a connection."""
HAND = 0.25
"""Seconds that a quick hand needs from an answer to the tab's cross."""


def test_clicks_during_twenty_seconds_without_a_connection_are_saved_after_it(server):
    tab = answer(at_questions(server), 1)
    session = tab.session
    tab.drop()
    until = time.monotonic() + CUT
    for level in (0, 3, 2):
        time.sleep(CUT / 4)
        touch(tab, level)
    touch(tab, 4, SECOND)
    time.sleep(max(0.0, until - time.monotonic()))
    assert server.stored()[ANSWER] == 1
    tab.connect().rerun()
    assert tab.session == session, "the server gave the tab its session back"
    assert saved(tab)
    assert (shown(tab), shown(tab, SECOND)) == (2, 4)
    assert agrees(server, tab)


def test_clicks_without_a_connection_are_saved_in_a_new_session_too(server):
    tab = answer(at_questions(server), 1)
    tab.drop()
    touch(tab, 2)
    touch(tab, 4, SECOND)
    tab.session = ""
    tab.connect().rerun()
    assert saved(tab)
    assert (shown(tab), shown(tab, SECOND)) == (2, 4)
    assert agrees(server, tab)


def test_a_later_answer_of_another_tab_wins_over_an_old_widget_which_is_kept_and_told(server):
    tab = answer(at_questions(server), 1)
    tab.drop()
    touch(tab, 2)
    answer(second_tab(server, tab), 4)
    tab.session = ""
    tab.connect().rerun()
    assert server.stored()[ANSWER] == shown(tab) == 4
    assert server.events("conflict") == [(ANSWER, 2)]
    assert ELSEWHERE in tab.words()


def test_an_old_widget_nobody_touched_gives_way_without_a_word_lost(server):
    tab = answer(answer(at_questions(server), 1), 1, SECOND)
    tab.drop()
    answer(second_tab(server, tab), 3, SECOND)
    touch(tab, 0)
    tab.session = ""
    tab.connect().rerun()
    assert (server.stored()[ANSWER], server.stored()[OTHER_ANSWER]) == (0, 3)
    assert agrees(server, tab)


def test_a_session_that_came_back_lets_its_click_win_and_shows_the_rest_of_the_store(server):
    tab = answer(answer(at_questions(server), 1), 1, SECOND)
    tab.drop()
    other = answer(answer(second_tab(server, tab), 3), 3, SECOND)
    touch(tab, 0)
    tab.connect().rerun()
    assert (server.stored()[ANSWER], server.stored()[OTHER_ANSWER]) == (0, 3)
    assert agrees(server, tab)
    assert agrees(server, other.rerun())


def test_a_reload_in_the_middle_shows_every_answer(server):
    tab = answer(answer(at_questions(server), 3), 0, SECOND)
    tab.go("priorities").fill("Priority 1", "Grow in the north")
    again = server.visitor().open("priorities", tab.query)
    assert again.shown("Priority 1", "text_input") == "Grow in the north"
    again.open("questions", tab.query)
    assert (shown(again), shown(again, SECOND)) == (3, 0)
    assert saved(again)


def test_a_reload_right_after_a_click_shows_what_is_stored(server):
    tab = at_questions(server)
    for level in range(5):
        before = shown(tab)
        touch(tab, level)
        tab.send()
        tab.open("questions", tab.query).rerun()
        assert saved(tab)
        assert shown(tab) in (before, level)
        assert agrees(server, tab)


def test_an_answer_clicked_before_the_tab_is_closed_is_stored(server):
    tab = at_questions(server)
    for level in range(5):
        touch(tab, level)
        tab.send()
        time.sleep(HAND)
        tab.close()
        tab.open("questions", tab.query)
        assert server.stored()[ANSWER] == shown(tab) == level
