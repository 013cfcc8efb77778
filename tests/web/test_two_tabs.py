"""Two tabs, or two people, on one private link."""

import random
from threading import Thread

import pytest

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

pytestmark = pytest.mark.threat(19)


def test_two_tabs_that_answer_different_questions_lose_neither_answer(server):
    one = at_questions(server)
    two = second_tab(server, one)
    answer(one, 3)
    answer(two, 1, SECOND)
    assert (server.stored()[ANSWER], server.stored()[OTHER_ANSWER]) == (3, 1)
    assert agrees(server, two), "the second tab's run shows the first tab's answer"
    assert agrees(server, one.rerun())


def test_the_last_write_of_a_question_wins_and_both_tabs_come_to_show_it(server):
    one = answer(at_questions(server), 1)
    two = answer(second_tab(server, one), 2)
    answer(one, 3)
    assert server.stored()[ANSWER] == 3
    answer(two, 4)
    assert server.stored()[ANSWER] == shown(two) == 4
    assert shown(one.rerun()) == 4
    assert saved(one)


def test_two_tabs_that_click_by_turns_never_differ_from_the_store_after_a_run(server):
    one = at_questions(server)
    tabs = [one, second_tab(server, one), second_tab(server, one)]
    chance = random.Random(7)
    last = {}
    for _ in range(60):
        tab, item = chance.choice(tabs), chance.choice(("first", "second"))
        which = {} if item == "first" else {"item": SECOND}
        level = chance.choice([each for each in range(5) if each != shown(tab, **which)])
        answer(tab, level, **which)
        name = ANSWER if item == "first" else OTHER_ANSWER
        last[name] = shown(tab, **which)
        assert last[name] == level
        assert agrees(server, tab)
        assert saved(tab) or ELSEWHERE in tab.words()
    assert {name: server.stored()[name] for name in last} == last


def test_two_tabs_that_click_at_the_same_moment_keep_every_event(server):
    one = at_questions(server)
    two = second_tab(server, one)

    def clicks(tab, item):
        for level in (0, 1, 2, 3, 4):
            answer(tab, level, **item)

    both = [
        Thread(target=clicks, args=(one, {})),
        Thread(target=clicks, args=(two, {"item": SECOND})),
    ]
    for thread in both:
        thread.start()
    for thread in both:
        thread.join()
    assert (server.stored()[ANSWER], server.stored()[OTHER_ANSWER]) == (4, 4)
    kept = server.events("saved")
    assert [value for name, value in kept if name == ANSWER] == [0, 1, 2, 3, 4]
    assert [value for name, value in kept if name == OTHER_ANSWER] == [0, 1, 2, 3, 4]
    assert agrees(server, one.rerun())
    assert agrees(server, two.rerun())


def test_fast_clicks_that_interrupt_each_other_end_in_the_last_one(server):
    tab = at_questions(server)
    for _ in range(4):
        for level in (0, 1, 2, 3, 4, 1):
            touch(tab, level)
            tab.send()
        tab.quiet().rerun()
        assert server.stored()[ANSWER] == shown(tab) == 1
        assert saved(tab)
