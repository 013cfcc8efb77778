"""The contract of the workspace and the audit log: what was shared, and who looked at it."""

import json
from datetime import timedelta
from time import process_time

import pytest
from sqlalchemy import insert
from sqlalchemy.exc import DBAPIError

from storage import NotRead, NotSaved
from storage.desk import DEEDS, RESPONDENT
from storage.desk import tables as desk_tables
from storage.desk.exporting import as_json
from tests.storage.desk_verbs import ANNA, BEN, SUMMARY, package, share, somebody_shared
from tests.storage.verbs import started

MANY = 5000


def test_a_line_says_what_was_shared(store):
    _, shared = somebody_shared(store)
    [line] = store.desk.workspace.listed()
    assert (line.id, line.at, line.company) == (shared.id, shared.at, "Acme Pumps")
    assert line.summary == SUMMARY
    assert (line.outcome, line.next_step, line.next_due) == (None, None, None)


def test_the_lines_are_made_anew_only_when_a_share_has_changed(store):
    _, shared = somebody_shared(store)
    before = store.desk.workspace.listed()
    assert store.desk.workspace.listed() is before
    store.desk.steps.add(shared.id, {"text": "Name an owner", "source": "call"}, "k", ANNA)
    assert store.desk.workspace.listed()[0].next_step == "Name an owner"


def test_open_steps_can_be_asked_for_by_day_and_by_last_touch(timed, clock):
    _, shared = somebody_shared(timed)
    add, steps = timed.desk.steps.add, timed.desk.steps
    old = add(shared.id, {"text": "old", "source": "call"}, "a", ANNA).step
    clock.move(days=70)
    today = clock.at.date()
    due = {"due": today.isoformat()}
    soon = add(shared.id, {"text": "soon", "source": "call"} | due, "b", ANNA).step
    add(shared.id, {"text": "later", "source": "call", "due": "2099-01-01"}, "c", ANNA)
    assert [step.id for step in steps.open(due_by=today)] == [soon.id]
    found = steps.open(due_by=today, touched_by=clock.at - timedelta(days=60))
    assert {step.id for step in found} == {soon.id, old.id}
    assert len(steps.open()) == 3


def test_the_newest_share_stands_first(timed, clock):
    first = somebody_shared(timed)[0]
    clock.move(hours=1)
    second = somebody_shared(timed)[1]
    assert timed.desk.workspace.listed()[0].id == second.id
    clock.move(hours=1)
    again = share(timed, first, package({"answers": {}})).shared
    assert [line.id for line in timed.desk.workspace.listed()] == [again.id, second.id]


def test_nothing_unshared_is_reached_by_any_reading_method(store):
    begun, _ = started(store, **{"note:OWN-01": "CANARY"})
    shared = somebody_shared(store)[1]
    desk, its_id = store.desk, begun.record.id
    assert [line.id for line in desk.workspace.listed()] == [shared.id]
    assert [each.shared.id for each in desk.workspace.walk()] == [shared.id]
    assert [each.shared.id for each in desk.workspace.export(ANNA)] == [shared.id]
    assert desk.workspace.read(its_id, ANNA) is None
    assert list(desk.workspace.export(ANNA, its_id)) == []
    assert desk.calls.of(its_id) == desk.steps.of(its_id) == ()
    for begin in (desk.calls.open, desk.calls.another):
        with pytest.raises(NotSaved):
            begin(its_id, ANNA)
    assert desk.workspace.delete(its_id, ANNA).assessments == 0
    assert store.open(begun.token) == begun.record


def test_the_workspace_holds_no_assessments_id(store):
    begun, shared = somebody_shared(store)
    desk = store.desk
    desk.calls.open(shared.id, ANNA)
    desk.steps.add(shared.id, {"text": "x", "source": "call"}, "k", ANNA)
    seen = repr((desk.workspace.listed(), list(desk.workspace.walk()), desk.audit.read()))
    assert shared.id in seen
    assert begun.record.id not in seen


def test_an_export_holds_copy_calls_and_steps(store):
    shared = somebody_shared(store)[1]
    call = store.desk.calls.open(shared.id, ANNA)
    step = store.desk.steps.add(shared.id, {"text": "x", "source": "call"}, "k", ANNA).step
    other = somebody_shared(store)[1]
    whole = list(store.desk.workspace.export(ANNA))
    assert {each.shared.id for each in whole} == {shared.id, other.id}
    [one] = store.desk.workspace.export(ANNA, shared.id)
    assert (one.shared, one.calls, one.steps) == (shared, (call,), (step,))
    said = [(entry.what, entry.share_id) for entry in store.desk.audit.read()[:2]]
    assert said == [("exported", shared.id), ("exported", None)]


def test_an_export_as_json_says_everything_and_no_assessment(store):
    begun, shared = somebody_shared(store)
    call = store.desk.calls.open(shared.id, ANNA)
    store.desk.calls.start_clock(call.id, ANNA)
    tab = store.desk.calls.open_tab(call.id)
    store.desk.calls.save(call.id, tab, {"rating:owner": 2}, {}, "k", ANNA)
    step = {"text": "x", "source": "call", "due": "2026-12-24", "items": ["OWN-01"]}
    store.desk.steps.add(shared.id, step, "k", ANNA)
    [one] = store.desk.workspace.export(ANNA, shared.id)
    text = json.dumps(as_json(one), allow_nan=False)
    told = json.loads(text)
    assert told["share"]["copy"] == json.loads(shared.package.copy)
    assert told["share"]["contact"]["company"] == "Acme Pumps"
    assert told["calls"][0]["fields"] == {"rating:owner": 2}
    assert (told["steps"][0]["due"], told["steps"][0]["items"]) == ("2026-12-24", ["OWN-01"])
    assert begun.record.id not in text


def test_deleting_on_request_deletes_the_assessment_and_says_how_much(store):
    begun, shared = somebody_shared(store, announce={"word": 1})
    store.desk.calls.open(shared.id, ANNA)
    gone = store.desk.workspace.delete(shared.id, ANNA)
    assert (gone.assessments, gone.fields, gone.shares, gone.calls) == (1, 1, 1, 1)
    assert gone.outbox == 1
    assert store.open(begun.token) is None
    newest = store.desk.audit.read()[0]
    assert (newest.who, newest.what, newest.share_id) == (ANNA, "deleted", shared.id)
    assert store.desk.workspace.delete(shared.id, ANNA).assessments == 0


def test_a_respondent_who_deletes_takes_along_what_was_shared(store):
    begun, shared = somebody_shared(store, announce={"word": 1})
    call = store.desk.calls.open(shared.id, ANNA)
    tab = store.desk.calls.open_tab(call.id)
    store.desk.calls.save(call.id, tab, {"notes": "x", "recap": "y"}, {}, "k", ANNA)
    store.desk.steps.add(shared.id, {"text": "x", "source": "call"}, "k", ANNA)
    gone = store.delete(begun.record.id)
    assert (gone.assessments, gone.shares, gone.calls, gone.call_fields) == (1, 1, 1, 2)
    assert (gone.call_events, gone.call_tabs, gone.steps, gone.outbox) == (2, 1, 1, 1)
    assert store.desk.workspace.listed() == store.desk.steps.open() == ()
    newest = store.desk.audit.read()[0]
    assert (newest.who, newest.what, newest.share_id) == (RESPONDENT, "deleted", shared.id)


def test_the_log_says_who_opened_and_changed_what_and_does_not_repeat_itself(timed, clock):
    shared, desk = somebody_shared(timed)[1], timed.desk
    for _ in range(3):
        desk.workspace.read(shared.id, ANNA)
    desk.workspace.read(shared.id, BEN)
    clock.move(minutes=11)
    desk.workspace.read(shared.id, ANNA)
    call = desk.calls.open(shared.id, ANNA)
    tab = desk.calls.open_tab(call.id)
    for number in range(3):
        desk.calls.save(call.id, tab, {"notes": f"{number}"}, {}, f"{number}", BEN)
    said = [(entry.who, entry.what) for entry in desk.audit.read(share_id=shared.id)]
    opened = [(ANNA, "opened"), (BEN, "opened"), (ANNA, "opened")]
    assert said[::-1] == [
        (RESPONDENT, "shared"),
        *opened,
        (ANNA, "changed"),
        (BEN, "changed"),
    ]
    assert all(entry.share_id == shared.id for entry in desk.audit.read())


def test_the_log_is_read_in_pages(store):
    for deed in DEEDS:
        store.desk.audit.write(ANNA, deed)
    first = store.desk.audit.read(most=4)
    second = store.desk.audit.read(most=20, before=first[-1].number)
    assert [entry.what for entry in (*first, *second)] == list(DEEDS[::-1])
    for who, deed in ((ANNA, "dreamed"), ("", "opened"), ("a\nb", "opened")):
        with pytest.raises(ValueError, match=r"knows|name cannot be this"):
            store.desk.audit.write(who, deed)


def test_the_log_cannot_be_changed(store, opened):
    store.desk.audit.write(ANNA, "exported")
    offered = {name for name in dir(store.desk.audit) if not name.startswith("_")}
    assert offered == {"write", "read"}
    for change in (
        desk_tables.audit.delete(),
        desk_tables.audit.update().values(who=BEN),
    ):
        with pytest.raises((DBAPIError, NotSaved)), store._database.writing() as connection:
            connection.execute(change)
    assert [entry.who for entry in store.desk.audit.read()] == [ANNA]


def test_nothing_is_opened_that_cannot_be_logged(store, monkeypatch):
    shared = somebody_shared(store)[1]

    def no_room():
        raise NotSaved("full", "There is no room left.")

    monkeypatch.setattr(store._database, "writing", no_room)
    for look in (store.desk.workspace.read, lambda one, by: store.desk.workspace.export(by, one)):
        with pytest.raises(NotRead) as fault:
            look(shared.id, ANNA)
        assert fault.value.code == "full"


def test_a_list_of_five_thousand_takes_less_than_a_tenth_of_a_second(store):
    begun, shared = somebody_shared(store, package({"text": "x" * 20_000}))
    with store._database.writing() as connection:
        _many(connection, begun.record, shared)
    times = []
    for _ in range(5):
        since = process_time()
        lines = store.desk.workspace.listed()
        times.append(process_time() - since)
    assert len(lines) == MANY + 1
    assert [line.at for line in lines] == sorted((line.at for line in lines), reverse=True)
    assert min(times) < 0.1


def _many(connection, record, shared):
    """Rows of `MANY` other shares, written past the store, which would take minutes."""
    old = connection.execute(desk_tables.share.select()).one()._asdict()
    ids = [f"{number:022}" for number in range(MANY)]
    assessment = {
        "bank_sha256": record.bank_sha256,
        "version": 0,
        "tabs": 0,
        "created_at": old["at"],
    }
    assessment |= {"changed_at": old["at"]}
    rows = [{**assessment, "id": each, "link_hash": each} for each in ids]
    connection.execute(insert(desk_tables.metadata.tables["assessment"]), rows)
    dated = [
        {
            **old,
            "id": each,
            "assessment_id": each,
            "at": (shared.at - timedelta(minutes=number % 977)).strftime("%Y-%m-%dT%H:%M:%S.%fZ"),
            "company": f"Company {number}",
            "next_step": "Name an owner for the first priority",
            "next_due": "2026-12-24",
        }
        for number, each in enumerate(ids)
    ]
    connection.execute(insert(desk_tables.share), dated)
