"""What is deleted is in no copy that a process keeps to be quick: gone at once, or in a minute."""

import gc
import sqlite3
from contextlib import closing
from datetime import UTC, datetime

import pytest

from report.paper import Paper
from scoring import score
from storage import open_store
from storage.desk import Contact, Listed
from tests.scoring.verbs import person, the_bank
from tests.web.sharing import begun, shared_by
from ui.workspace import table
from web.forgetting import Forgetter
from web.shelf import Shelf

COMPANY = "Kanarienvogel Pumps"


@pytest.fixture
def store(tmp_path):
    opened = open_store(str(tmp_path / "forgetting.db"))
    yield opened
    opened.close()


def kept():
    """How many lines of a table with this company are anywhere in this process."""
    found = [each for each in gc.get_objects() if type(each) is Listed]
    return sum(each.company == COMPANY for each in found)


def listed(store):
    """A respondent who has shared, and a table that has just been looked at."""
    started = begun(store)
    shared = shared_by(store, started, Contact("Mina", "m@acme.example", COMPANY))
    grid = table._whole.of(store.desk.workspace.listed(), {})
    assert list(grid["Company"]) == [COMPANY]
    del grid
    assert kept() == 1
    return started.record.id, shared.id


def withdrawn(store, assessment, share):
    store.desk.sharing.withdraw(assessment)


def deleted(store, assessment, share):
    store.delete(assessment)


def deleted_on_request(store, assessment, share):
    store.desk.workspace.delete(share, "anna@firm.example")


@pytest.mark.parametrize("ends", [withdrawn, deleted, deleted_on_request])
def test_no_line_of_the_table_outlives_what_was_shared(store, ends):
    ends(store, *listed(store))
    assert kept() == 0


def test_what_another_process_deleted_is_forgotten_in_the_next_round(store, tmp_path):
    listed(store)
    with closing(sqlite3.connect(tmp_path / "forgetting.db")) as other, other:
        other.execute("DELETE FROM share")
    assert kept() == 1
    run_once(Forgetter())
    assert kept() == 0


def run_once(forgetter):
    """One round, and the end of the worker."""
    waits = iter([False, True])
    forgetter._stop.wait = lambda seconds: next(waits)
    forgetter.run()


def test_a_paper_is_made_anew_after_any_deletion(store):
    shelf = Shelf()
    card, paper = score(the_bank(), person("P3")), Paper(datetime(2026, 11, 2, tzinfo=UTC))
    made = shelf.get(card, paper, lambda: None)
    assert shelf.get(card, paper, lambda: None) is made
    store.delete(begun(store).record.id)
    again = shelf.get(card, paper, lambda: None)
    assert again is not made
    assert again == made
