"""The page of sharing: empty, filled in, shared, withdrawn, with a store that fails."""

import json
import re

import pytest

from access.rates import rates
from discovery.consent import make_consent
from storage import NotRead, NotSaved, StoreFault
from storage.desk.shares import DeskSharing
from tests.ui.way import BANK, begin, fields, html, open_page, stored
from tests.web.signed_in import SET_UP
from ui import brand_file, session

MINA = {"name": "Mina Okafor", "email": "mina@acme.example", "company": "Acme Pumps"}
PLANTED = {"note:OWN-01": "planted note", "priority:0:owner_ref": "planted owner"}


@pytest.fixture(autouse=True)
def somebody_to_share_with(monkeypatch):
    """A consultant could sign in here."""
    monkeypatch.setenv("DIAGNOSTIC_PASSPHRASE", SET_UP["DIAGNOSTIC_PASSPHRASE"])


def firm():
    return brand_file.shown().name


def opened(**changed):
    token = begin({**fields("full"), **changed})
    return token, open_page("share", token)


def keyed(page, kind, name):
    """The widget whose key ends so."""
    (found,) = [each for each in getattr(page, kind) if each.key.endswith(f":{name}")]
    return found


def fill_in(page, **entries):
    for name, text in {**MINA, **entries}.items():
        keyed(page, "text_input", f"share:{name}").set_value(text).run()
    return tick(page, "share:agree")


def tick(page, name):
    keyed(page, "checkbox", name).check().run()
    return page


def press(page, name="share"):
    keyed(page, "button", name).click().run()
    return page


def shared(token):
    """What the store holds as shared."""
    return session.store().desk.sharing.read(session.store().open(token).id)


def words(page):
    kinds = ("title", "header", "markdown", "caption")
    told = "\n".join(each.value for kind in kinds for each in getattr(page.main, kind))
    return re.sub("<[^>]+>", " ", f"{told}\n{html(page)}").replace("\\", "")


def test_nothing_is_filled_in_and_the_button_waits_for_the_consent():
    _, page = opened()
    assert not page.exception
    assert [each.value for each in page.text_input if "share:" in each.key] == ["", "", ""]
    assert [each.value for each in page.checkbox] == [False] * 4
    assert keyed(page, "button", "share").disabled
    assert words(page).count("Still empty") == 3
    consent = make_consent(BANK, firm(), 12)
    assert all(paragraph in words(page) for paragraph in consent.paragraphs)
    assert [each.label.replace("\\", "") for each in page.checkbox][2:] == [
        consent.agree,
        consent.marketing,
    ]


def test_what_is_typed_is_stored_by_nothing_but_the_button():
    token, page = opened()
    fill_in(page)
    tick(page, "share:marketing").run()
    held = json.dumps(stored(token))
    assert not any(text in held for text in MINA.values())
    assert shared(token) is None


def test_every_line_of_the_list_is_in_the_stored_copy_and_the_reverse():
    token, page = opened(**PLANTED)
    fill_in(page)
    listed = re.findall("<dt>(.*?)</dt><dd>(.*?)</dd>", html(page))
    press(page)
    assert page.title[0].value.startswith("Shared with")
    kept = shared(token)
    assert kept.is_as_shown
    assert (kept.package.contact.name, kept.package.consent.marketing) == (MINA["name"], False)
    after = re.findall("<dt>(.*?)</dt><dd>(.*?)</dd>", html(page))
    assert after == listed
    assert "planted" not in kept.package.copy + html(page)


def test_notes_and_owners_go_along_only_if_they_are_ticked():
    token, page = opened(**PLANTED)
    assert "planted" not in html(page)
    tick(tick(fill_in(page), "share:notes"), "share:owners")
    assert {"planted note", "planted owner"} <= set(re.findall("planted [a-z]+", html(page)))
    press(page)
    assert PLANTED["note:OWN-01"] in shared(token).package.copy


@pytest.mark.parametrize(
    ("entry", "text", "said"),
    [
        ("name", "", "Your name: Please fill this in."),
        ("email", "mina at acme", "Your work e-mail: This is not an e-mail address"),
        ("company", "Ac\u200bme", "Your company: This has invisible characters"),
    ],
)
def test_what_is_wrong_is_said_beside_its_field_and_nothing_typed_is_lost(entry, text, said):
    token, page = opened()
    fill_in(page, **{entry: text})
    assert said not in words(page)
    press(page)
    assert said in words(page)
    assert shared(token) is None
    typed = {**MINA, entry: text}
    assert {name: keyed(page, "text_input", f"share:{name}").value for name in typed} == typed
    keyed(page, "text_input", f"share:{entry}").set_value(MINA[entry]).run()
    assert said not in words(page)
    assert shared(press(page) and token).package.contact.email == MINA["email"]


def test_hostile_text_is_drawn_literally():
    _, page = opened()
    fill_in(page, company="<b>![i](http://evil.example/x.png)</b> :red[x]")
    assert "<b>!" not in html(page)
    press(page)
    assert not page.exception
    assert "](http" not in "".join(each.value for each in page.markdown)


def test_an_answer_that_changed_after_the_list_was_drawn_is_shown_before_it_is_sent():
    token, page = opened()
    fill_in(page)
    store = session.store()
    record = store.open(token)
    other = store.open_tab(record.id)
    store.save(record.id, other, {"answer:OWN-01": 0}, dict(record.seqs), "other")
    press(page)
    assert "look at it once more" in words(page).lower()
    assert shared(token) is None
    press(page)
    assert shared(token) is not None


def test_the_marketing_answer_is_kept_with_its_words():
    token, page = opened()
    press(tick(fill_in(page), "share:marketing"))
    consent = shared(token).package.consent
    made = make_consent(BANK, firm(), 12)
    assert (consent.marketing, consent.marketing_text) == (True, made.marketing)
    assert (consent.version, consent.text) == (
        made.version,
        "\n\n".join((*made.paragraphs, made.agree)),
    )


def test_answers_changed_since_can_be_shared_again_and_replace_the_copy():
    token, page = opened()
    press(fill_in(page))
    first = shared(token)
    store = session.store()
    record = store.open(token)
    changed = {"answer:OWN-01": 4 if record.fields["answer:OWN-01"] != 4 else 0}
    store.save(record.id, store.open_tab(record.id), changed, dict(record.seqs), "other")
    page.run()
    assert "You have changed answers since" in words(page)
    assert keyed(page, "text_input", "share:name").value == MINA["name"]
    press(tick(page, "share:agree"))
    second = shared(token)
    assert (second.id, second.number) == (first.id, 2)
    assert second.package.copy != first.package.copy
    assert "You have changed answers since" not in words(page)


def test_withdrawing_asks_once_and_says_what_was_deleted():
    token, page = opened()
    press(fill_in(page))
    store = session.store()
    store.desk.calls.open(shared(token).id, "anna@firm.example")
    assert keyed(page, "button", "withdraw").disabled
    press(tick(page, "share:sure"), "withdraw")
    assert shared(token) is None
    assert "Deleted: what you shared and 1 call." in words(page)
    assert page.title[0].value.startswith("Share with")
    assert [each.value for each in page.text_input if "share:" in each.key] == ["", "", ""]
    assert stored(token)["answer:OWN-01"] == fields("full")["answer:OWN-01"]


def test_a_store_that_fails_is_said_and_nothing_typed_is_lost(monkeypatch):
    token, page = opened()
    fill_in(page)

    def broken(*given, **how):
        raise NotSaved("disk_full", "The disk is full.", "Try again later.")

    with monkeypatch.context() as broke:
        broke.setattr(DeskSharing, "share", broken)
        press(page)
        assert "Nothing was sent. The disk is full." in words(page)
    with monkeypatch.context() as broke:
        broke.setattr(DeskSharing, "read", lambda *_: raised(NotRead("gone", "It is gone.", "")))
        page.run()
        assert "Sharing has to wait. It is gone." in words(page)
        assert keyed(page, "button", "share").disabled
        assert keyed(page, "text_input", "share:email").value == MINA["email"]
    press(page.run())
    assert shared(token) is not None


def raised(fault: StoreFault):
    raise fault


def test_what_was_shared_stays_on_the_page_while_the_store_cannot_be_asked(monkeypatch):
    _, page = opened()
    press(fill_in(page))
    monkeypatch.setattr(DeskSharing, "read", lambda *_: raised(NotRead("gone", "It is gone.", "")))
    page.run()
    assert page.title[0].value.startswith("Shared with")
    assert keyed(page, "button", "withdraw").disabled


def test_deleting_says_beforehand_and_afterwards_what_of_the_shared_side_goes():
    token, page = opened()
    assert "You have shared nothing" in words(open_page("delete", token))
    press(fill_in(page))
    page = open_page("delete", token)
    assert "goes too, with the notes of calls" in words(page)
    page.checkbox[0].check().run()
    page.button(key="delete").click().run()
    assert "Deleted: what you shared." in words(page)


def test_a_page_where_nobody_can_sign_in_or_book_shares_with_nobody(monkeypatch):
    monkeypatch.delenv("DIAGNOSTIC_PASSPHRASE")
    token, page = opened()
    assert "This site shares with nobody" in words(page)
    assert not page.text_input
    assert "This site shares with nobody" in words(open_page("result", token))


def test_a_time_that_nobody_can_name_is_not_agreed_to(monkeypatch):
    monkeypatch.setenv("DIAGNOSTIC_KEEP_SHARED_MONTHS", "a while")
    _, page = opened()
    assert "does not say for how long" in words(page)


def test_who_began_it_on_a_call_is_said():
    token, _ = opened()
    store = session.store()
    store.desk.sharing.facilitate(store.open(token).id, "anna@firm.example")
    page = open_page("share", token)
    assert "anna@firm.example began this with you on a call" in words(page).replace("\u2060", "")


def test_sharing_too_often_is_told_and_sends_nothing():
    token, page = opened()
    record = session.store().open(token).id
    for _ in range(12):
        rates().count("share", "127.0.0.1", record)
    press(fill_in(page))
    assert "Too many results were shared from one private link within an hour" in html(page)
    assert "Nothing was sent. Please try again in 60 minutes." in html(page)
    assert shared(token) is None
    assert keyed(page, "text_input", "share:name").value == MINA["name"]
