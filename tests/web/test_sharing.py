"""Sharing over the wire: what reaches the store, once, and what is left when it is withdrawn."""

import sqlite3
from contextlib import closing
from threading import Thread
from urllib.request import urlopen

import pytest
from pypdf import PdfReader

from storage import open_store
from storage.fields import fields_of
from tests.scoring.verbs import person
from tests.storage.verbs import TEXT, the_bank
from tests.web.screen import ANSWER
from tests.web.widgets import state

LABELS = the_bank().sharing.labels
TYPED = {
    LABELS.contact_name: "Planted Respondent",
    LABELS.contact_email: "planted@acme.example",
    LABELS.contact_company: "Planted Company",
}
NOTE, OWNER = "planted-note", "planted-owner"
AGREE, SURE = "I agree", "Yes, withdraw"


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    return tmp_path_factory.mktemp("sharing")


@pytest.fixture
def site(servers):
    """A server with a consultant's side, its store, and P1 with a note and an owner."""
    server = servers(settings={"DIAGNOSTIC_CONSULTANTS": "anna@firm.example"}).start()
    store = open_store(str(server.database))
    planted = {"note:OWN-01": NOTE, "priority:0:owner_ref": OWNER, "priority:0:rule_person": OWNER}
    begun = store.start(TEXT, the_bank(), {**fields_of(person("P1")), **planted})
    yield server, store, begun
    store.close()


def ready(server, begun):
    """A tab in which everything is filled in and agreed to."""
    tab = server.visitor().open("share", f"t={begun.token}")
    for label, text in TYPED.items():
        tab.fill(label, text)
    return ticked(tab, AGREE)


def ticked(tab, label):
    return tab.fill(label, True, "checkbox")


def press(tab, label="Share with"):
    button = next(each for each in tab.found("button") if each.label.startswith(label))
    return tab.rerun(button=state_of_press(button))


def state_of_press(button):
    from streamlit.proto.WidgetStates_pb2 import WidgetState

    return WidgetState(id=button.id, trigger_value=True)


def rows(server, table):
    """Every row of a table as one text, read from the file itself."""
    with closing(sqlite3.connect(f"file:{server.database}?mode=ro", uri=True)) as raw:
        return [str(row) for row in raw.execute(f"SELECT * FROM {table}")]


def audited(server):
    return [row for row in rows(server, "audit") if "'shared'" in row]
