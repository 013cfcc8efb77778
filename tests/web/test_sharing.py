"""Sharing over the wire: what reaches the store, once, and what is left when it is withdrawn."""

import sqlite3
from contextlib import closing
from io import BytesIO
from threading import Thread
from urllib.request import urlopen

import pytest
from pypdf import PdfReader
from streamlit.proto.WidgetStates_pb2 import WidgetState

from storage import open_store
from storage.fields import fields_of
from tests.scoring.verbs import person
from tests.storage.verbs import TEXT, the_bank
from tests.web.signed_in import SET_UP

LABELS = the_bank().sharing.labels
TYPED = {
    LABELS.contact_name: "Planted Respondent",
    LABELS.contact_email: "planted@acme.example",
    LABELS.contact_company: "Planted Company",
}
PLANTED = {
    "note:OWN-01": "planted-note",
    "priority:0:owner_ref": "planted-owner",
    "priority:0:rule_person": "planted-owner",
}
AGREE, SURE = "I agree", "Yes, withdraw"


@pytest.fixture
def site(servers):
    """A server with a consultant's side, its store, and P1 with a note and an owner."""
    server = servers(settings=SET_UP).start()
    store = open_store(str(server.database))
    begun = store.start(TEXT, the_bank(), {**fields_of(person("P1")), **PLANTED})
    yield server, store, begun
    store.close()


def ready(server, begun):
    """A tab in which everything is filled in and agreed to."""
    tab = server.visitor().open("share", f"t={begun.token}")
    for label, text in TYPED.items():
        tab.fill(label, text)
    return tab.fill(AGREE, True, "checkbox")


def press(tab, label="Share with"):
    button = next(each for each in tab.found("button") if each.label.startswith(label))
    return WidgetState(id=button.id, trigger_value=True)


def rows(server, table):
    """Every row of a table as a text, read from the file itself."""
    with closing(sqlite3.connect(f"file:{server.database}?mode=ro", uri=True)) as raw:
        return [str(row) for row in raw.execute(f"SELECT * FROM {table}")]


def paper(server, begun):
    with urlopen(f"http://127.0.0.1:{server.port}/scorecard/{begun.token}.pdf", timeout=20) as got:
        pages = PdfReader(BytesIO(got.read())).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def test_what_is_shared_holds_no_note_and_no_owner_and_goes_when_it_is_withdrawn(site):
    server, store, begun = site
    assert "Shared: nothing" in paper(server, begun)
    tab = ready(server, begun)
    assert [row for row in rows(server, "field") + rows(server, "event") if "Planted" in row] == []
    tab.rerun(button=press(tab))
    assert "Sent on" in tab.words()
    (share,), (copy,) = rows(server, "share"), rows(server, "share_copy")
    assert all(text in share for text in TYPED.values())
    assert "planted-" not in share + copy
    assert "Shared: a copy of your answers on" in paper(server, begun)
    listed = store.desk.workspace.listed()
    store.desk.calls.open(listed[0].id, "anna@firm.example")

    tab.fill(SURE, True, "checkbox")
    tab.rerun(button=press(tab, "Withdraw"))
    assert "Deleted: what you shared and 1 call." in tab.words()
    assert rows(server, "share") + rows(server, "share_copy") + rows(server, "call") == []
    assert "Shared: nothing" in paper(server, begun)
    store.close()
    held = b"".join(each.read_bytes() for each in server.folder.glob("diagnostic.db*"))
    assert [text for text in TYPED.values() if text.encode() in held] == []
    assert b"planted-note" in held, "the answers stay"


def test_two_tabs_and_a_double_click_share_once(site):
    server, store, begun = site
    tabs = [ready(server, begun), ready(server, begun)]

    def twice(tab):
        button = press(tab)
        tab.send(button=button)
        tab.send(button=button)
        tab.quiet(1.0).rerun()

    threads = [Thread(target=twice, args=(tab,)) for tab in tabs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(rows(server, "share")) == 1
    assert [entry.what for entry in store.desk.audit.read()] == ["shared"]
    assert all("Sent on" in tab.rerun().words() for tab in tabs)


def test_what_was_typed_survives_a_lost_connection_and_a_store_that_cannot_write(site):
    server, _, begun = site
    tab = ready(server, begun)
    tab.drop()
    tab.connect().rerun()
    with server.read_only():
        tab.rerun(button=press(tab))
        assert "Nothing was sent." in tab.words()
        assert rows(server, "share") == []
    assert {label: tab.shown(label, "text_input") for label in TYPED} == TYPED
    tab.rerun(button=press(tab))
    assert len(rows(server, "share")) == 1


def test_nobody_without_the_link_comes_to_the_page(site):
    server, _, begun = site
    ready(server, begun)
    for query in ("", f"t={begun.token[:-1]}x"):
        other = server.visitor().open("share", query)
        assert not list(other.found("text_input"))
        assert "planted" not in other.words().lower()
