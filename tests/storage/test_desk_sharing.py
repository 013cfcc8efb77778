"""The contract of sharing: what is stored is what was shown, and it can be taken back."""

import json
from dataclasses import replace

import pytest

from scoring.answer_file import write_answer_file
from storage import NotSaved
from storage.desk import RESPONDENT, Consent, Contact, Summary
from storage.desk.checks import wrong_email, wrong_in
from storage.fields import assessment_of
from tests.storage.desk_verbs import ANNA, BEN, CONSENT, CONTACT, package, share, somebody_shared
from tests.storage.verbs import save, started, the_bank


def test_what_is_stored_is_what_was_shown(store):
    sent = package({"answers": {"OWN-01": 3}, "word": "größer „als“"})
    begun, shared = somebody_shared(store, sent)
    assert shared.package == sent
    assert shared.sha256 == sent.sha256
    assert shared.is_as_shown
    assert store.desk.sharing.read(begun.record.id) == shared
    assert store.desk.workspace.read(shared.id, ANNA) == shared
    assert shared.bank_sha256 == begun.record.bank_sha256


@pytest.mark.parametrize(
    "other",
    [
        package({"answers": {}}),
        package(notes=True),
        package(owners=True),
        package(contact=replace(CONTACT, email="other@acme.example")),
        package(consent=replace(CONSENT, version="2026-12")),
        package(consent=replace(CONSENT, marketing=True, marketing_text="News?")),
        package(summary=Summary("ready", "medium", {})),
    ],
)
def test_nothing_but_what_was_shown_is_stored(store, other):
    begun, _ = started(store)
    with pytest.raises(NotSaved) as fault:
        store.desk.sharing.share(begun.record.id, other, package().sha256, version=0)
    assert fault.value.code == "changed"
    assert store.desk.workspace.listed() == ()


def test_an_answer_changed_since_the_preview_stops_sharing_and_a_change_of_place_does_not(store):
    begun, tab = started(store)
    sharing, sent = store.desk.sharing, package()
    save(store, begun, tab, {"answer:OWN-01": 3})
    with pytest.raises(NotSaved) as fault:
        sharing.share(begun.record.id, sent, sent.sha256, version=begun.record.version)
    assert fault.value.code == "changed"
    version = store.read(begun.record.id).version
    save(store, begun, tab, {"place": "share"})
    assert sharing.share(begun.record.id, sent, sent.sha256, version=version).shared is not None


def test_sharing_what_is_not_there_says_so(store):
    with pytest.raises(NotSaved) as fault:
        store.desk.sharing.share("nobody", package(), package().sha256, version=0)
    assert fault.value.code == "deleted"


def test_sharing_anew_takes_the_place_of_what_was_shared_and_leaves_the_calls(store):
    begun, first = somebody_shared(store)
    call = store.desk.calls.open(first.id, ANNA)
    second = share(store, begun, package({"answers": {"OWN-01": 4}})).shared
    assert (second.id, second.number) == (first.id, 2)
    assert json.loads(second.package.copy) == {"answers": {"OWN-01": 4}}
    assert len(store.desk.workspace.listed()) == 1
    assert store.desk.calls.of(second.id) == (call,)


def test_sharing_the_same_twice_shares_once(timed, clock):
    begun, first = somebody_shared(timed, announce={"word": 1})
    clock.move(hours=1)
    assert share(timed, begun, announce={"word": 1}).shared == first
    assert timed.desk.outbox.counts()["waiting"] == 1
    assert [entry.what for entry in timed.desk.audit.read()] == ["shared"]


def test_the_frozen_copy_does_not_follow_the_answers(store):
    begun, shared = somebody_shared(store)
    save(store, begun, store.open_tab(begun.record.id), {"answer:OWN-01": 0})
    assert store.desk.workspace.read(shared.id, ANNA) == shared


def test_withdrawing_removes_everything_but_the_answers(store):
    begun, shared = somebody_shared(store, announce={"word": "shared"})
    desk = store.desk
    call = desk.calls.open(shared.id, ANNA)
    tab = desk.calls.open_tab(call.id)
    changes = {"notes": "a", "recap": "b", "outcome": "not_now"}
    desk.calls.save(call.id, tab, changes, {}, "k", ANNA, announce={"word": "outcome"})
    desk.steps.add(shared.id, {"text": "Name an owner", "source": "call"}, "k", ANNA)
    gone = desk.sharing.withdraw(begun.record.id)
    assert (gone.assessments, gone.shares, gone.calls, gone.call_fields) == (0, 1, 1, 3)
    assert (gone.call_events, gone.call_tabs, gone.steps, gone.outbox) == (3, 1, 1, 2)
    assert gone.scrubbed
    assert desk.workspace.listed() == desk.steps.open() == desk.calls.of(shared.id) == ()
    assert desk.workspace.read(shared.id, ANNA) is None
    assert desk.sharing.read(begun.record.id) is None
    assert list(desk.workspace.walk()) == []
    assert desk.calls.read(call.id) is None
    assert store.open(begun.token).fields == {"answer:OWN-01": 3}
    assert desk.sharing.withdraw(begun.record.id).shares == 0
    newest = desk.audit.read()[0]
    assert (newest.who, newest.what, newest.share_id) == (RESPONDENT, "withdrawn", shared.id)


def test_what_is_written_about_a_withdrawn_share_is_refused(store):
    begun, shared = somebody_shared(store)
    call = store.desk.calls.open(shared.id, ANNA)
    tab = store.desk.calls.open_tab(call.id)
    step = store.desk.steps.add(shared.id, {"text": "x", "source": "call"}, "k", ANNA).step
    store.desk.sharing.withdraw(begun.record.id)
    for late in (
        lambda: store.desk.calls.save(call.id, tab, {"notes": "x"}, {}, "k", ANNA),
        lambda: store.desk.calls.open(shared.id, ANNA),
        lambda: store.desk.calls.open_tab(call.id),
        lambda: store.desk.calls.start_clock(call.id, ANNA),
        lambda: store.desk.steps.add(shared.id, {"text": "x", "source": "call"}, "l", ANNA),
        lambda: store.desk.steps.change(step.id, {"status": "done"}, ANNA),
    ):
        with pytest.raises(NotSaved) as fault:
            late()
        assert fault.value.code == "deleted"


def test_a_consent_given_on_a_call_is_recorded_by_who_began_the_assessment_only(store):
    begun, _ = started(store)
    spoken = package(consent=replace(CONSENT, recorded_by=ANNA))
    assert [each.name for each in share(store, begun, spoken).refused] == ["consent"]
    sharing = store.desk.sharing
    assert sharing.facilitate(begun.record.id, ANNA).consultant == ANNA
    assert sharing.facilitate(begun.record.id, BEN).consultant == ANNA
    assert store.desk.workspace.listed() == ()
    others = package(consent=replace(CONSENT, recorded_by=BEN))
    assert share(store, begun, others).shared is None
    shared = share(store, begun, spoken).shared
    assert (shared.package.consent.recorded_by, shared.facilitated_by) == (ANNA, ANNA)
    assert store.desk.audit.read()[0].who == ANNA
    assert sharing.facilitation(begun.record.id).handed_over_at is None
    handed = sharing.hand_over(begun.record.id)
    assert handed.handed_over_at is not None
    assert sharing.hand_over(begun.record.id) == sharing.facilitation(begun.record.id) == handed
    assert store.delete(begun.record.id).assessments == 1
    assert sharing.facilitation(begun.record.id) is None


@pytest.mark.parametrize(
    ("entry", "wrong"),
    [
        ("name", {"contact": Contact(" ", "a@b.example", "Acme")}),
        ("name", {"contact": Contact("x" * 201, "a@b.example", "Acme")}),
        ("name", {"contact": Contact("Mina\nOkafor", "a@b.example", "Acme")}),
        ("name", {"contact": Contact("Mina \u202erofakO", "a@b.example", "Acme")}),
        ("company", {"contact": Contact("Mina", "a@b.example", "")}),
        ("consent", {"consent": Consent("", "Yes.")}),
        ("consent", {"consent": Consent("1", " ")}),
        ("marketing", {"consent": Consent("1", "Yes.", marketing=True)}),
        ("summary", {"summary": Summary("not a code", "medium", {})}),
        ("summary", {"summary": Summary("ready", "medium", {"OWN": 6})}),
        ("copy", {"copy": "no json"}),
        ("copy", {"copy": "[1]"}),
        ("copy", {"copy": "[" * 100_000}),
        ("copy", {"copy": json.dumps({"text": "x" * 1_000_001})}),
        ("copy", {"copy": '{"a": "\ud800"}'}),
        ("copy", {"copy": '{"input": {"notes": {"OWN-01": "secret"}}}'}),
        ("copy", {"copy": '{"a": [{"owner_ref": "MO"}]}'}),
        ("copy", {"copy": '{"a": [{"rule": {"person": "Mina"}}]}'}),
    ],
)
def test_what_cannot_be_shared_is_refused_with_the_name_of_its_entry(entry, wrong):
    refused = wrong_in(package(**wrong))
    assert entry in [each.name for each in refused]
    assert all(each.message for each in refused)


def test_nothing_of_a_refused_package_is_stored(store):
    begun, _ = started(store)
    sent = share(store, begun, package(copy="no json", contact=replace(CONTACT, email="a")))
    assert sent.shared is None
    assert [each.name for each in sent.refused] == ["email", "copy"]
    assert store.desk.workspace.listed() == ()


@pytest.mark.parametrize(
    ("field", "parts", "message"),
    [
        ("note:OWN-01", {"owners": True}, "There are notes"),
        ("priority:0:owner_ref", {"notes": True}, "There are owners"),
        ("priority:0:rule_person", {"notes": True}, "There are owners"),
    ],
)
def test_an_answer_file_with_what_was_not_ticked_is_refused(field, parts, message):
    answered = assessment_of({field: "MO", "priority:0:name": "Growth"}, the_bank())
    copy = write_answer_file(answered, the_bank())
    [refused] = wrong_in(package(copy=copy, **parts))
    assert refused.message.startswith(message)
    assert wrong_in(package(copy=copy, notes=True, owners=True)) == ()


def test_notes_and_owners_go_along_when_they_are_ticked(store):
    copy = {"input": {"notes": {"OWN-01": "a"}, "priorities": [{"owner_ref": "MO"}]}}
    _, shared = somebody_shared(store, package(copy, notes=True, owners=True))
    assert shared.package.notes
    assert shared.package.owners
    empty = {"input": {"notes": {}, "priorities": [{"owner_ref": ""}]}, "notes": ["rescaled"]}
    assert somebody_shared(store, package(empty))[1] is not None


@pytest.mark.parametrize(
    "email",
    ["a@b.example", "first.last+tag@sub.b-c.example", "o'neil_1@b.co", "x" * 64 + "@b.example"],
)
def test_an_address_for_mail_is_accepted(email):
    assert wrong_email(email) is None


@pytest.mark.parametrize(
    "email",
    [
        "", "a", "@b.example", "a@", "a@b", "a@.example", "a@b..example", "a@b.example.",
        "a b@c.example", "a@b c.example", ".a@b.example", "a.@b.example", "a..b@c.example",
        "a@-b.example", "a@b-.example", "a@b@c.example", "a@1.2.3.4", "а@b.example",
        "a@b.exаmple", "a@b.example\n", "<a@b.example>", "x" * 65 + "@b.example",
        "a@" + "b." * 130 + "example", "a" * 100_000, "a@" + "a-" * 50_000,
    ],
)  # fmt: skip
def test_what_is_no_address_for_mail_is_refused(email):
    [refused] = wrong_in(package(contact=replace(CONTACT, email=email)))
    assert refused.name == "email"
    assert refused.message
