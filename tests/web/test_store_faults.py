"""The store fails while somebody answers: the page says so beside the question, and heals."""

import os
import shutil
import time

import pytest

from tests.web.screen import (
    ANSWER,
    NOT_SAVED,
    OTHER_ANSWER,
    SECOND,
    agrees,
    answer,
    at_questions,
    saved,
    second_tab,
    shown,
)
from tests.web.waiting import wait_until

FAULTS = ("disk_full", "read_only", "locked")
PAUSE = 1.1
"""A little more than the page waits before it tries again by itself."""
SOON = 20.0
"""Seconds for a server to start on a busy machine, and for its first page."""
HEAL = 5.0
"""Seconds in which everything is stored once the fault is over: two ticks of the page's timer."""


def heal(visitor):
    """Let the page's timer run, as the browser does, until the page says that all is saved."""

    def healed():
        time.sleep(PAUSE)
        return saved(visitor.tick())

    return wait_until(healed, HEAL)


def marks(visitor):
    """How many questions say beside them that they are not saved."""
    return sum(NOT_SAVED in each.body for each in visitor.found("markdown"))


@pytest.mark.parametrize("fault", FAULTS)
def test_an_answer_that_cannot_be_stored_stays_on_screen_and_is_saved_when_it_can(server, fault):
    tab = answer(at_questions(server), 1)
    with getattr(server, fault)():
        answer(tab, 3)
        assert shown(tab) == 3
        assert marks(tab) == 1
        assert not saved(tab)
        time.sleep(PAUSE)
        tab.tick()
        assert marks(tab) == 1
        assert not saved(tab)
        assert server.stored()[ANSWER] == 1
        assert tab.timers
    assert heal(tab)
    assert marks(tab) == 0
    assert not tab.timers
    assert server.stored()[ANSWER] == shown(tab) == 3


def test_two_answers_that_cannot_be_stored_are_both_marked_and_both_saved_later(server):
    tab = at_questions(server)
    with server.read_only():
        answer(answer(tab, 3), 2, SECOND)
        assert marks(tab) == 2
        answer(tab, 4)
        assert (shown(tab), shown(tab, SECOND)) == (4, 2)
    assert heal(tab)
    assert (server.stored()[ANSWER], server.stored()[OTHER_ANSWER]) == (4, 2)


def test_an_answer_that_waits_is_saved_from_another_screen_too(server):
    tab = at_questions(server)
    with server.read_only():
        answer(tab, 3).press("Next")
        assert "saved yet" in tab.words() or NOT_SAVED in tab.words()
        assert not saved(tab)
    assert heal(tab)
    assert server.stored()[ANSWER] == 3


def test_going_back_to_the_stored_answer_ends_the_warning(server):
    tab = answer(at_questions(server), 1)
    with server.read_only():
        answer(answer(tab, 3), 1)
        assert marks(tab) == 0
        assert agrees(server, tab)


def test_a_page_opened_while_the_store_is_locked_shows_what_is_stored(server):
    tab = answer(at_questions(server), 2)
    with server.locked():
        tab.rerun()
        assert shown(tab) == 2
        again = server.visitor().open("questions", tab.query)
        assert shown(again) == 2


def test_a_store_that_cannot_be_found_is_said_once_and_the_page_does_not_spin(server, tmp_path):
    tab = answer(at_questions(server), 2)
    shutil.move(server.database, tmp_path / "aside.db")
    tab.rerun()
    assert not saved(tab)
    assert shown(tab) == 2
    answer(tab, 3)
    assert marks(tab) == 1
    shutil.move(tmp_path / "aside.db", server.database)
    assert heal(tab)
    assert server.stored()[ANSWER] == shown(tab) == 3


def test_old_widgets_give_way_even_when_the_store_failed_at_first(server):
    old = answer(at_questions(server), 1)
    other = answer(second_tab(server, old), 2)
    server.restart()
    assert server.get("/readyz")[0] == 200
    old.drop()
    with server.locked():
        old.connect().rerun()
        assert not saved(old)
    assert heal(old)
    assert server.stored()[ANSWER] == shown(old) == 2
    other.drop()


def test_a_fresh_server_whose_store_is_locked_says_so_soon_and_heals(servers):
    server = servers().start()
    query = answer(at_questions(server), 2).query
    server.end()
    with server.locked():
        began = time.monotonic()
        tab = server.start().visitor().open("questions", query)
        assert time.monotonic() - began < SOON
        assert "What was saved stays saved." in tab.words()
    assert shown(tab.rerun()) == 2


@pytest.mark.skipif(os.getuid() != 0, reason="only root can start a server as somebody else")
def test_a_server_without_the_right_to_write_says_so_and_begins_when_it_may(servers, open_folder):
    server = servers(folder=open_folder, nobody=True).start()
    welcome = server.visitor().open().press("Start")
    assert "nothing was begun" in welcome.words()
    os.chmod(open_folder, 0o777)
    welcome.press("Start").go("questions")
    assert saved(answer(welcome, 3))
    assert server.stored()[ANSWER] == 3
