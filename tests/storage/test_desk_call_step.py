"""The next step of a call: kept with the call's fields, followed by the steps and the table."""

from datetime import date

from tests.storage.desk_verbs import ANNA, BEN, somebody_shared


def test_the_step_of_a_call_follows_its_fields_until_it_is_closed(store):
    shared = somebody_shared(store)[1]
    calls, steps = store.desk.calls, store.desk.steps
    call = calls.open(shared.id, ANNA)
    tab = calls.open_tab(call.id)
    write = iter(range(9))

    def save(**changes):
        calls.save(call.id, tab, changes, {}, f"k{next(write)}", ANNA)
        return steps.of(shared.id)

    assert save(step_due="2026-12-03") == ()
    (step,) = save(step="Name one owner")
    assert (step.id, step.text, step.due) == (call.id, "Name one owner", date(2026, 12, 3))
    assert (step.source, step.status, step.verdict) == ("call", "open", step.verdict)
    (step,) = save(step="Name two owners", step_owner="MO", step_due=None)
    assert (step.text, step.owner_label, step.due) == ("Name two owners", "MO", None)
    listed = store.desk.workspace.listed()[0]
    assert (listed.next_step, listed.next_due) == ("Name two owners", None)
    assert save(step=None) == ()
    assert store.desk.workspace.listed()[0].next_step is None
    save(step="Name an owner")
    steps.change(call.id, {"status": "done", "closing_note": "MO named"}, BEN)
    (step,) = save(step=None)
    assert (step.text, step.status) == ("Name an owner", "done")
    assert store.desk.workspace.listed()[0].next_step is None
