"""The contract of calls and steps: nothing that two consultants write at once is lost."""

from datetime import date
from threading import Thread

import pytest

from storage import NotSaved, Tab
from storage.desk import PAIRS
from storage.desk.call_fields import sorted_step, wrong_call_field
from tests.storage.desk_verbs import ANNA, BEN, somebody_shared

CALLED = {"text": "Name one owner", "source": "call"}


@pytest.fixture
def shared(store):
    return somebody_shared(store)[1]


@pytest.fixture
def calls(store):
    return store.desk.calls


def begun(calls, shared, by=ANNA):
    call = calls.open(shared.id, by)
    return call, calls.open_tab(call.id)


def test_a_call_holds_ratings_beside_what_was_answered(calls, shared):
    call, tab = begun(calls, shared)
    changes = {f"rating:{pair}": level for level, pair in enumerate(PAIRS)}
    changes |= {f"proof:{pair}": pair == "owner" for pair in PAIRS}
    changes |= {f"remark:{pair}": "said, not shown" for pair in PAIRS}
    changes |= {"notes:trigger": "A missed launch\nin May", "notes": "x", "priority": 1}
    changes |= {"cause": "R1", "cause_confidence": "low", "contradiction": "K04", "seen": "y"}
    changes |= {"move": "One name", "move_owner": "MO", "move_due": "2026-12-24", "goal": "z"}
    changes |= {"split_confirmed": False, "split_by": "CFO", "recap": "a", "calibration": True}
    outcome = calls.save(call.id, tab, changes, {}, "k", ANNA)
    assert outcome.record.fields == changes
    assert outcome.refused == ()
    assert calls.read(call.id) == outcome.record
    assert calls.read(call.id, outcome.record) is outcome.record


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("rating:owner", 5),
        ("rating:owner", True),
        ("rating:owner", "3"),
        ("rating:money", 3),
        ("proof:owner", 1),
        ("outcome", "won"),
        ("move_due", "2026-02-30"),
        ("move_due", "20260230xx"),
        ("move_due", 20261224),
        ("notes:A B", "x"),
        ("notes:" + "x" * 31, "x"),
        ("notes", "x" * 10_001),
        ("notes", "a\x00b"),
        ("cause", "not a code"),
        ("split_by", "two\nlines"),
        ("evil", 1),
        (3, 1),
    ],
)
def test_what_a_call_cannot_hold_is_said(name, value):
    assert wrong_call_field(name, value)


def test_what_a_call_cannot_hold_is_refused_and_the_rest_is_kept(calls, shared):
    call, tab = begun(calls, shared)
    changes = {"rating:owner": 5, "goal": "Fewer misses", "evil": 1}
    outcome = calls.save(call.id, tab, changes, {}, "k", ANNA)
    assert outcome.record.fields == {"goal": "Fewer misses"}
    assert [each.name for each in outcome.refused] == ["rating:owner", "evil"]


def test_everybody_opens_the_same_call_and_a_second_one_only_after_the_first(store, calls, shared):
    found = []
    threads = [
        Thread(target=lambda by=by: found.append(calls.open(shared.id, by)))
        for by in (ANNA, BEN) * 4
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len({call.id for call in found}) == 1
    assert calls.another(shared.id, BEN) == found[0]
    tab = calls.open_tab(found[0].id)
    calls.save(found[0].id, tab, {"notes": "x"}, {}, "k", ANNA)
    second = calls.another(shared.id, BEN)
    assert (second.number, second.consultant) == (2, BEN)
    assert calls.open(shared.id, ANNA) == second
    assert [call.number for call in calls.of(shared.id)] == [1, 2]


def test_two_consultants_writing_at_once_lose_nothing(calls, shared):
    call, _ = begun(calls, shared)

    def write(by, part):
        tab = calls.open_tab(call.id)
        for number in range(20):
            key = f"{by} {number}"
            calls.save(call.id, tab, {f"notes:{part}_{number}": key}, {}, key, by, turn=number)

    threads = [Thread(target=write, args=args) for args in ((ANNA, "a"), (BEN, "b"))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    fields = calls.read(call.id).fields
    assert len(fields) == 40
    assert fields["notes:a_7"] == f"{ANNA} 7"
    assert fields["notes:b_19"] == f"{BEN} 19"


def test_the_last_write_wins_and_an_old_widget_gives_way(calls, shared):
    call, tab = begun(calls, shared)
    other = calls.open_tab(call.id)
    calls.save(call.id, tab, {"rating:owner": 1}, {}, "a", ANNA)
    calls.save(call.id, other, {"rating:owner": 4}, {}, "b", BEN)
    stale = calls.save(call.id, tab, {"rating:owner": 2, "goal": "x"}, {}, "c", ANNA, stale=True)
    assert stale.record.fields == {"rating:owner": 4, "goal": "x"}
    [conflict] = stale.conflicts
    assert (conflict.value, conflict.stored) == (2, 4)
    again = calls.save(call.id, tab, {"rating:owner": 2, "goal": "x"}, {}, "c", ANNA, stale=True)
    assert (again.record, again.conflicts) == (stale.record, stale.conflicts)
    wins = calls.save(call.id, tab, {"rating:owner": 2}, {"rating:owner": 2}, "d", ANNA)
    assert wins.record.fields["rating:owner"] == 2
    calls.save(call.id, tab, {"goal": "late"}, {}, "e", ANNA, turn=5)
    late = calls.save(call.id, tab, {"goal": "early"}, {}, "f", ANNA, turn=4)
    assert (late.late, late.record.fields["goal"]) == (("goal",), "late")
    cleared = calls.save(call.id, tab, {"goal": ""}, {}, "g", ANNA, turn=6)
    assert "goal" not in cleared.record.fields


def test_a_tab_is_known_again_by_its_number(calls, shared):
    call, tab = begun(calls, shared)
    calls.save(call.id, tab, {"goal": "x"}, {}, "a", ANNA, turn=3)
    assert calls.open_tab(call.id, tab.epoch) == Tab(tab.epoch, tab.version, 3)
    assert calls.open_tab(call.id, 99).epoch == tab.epoch + 1
    assert calls.open_tab(call.id, 2**40).epoch == tab.epoch + 2


def test_a_save_needs_a_key_and_a_name(calls, shared):
    call, tab = begun(calls, shared)
    for key, by in (("", ANNA), ("x" * 101, ANNA), ("k", " "), ("k", "a\nb"), ("k", "x" * 255)):
        with pytest.raises(ValueError, match=r"characters|name cannot be this"):
            calls.save(call.id, tab, {"goal": "x"}, {}, key, by)


def test_the_clock_is_started_once_and_survives_opening_the_store_anew(opened, clock):
    store = opened(clock=clock)
    shared = somebody_shared(store)[1]
    call = store.desk.calls.open(shared.id, ANNA)
    assert call.started_at is None
    running = store.desk.calls.start_clock(call.id, ANNA)
    assert running.started_at == clock.at
    assert store.desk.calls.read(call.id, call) == running
    clock.move(minutes=7)
    assert store.desk.calls.start_clock(call.id, BEN) == running
    store.close()
    store = opened(clock=clock)
    assert store.desk.calls.read(call.id) == running
    assert store.desk.calls.start_clock(call.id, ANNA, again=True).started_at == clock.at


def test_the_outcome_stands_in_the_list_of_shares(store, calls, shared):
    call, tab = begun(calls, shared)

    def listed():
        return store.desk.workspace.listed()[0].outcome

    calls.save(call.id, tab, {"outcome": "follow_up"}, {}, "a", ANNA)
    assert listed() == "follow_up"
    second = calls.another(shared.id, ANNA)
    assert listed() == "follow_up"
    later = calls.open_tab(second.id)
    calls.save(second.id, later, {"outcome": "self_serve"}, {}, "b", ANNA)
    assert listed() == "self_serve"
    calls.save(second.id, later, {"outcome": None}, {}, "c", ANNA)
    assert listed() == "follow_up"


def test_a_step_is_kept_with_the_verdict_of_its_time(store, shared):
    steps = store.desk.steps
    values = {**CALLED, "items": ["OWN-01"], "owner_label": "MO", "due": "2026-12-24"}
    step = steps.add(shared.id, values, "k", ANNA).step
    assert (step.text, step.items, step.owner_label) == ("Name one owner", ("OWN-01",), "MO")
    assert (step.due, step.status, step.source) == (date(2026, 12, 24), "open", "call")
    assert (step.verdict, step.company) == ("fix_first", "Acme Pumps")
    assert steps.add(shared.id, values, "k", ANNA).step == step
    assert steps.of(shared.id) == steps.open() == (step,)


def test_entries_of_a_step_change_one_by_one(timed, clock):
    shared, steps = somebody_shared(timed)[1], timed.desk.steps
    step = steps.add(shared.id, {**CALLED, "due": "2026-12-24"}, "k", ANNA).step
    clock.move(days=2)
    assert steps.change(step.id, {"owner_label": "BK"}, BEN).step.owner_label == "BK"
    changed = steps.change(step.id, {"due": None, "items": []}, ANNA).step
    assert (changed.due, changed.owner_label, changed.items) == (None, "BK", ())
    assert changed.touched_at == clock.at
    assert changed.created_at == step.created_at
    done = steps.change(step.id, {"status": "done", "closing_note": "Done\nin May"}, ANNA).step
    assert steps.open() == ()
    assert steps.of(shared.id) == (done,)


def test_the_step_that_is_due_first_stands_in_the_list_of_shares(store, shared):
    steps = store.desk.steps
    for number, due in enumerate([None, "2026-12-24", "2026-12-01"]):
        text = {"text": f"step {number}", "source": "prospect", "due": due}
        assert steps.add(shared.id, text, f"k {number}", ANNA).step
    [listed] = store.desk.workspace.listed()
    assert (listed.next_step, listed.next_due) == ("step 2", date(2026, 12, 1))
    assert [step.text for step in steps.open()] == ["step 2", "step 1", "step 0"]
    for step in steps.open()[:2]:
        steps.change(step.id, {"status": "dropped"}, ANNA)
    [listed] = store.desk.workspace.listed()
    assert (listed.next_step, listed.next_due) == ("step 0", None)
    steps.change(steps.open()[0].id, {"status": "done"}, ANNA)
    [listed] = store.desk.workspace.listed()
    assert (listed.next_step, listed.next_due) == (None, None)


@pytest.mark.parametrize(
    ("entry", "values"),
    [
        ("text", {**CALLED, "text": " "}),
        ("text", {**CALLED, "text": "x" * 501}),
        ("source", {**CALLED, "source": "sales"}),
        ("status", {**CALLED, "status": "won"}),
        ("due", {**CALLED, "due": "tomorrow"}),
        ("items", {**CALLED, "items": "OWN-01"}),
        ("items", {**CALLED, "items": ["a b"]}),
        ("items", {**CALLED, "items": ["A"] * 25}),
        ("evil", {**CALLED, "evil": 1}),
    ],
)
def test_what_a_step_cannot_hold_is_said(entry, values):
    kept, refused = sorted_step(values, new=True)
    assert [each.name for each in refused] == [entry]
    assert entry not in kept


def test_a_step_without_what_it_needs_is_refused(store, shared):
    for values in ({"source": "call"}, {"text": "x"}, {**CALLED, "due": "tomorrow"}):
        outcome = store.desk.steps.add(shared.id, values, "k", ANNA)
        assert outcome.step is None
        assert len(outcome.refused) == 1
    assert store.desk.steps.of(shared.id) == ()


def test_a_refused_change_of_a_step_leaves_it_and_keeps_the_others(store, shared):
    step = store.desk.steps.add(shared.id, CALLED, "k", ANNA).step
    wanted = {"text": "", "source": "prospect", "status": None, "owner_label": "MO"}
    outcome = store.desk.steps.change(step.id, wanted, ANNA)
    assert [each.name for each in outcome.refused] == ["text", "source", "status"]
    kept = (outcome.step.text, outcome.step.source, outcome.step.owner_label)
    assert kept == ("Name one owner", "call", "MO")
    with pytest.raises(NotSaved):
        store.desk.steps.change("nobody", {"text": "x"}, ANNA)
    with pytest.raises(ValueError, match="1 to 100"):
        store.desk.steps.add(shared.id, CALLED, "", ANNA)
