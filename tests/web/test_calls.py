"""A call over the wire: what was acknowledged survives a kill, two consultants lose nothing."""

import random

import pytest

from storage import open_store
from storage.desk import Contact
from tests.storage.verbs import the_bank
from tests.web.screen import NOT_SAVED, SAVED
from tests.web.sharing import begun, shared_by
from tests.web.signed_in import SET_UP, consultants_tab

ROUNDS = 4
PAIRS = [(claim.evidence, the_bank().item_by_id[claim.item]) for claim in the_bank().claims]


@pytest.fixture
def called(servers):
    """A server, what is shared on it, and a consultant's tab on the call."""
    server = servers(settings=SET_UP).start()
    store = open_store(str(server.database))
    shared = shared_by(store, begun(store), Contact("Mina", "m@acme.example", "Acme Pumps"))
    tab = consultants_tab(server, store).open("call", f"s={shared.id}")
    yield server, store, shared, tab
    store.close()


def rate(tab, item, level):
    """Choose the line of a level."""
    return tab.choose(item.stem, item.options[level].text)


def stored(store, shared):
    """The latest call's fields, as another program reads them."""
    return dict(store.desk.calls.of(shared.id)[-1].fields)


def is_saved(tab):
    return SAVED.search(tab.words()) is not None


def test_a_server_killed_after_each_acknowledged_rating_loses_none(called):
    server, store, shared, tab = called
    chance = random.Random(7)
    acknowledged = 0
    for _ in range(ROUNDS):
        told = {}
        for _ in range(2):
            pair, item = chance.choice(PAIRS)
            level = chance.randrange(5)
            rate(tab, item, level)
            if is_saved(tab):
                told[f"rating:{pair}"] = level
                acknowledged += 1
        server.kill()
        found = stored(store, shared)
        assert {name: found.get(name) for name in told} == told
        server.start()
        tab.drop()
        tab.connect().rerun()
    assert acknowledged == 2 * ROUNDS


def test_the_first_click_after_a_restart_is_saved_and_so_are_notes(called):
    server, store, shared, tab = called
    tab.fill("Their words", "They merged two teams.", "text_area")
    server.restart()
    tab.drop()
    pair, item = PAIRS[0]
    tab.touch(item.stem, item.options[1].text)
    tab.connect().rerun()
    assert is_saved(tab)
    assert stored(store, shared) == {
        f"rating:{pair}": 1,
        "notes:words": "They merged two teams.",
    }


def test_two_consultants_on_one_call_keep_each_others_ratings(called):
    server, store, shared, tab = called
    other = consultants_tab(server, store).open("call", f"s={shared.id}")
    rate(tab, PAIRS[0][1], 0)
    rate(other, PAIRS[1][1], 4)
    assert stored(store, shared) == {f"rating:{PAIRS[0][0]}": 0, f"rating:{PAIRS[1][0]}": 4}
    tab.rerun()
    assert PAIRS[1][1].options[4].text in tab.shown(PAIRS[1][1].stem)


def test_a_store_that_cannot_write_says_not_saved_and_saves_later(called):
    server, store, shared, tab = called
    pair, item = PAIRS[2]
    with server.read_only():
        rate(tab, item, 3)
        assert NOT_SAVED in tab.words()
        assert not is_saved(tab)
    tab.rerun()
    assert is_saved(tab)
    assert stored(store, shared)[f"rating:{pair}"] == 3


def test_what_waits_to_be_saved_is_not_tried_again_after_the_sign_in_has_ended(called):
    server, store, shared, tab = called
    with server.read_only():
        rate(tab, PAIRS[2][1], 3)
        assert NOT_SAVED in tab.words()
        store.desk.sign_ins.end(tab.cookie.partition("=")[2])
    tab.tick()
    assert "Sign in needed" in tab.words()
    assert stored(store, shared) == {}


def test_a_sign_out_ends_the_call_in_every_tab_at_its_next_run(called):
    _, store, shared, tab = called
    store.desk.sign_ins.end(tab.cookie.partition("=")[2])
    rate(tab, PAIRS[0][1], 2)
    assert "Sign in needed" in tab.words()
    assert stored(store, shared) == {}
    tab.tick()
    assert "Acme" not in tab.words()
