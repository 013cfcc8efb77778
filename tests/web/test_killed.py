"""The server is killed right after it acknowledged an answer, and started again on its store.

`FAULT_ROUNDS` says how often; `make faults` asks for a hundred.
"""

import logging
import os
import random
import sqlite3
from contextlib import closing
from statistics import median
from time import monotonic

from tests.web.screen import (
    ANSWER,
    FIRST,
    SECOND,
    agrees,
    answer,
    at_questions,
    saved,
    second_tab,
    shown,
    touch,
)

log = logging.getLogger(__name__)
ROUNDS = int(os.environ.get("FAULT_ROUNDS", "12"))


def test_a_server_killed_after_each_acknowledged_answer_loses_none(server):
    tab = at_questions(server)
    chance = random.Random(3)
    acknowledged = lost = not_stored = 0
    recovery = []
    for _ in range(ROUNDS):
        told = {}
        for _ in range(chance.randint(1, 3)):
            item = chance.choice((FIRST, SECOND))
            level = chance.choice([each for each in range(5) if each != shown(tab, item)])
            answer(tab, level, item)
            if saved(tab):
                told[f"answer:{item.id}"] = level
                acknowledged += 1
        server.kill()
        lost += sum(server.stored().get(name) != level for name, level in told.items())
        began = monotonic()
        server.start()
        tab.drop()
        tab.connect().rerun()
        recovery.append(monotonic() - began)
        not_stored += not agrees(server, tab)
    with closing(sqlite3.connect(server.database)) as raw:
        assert raw.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    log.info(
        "%d rounds: %d acknowledged, %d lost, %d only shown; back in %.2f s, %.2f s at most",
        ROUNDS,
        acknowledged,
        lost,
        not_stored,
        median(recovery),
        max(recovery),
    )
    assert acknowledged >= ROUNDS
    assert (lost, not_stored) == (0, 0)


def test_a_server_killed_in_the_middle_of_a_save_shows_what_is_stored(server):
    tab = at_questions(server)
    for level in range(5):
        touch(tab, level)
        tab.send()
        server.restart()
        tab.drop()
        tab.connect().rerun()
        assert saved(tab)
        assert server.stored()[ANSWER] == shown(tab) == level


def test_the_first_click_after_a_restart_is_saved(server):
    tab = answer(answer(at_questions(server), 1), 2, SECOND)
    server.restart()
    tab.drop()
    touch(tab, 4)
    tab.connect().rerun()
    assert saved(tab)
    assert shown(tab) == 4
    assert agrees(server, tab)


def test_a_click_on_next_as_the_first_one_after_a_restart_turns_the_page(server):
    tab = at_questions(server)
    server.restart()
    tab.drop()
    touch(tab, 3)
    tab.connect().press("Next")
    assert server.stored()[ANSWER] == 3
    assert not any(FIRST.stem in radio.label for radio in tab.found("radio"))


def test_a_page_that_stayed_open_during_a_restart_shows_what_another_tab_saved_meanwhile(server):
    tab = answer(at_questions(server), 1)
    server.restart()
    answer(second_tab(server, tab), 3)
    tab.drop()
    tab.connect().rerun()
    assert shown(tab) == 3
    assert agrees(server, tab)


def test_the_very_command_of_make_run_keeps_its_answers_too(servers):
    server = servers(nursery=None).start()
    tab = answer(at_questions(server), 3)
    assert saved(tab)
    server.restart()
    tab.drop()
    touch(tab, 2, SECOND)
    tab.connect().rerun()
    assert (shown(tab), shown(tab, SECOND)) == (3, 2)
    assert agrees(server, tab)
