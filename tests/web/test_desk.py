"""What a consultant takes from the workspace; for everybody else its addresses are empty."""

import csv
import json
from io import BytesIO, StringIO

import pypdf
import pytest
from starlette.applications import Starlette

from brand import DEFAULT
from storage import NotRead, open_store
from storage.desk import Contact
from tests.scoring.verbs import person
from tests.storage.desk_verbs import somebody_shared
from tests.web.asking import ask
from tests.web.sharing import CONSULTANT, LISTED, begun, cookie_of, noted, shared_by
from web.desk import FORMAT, UNREADABLE, desk_routes
from web.private import NOT_NOW, NOTHING_HERE

NOTE, OWNER = "Canary note 4711", "Canary owner"
MINA = Contact("Mina Okafor", "mina.okafor@acme.example", "=Acme+Pumps")
NOBODY_SHARED = "not-shared-by-anybody"


@pytest.fixture
def desk(tmp_path, monkeypatch):
    """A store with one share, its routes, the share's id, and a consultant's cookie."""
    for name, value in LISTED.items():
        monkeypatch.setenv(name, value)
    store = open_store(str(tmp_path / "diagnostic.db"))
    started = begun(store, noted(person("P1"), NOTE, OWNER))
    shared = shared_by(store, started, MINA)
    app = Starlette(routes=desk_routes("", lambda: store, lambda: DEFAULT))
    yield store, app, shared.id, cookie_of(store)
    store.close()


def addresses(share):
    """Every address of a share or of all."""
    return (
        f"/desk/{share}/brief.pdf",
        f"/desk/{share}/recap.pdf",
        f"/desk/{share}.json",
        "/desk/shared.json",
        "/desk/shared.csv",
    )


def text_of(body):
    return "".join(page.extract_text() for page in pypdf.PdfReader(BytesIO(body)).pages)


def deeds(store, share=None):
    return [entry.what for entry in store.desk.audit.read(share_id=share)]


def with_call(store, share, **fields):
    """A call about a share with these fields, in its latest state."""
    call = store.desk.calls.another(share, CONSULTANT)
    tab = store.desk.calls.open_tab(call.id)
    key = f"key-{call.number}"
    return store.desk.calls.save(call.id, tab, fields, {}, key, CONSULTANT).record


def test_the_brief_is_one_page_for_the_consultant_and_the_log_says_so(desk):
    store, app, share, cookie = desk
    reply = ask(app, f"/desk/{share}/brief.pdf", cookie)
    assert (reply.status, reply.headers["content-type"]) == (200, "application/pdf")
    assert reply.headers["cache-control"] == "private, no-store"
    assert reply.headers["content-disposition"].startswith('inline; filename="brief-20')
    text = text_of(reply.body)
    assert "Mina Okafor" in text
    assert "Lead generation" in text
    assert NOTE not in text
    assert OWNER not in text
    assert "opened" in deeds(store, share)
    assert ask(app, f"/desk/{share}/brief.pdf", cookie).body == reply.body


def test_the_recap_is_that_of_the_latest_call_or_of_the_one_asked_for(desk):
    store, app, share, cookie = desk
    assert ask(app, f"/desk/{share}/recap.pdf", cookie).status == 404
    first = with_call(store, share, goal="Fewer launches", move="Stop one", move_due="2026-12-04")
    with_call(store, share, goal="A calm quarter", recap="Hello,\n\nas you wrote it.")
    latest = text_of(ask(app, f"/desk/{share}/recap.pdf", cookie).body)
    assert "as you wrote it." in latest
    assert "calm quarter" not in latest
    reply = ask(app, f"/desk/{share}/recap.pdf?call={first.id}", cookie)
    asked = text_of(reply.body)
    assert "Fewer launches" in asked
    assert "4 December 2026" in asked
    assert reply.headers["cache-control"] == "private, no-store"
    assert ask(app, f"/desk/{share}/recap.pdf?call=none", cookie).status == 404


def test_the_open_step_that_is_due_first_is_the_next_step_of_the_recap(desk):
    store, app, share, cookie = desk
    with_call(store, share, goal="Fewer launches")
    for text, due in (("Later on", "2027-02-01"), ("Meet again", "2027-01-08")):
        values = {"text": text, "source": "call", "due": due, "owner_label": "AB"}
        store.desk.steps.add(share, values, text, CONSULTANT)
    text = text_of(ask(app, f"/desk/{share}/recap.pdf", cookie).body)
    assert "Meet again" in text
    assert "8 January 2027" in text
    assert "Later on" not in text


def test_one_share_and_all_go_out_as_json_with_calls_and_steps(desk):
    store, app, share, cookie = desk
    with_call(store, share, goal="Fewer launches")
    other = shared_by(store, begun(store, person("P2")), Contact("B", "b@b.example", "B"))
    one = ask(app, f"/desk/{share}.json", cookie)
    everything = ask(app, "/desk/shared.json", cookie)
    assert one.headers["content-disposition"].startswith('attachment; filename="shared-20')
    assert [each.headers["cache-control"] for each in (one, everything)] == [
        "private, no-store"
    ] * 2
    told, all_told = json.loads(one.body), json.loads(everything.body)
    assert told["format"] == all_told["format"] == FORMAT
    assert [each["share"]["id"] for each in told["shares"]] == [share]
    assert [each["share"]["id"] for each in all_told["shares"]] == [share, other.id]
    assert told["shares"][0]["calls"][0]["fields"] == {"goal": "Fewer launches"}
    assert NOTE not in everything.body.decode()
    assert deeds(store).count("exported") == 2


def test_the_table_goes_out_as_csv_in_which_no_cell_is_a_formula(desk):
    store, app, share, cookie = desk
    reply = ask(app, "/desk/shared.csv", cookie)
    assert reply.headers["content-type"] == "text/csv; charset=utf-8"
    (row,) = csv.DictReader(StringIO(reply.body.decode("utf-8-sig")))
    assert (row["company"], row["name"], row["id"]) == ("'=Acme+Pumps", "Mina Okafor", share)
    assert (row["verdict"], row["level_OWN"], row["outcome"]) == ("fix_first", "3", "")
    assert deeds(store)[0] == "exported"


@pytest.mark.parametrize("cookie", ["", "nothing=1", "wrong", "expired", "ended"])
def test_whoever_is_not_signed_in_finds_nothing_and_leaves_no_line_in_the_log(desk, cookie):
    store, app, share, good = desk
    name, _, token = good.partition("=")
    if cookie == "expired":
        cookie = cookie_of(store, hours=-1)
    elif cookie == "wrong":
        cookie = f"{name}={'A' * 43}"
    elif cookie == "ended":
        store.desk.sign_ins.end(token)
        cookie = good
    with_call(store, share, goal="Fewer launches")
    before = store.desk.audit.read()
    wanted = (*addresses(share), *addresses(NOBODY_SHARED))
    replies = [ask(app, address, cookie) for address in wanted]
    assert {(each.status, each.body.decode()) for each in replies} == {(404, NOTHING_HERE)}
    assert {each.headers["cache-control"] for each in replies} == {"private, no-store"}
    assert store.desk.audit.read() == before


def test_what_nobody_shared_is_not_there_for_a_consultant_either(desk):
    store, app, _, cookie = desk
    unshared = begun(store, person("P2")).record.id
    for wanted in (NOBODY_SHARED, unshared):
        replies = [ask(app, address, cookie) for address in addresses(wanted)[:3]]
        assert {(each.status, each.body.decode()) for each in replies} == {(404, NOTHING_HERE)}
        assert deeds(store, wanted) == []


def test_what_was_withdrawn_is_gone_at_once(desk):
    store, app, _, cookie = desk
    started = begun(store, person("P2"))
    shared = shared_by(store, started, MINA)
    assert ask(app, f"/desk/{shared.id}/brief.pdf", cookie).status == 200
    store.desk.sharing.withdraw(started.record.id)
    assert {ask(app, each, cookie).status for each in addresses(shared.id)[:3]} == {404}
    assert shared.id not in ask(app, "/desk/shared.json", cookie).body.decode()
    assert shared.id not in ask(app, "/desk/shared.csv", cookie).body.decode()


def test_a_call_about_another_share_is_not_shown_with_this_one(desk):
    store, app, share, cookie = desk
    other = shared_by(store, begun(store, person("P2")), MINA)
    call = with_call(store, other.id, goal="Secret goal")
    assert ask(app, f"/desk/{share}/recap.pdf?call={call.id}", cookie).status == 404


def test_a_share_that_cannot_be_read_back_says_so_and_still_goes_out_as_json(desk):
    store, app, _, cookie = desk
    _, odd = somebody_shared(store)
    reply = ask(app, f"/desk/{odd.id}/brief.pdf", cookie)
    assert (reply.status, reply.body.decode()) == (422, UNREADABLE)
    assert reply.headers["cache-control"] == "private, no-store"
    assert ask(app, f"/desk/{odd.id}.json", cookie).status == 200


def test_a_store_that_cannot_be_read_says_so_and_hands_out_nothing(desk, monkeypatch):
    store, app, share, cookie = desk

    def refuse(*_, **__):
        raise NotRead("locked", "busy")

    monkeypatch.setattr(store.desk.workspace, "_note", refuse)
    for address in (f"/desk/{share}.json", "/desk/shared.json", "/desk/shared.csv"):
        reply = ask(app, address, cookie)
        assert (reply.status, reply.body.decode()) == (503, NOT_NOW)
