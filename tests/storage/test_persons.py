"""The contract of what a person may ask: found, handed over whole, corrected, and then nowhere."""

import json
from io import StringIO

import pytest

from storage.__main__ import main
from storage.desk import OPERATOR
from storage.desk.person_rows import SECRET, owned
from storage.desk.persons import token_in
from storage.tables import metadata
from tests.storage.desk_verbs import ANNA, CONTACT, package, share
from tests.storage.verbs import save, started

PLANTED = "CANARY"
NOT_HERS = {"instance", "bank_text", "sign_in", "attempt"}
"""Tables without a row about an assessment."""
NEWS = {"company": CONTACT.company, "verdict": "fix_first", "levels": {}, "outcome": None}


@pytest.fixture
def her(store):
    """Somebody with answers, a result, a share, a call about it, a step and an event to tell."""
    begun, tab = started(store, **{"answer:OWN-01": 3, "note:OWN-01": f"{PLANTED} note"})
    save(store, begun, tab, {"priority:0:name": f"{PLANTED} priority"})
    store.finish(begun.record.id, {"words": PLANTED})
    store.desk.sharing.facilitate(begun.record.id, ANNA)
    contact = {"name": CONTACT.name, "email": CONTACT.email, "company": CONTACT.company}
    sent = package({"contact": contact, "answers": {}})
    shared = share(store, begun, sent, announce=NEWS).shared
    call = store.desk.calls.open(shared.id, ANNA)
    epoch = store.desk.calls.open_tab(call.id)
    store.desk.calls.save(call.id, epoch, {"notes": f"{PLANTED} call"}, {}, "one", ANNA)
    store.desk.steps.add(shared.id, {"text": PLANTED, "source": "call"}, "one", ANNA)
    return begun, shared


def test_she_is_found_by_address_link_token_and_either_id_and_by_nothing_else(store, her):
    begun, shared = her
    started(store, **{"answer:OWN-01": 1})
    ways = [
        CONTACT.email.upper(),
        f"https://site.example/result?t={begun.token}&tab=2",
        begun.token,
        begun.record.id,
        shared.id,
    ]
    for way in ways:
        (found,) = store.desk.persons.find(way)
        assert (found.assessment_id, found.share_id) == (begun.record.id, shared.id)
    assert found.rows["field"] == 3
    for way in ("\udcff", "\x00", f"{CONTACT.email}\x00", "' OR 1=1 --", "https://[t?t=x"):
        assert store.desk.persons.find(way) == ()
        assert store.desk.persons.as_consultant(way) == {}
    for way in ("%", "", "mina", f"x{CONTACT.email}", begun.token[:-1], f"?t={begun.token[:-1]}"):
        assert store.desk.persons.find(way) == ()


def test_every_table_is_hers_or_is_named_as_not_hers():
    assert {table.name for table, _ in owned("")} == set(metadata.tables) - NOT_HERS


def test_what_is_handed_over_is_every_row_and_no_secret(store, her):
    begun, shared = her
    whole = store.desk.persons.export(begun.record.id)
    assert all(whole[table.name] for table, _ in owned(begun.record.id)), "no table is empty"
    text = json.dumps(whole)
    for kind in ("note", "priority", "call"):
        assert f"{PLANTED} {kind}" in text
    assert whole["share"][0]["email"] == CONTACT.email
    assert whole["share_copy"][0]["copy"]["contact"]["name"] == CONTACT.name
    assert {line["what"] for line in whole["audit"]} == {"shared", "changed"}
    assert not any(f'"{secret}"' in text for secret in SECRET)
    assert store.desk.audit.read(share_id=shared.id)[0].what == "exported"
    assert store.desk.persons.export("nobody") is None


def test_a_correction_is_everywhere_and_what_is_shared_is_still_as_shown(store, her):
    begun, shared = her
    right = {"name": "Mina Okafor-Lind", "company": "Acme Pumps & Sons"}
    assert store.desk.persons.correct(begun.record.id, right).done
    now = store.desk.sharing.read(begun.record.id)
    assert now.is_as_shown
    contact = now.package.contact
    assert (contact.name, contact.company) == tuple(right.values())
    assert contact.email == CONTACT.email
    assert json.loads(now.package.copy)["contact"]["company"] == right["company"]
    delivery = store.desk.outbox.claim()
    assert delivery.payload["company"] == right["company"]
    (line, *_) = store.desk.audit.read()
    assert (line.who, line.what, line.share_id) == (OPERATOR, "corrected", shared.id)


def test_a_wrong_correction_changes_nothing(store, her):
    begun, shared = her
    corrected = store.desk.persons.correct(begun.record.id, {"name": "Right", "email": "wrong"})
    assert not corrected.done
    assert [each.name for each in corrected.refused] == ["email"]
    assert store.desk.sharing.read(begun.record.id) == shared
    unshared, _ = started(store)
    assert not store.desk.persons.correct(unshared.record.id, {"name": "Right"}).done


def test_what_is_erased_is_in_no_table_and_the_log_keeps_only_that_it_happened(store, her):
    begun, shared = her
    other, _ = started(store, **{"answer:OWN-01": 1})
    store.desk.persons.erase(begun.record.id)
    assert store.desk.persons.find(begun.record.id) == ()
    assert store.open(begun.token) is None
    assert store.open(other.token) == other.record
    (line, *_) = store.desk.audit.read()
    assert (line.who, line.what, line.share_id) == (OPERATOR, "deleted", shared.id)


def test_the_commands_do_all_of_it_and_say_what_remains(url, store, her, capsys, monkeypatch):
    begun, _ = her

    def run(*words):
        code = main(["person", *words, "--store", url])
        return code, capsys.readouterr()

    code, said = run("find", CONTACT.email)
    assert code == 0
    assert begun.record.id in said.out
    assert "share_copy 1" in said.out
    assert PLANTED not in said.out + said.err
    monkeypatch.setattr("sys.stdin", StringIO(f"https://site.example/?t={begun.token}\n"))
    code, said = run("export", "-")
    assert json.loads(said.out)["assessments"][0]["assessment"][0]["id"] == begun.record.id
    assert run("correct", CONTACT.email)[0] == 2
    assert run("correct", CONTACT.email, "--email", "nobody")[0] == 2
    code, said = run("correct", CONTACT.email, "--email", "mina@acme.example")
    assert (code, "Corrected in 1 share." in said.out) == (0, True)
    code, said = run("erase", "mina@acme.example")
    assert (code, "Nothing was deleted." in said.err) == (2, True)
    assert store.open(begun.token) is not None
    code, said = run("erase", "mina@acme.example", "--yes")
    assert (code, "1 assessments" in said.out, "Backups" in said.out) == (0, True, True)
    assert store.open(begun.token) is None
    assert run("find", "mina@acme.example")[0] == 2


def test_a_consultant_is_told_what_is_kept_of_her(url, store, her, capsys):
    named = store.desk.persons.as_consultant(ANNA.upper())
    assert {line["what"] for line in named["audit"]} == {"changed"}
    assert main(["person", "find", ANNA, "--store", url]) == 0
    assert "As a consultant: audit" in capsys.readouterr().out


@pytest.mark.parametrize("text", ["https://[broken?t=x", "", "plain"])
def test_what_is_no_link_is_taken_as_it_is(text):
    assert token_in(text) == text
