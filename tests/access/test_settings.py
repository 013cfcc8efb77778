"""What the settings mean, who is on the list, and where one may be sent."""

from datetime import timedelta

import pytest

from access import CONSULTANTS, HOURS, LOCAL, PASSPHRASE, access, own_page
from tests.access.test_passphrase import QUICK

HASH = QUICK.hash("four words by a lake")


@pytest.fixture
def set_to(monkeypatch):
    for name in (PASSPHRASE, CONSULTANTS, HOURS):
        monkeypatch.delenv(name, raising=False)

    def put(**settings):
        for name, value in settings.items():
            monkeypatch.setenv(name, value)
        return access()

    return put


def test_nobody_may_sign_in_until_something_is_set(set_to):
    nothing = set_to()
    assert (nothing.passphrase, nothing.consultants, nothing.problems) == (None, frozenset(), ())
    assert nothing.lasting == timedelta(hours=12)
    assert nothing.how(LOCAL, None) is None
    assert nothing.how("ann@firm.example", None) is None


def test_the_passphrase_opens_for_one_name_and_is_never_shown(set_to):
    local = set_to(DIAGNOSTIC_PASSPHRASE=HASH)
    assert local.how(LOCAL, local.mark) == "passphrase"
    assert local.how("ann@firm.example", None) is None
    assert HASH not in repr(local) + str(local.mark)


def test_a_new_passphrase_ends_what_was_signed_in_with_the_one_before(set_to):
    before = set_to(DIAGNOSTIC_PASSPHRASE=HASH).mark
    after = set_to(DIAGNOSTIC_PASSPHRASE=QUICK.hash("another passphrase"))
    assert [after.how(LOCAL, each) for each in (before, None, after.mark)] == [
        None,
        None,
        "passphrase",
    ]
    assert set_to().how(LOCAL, None) is None


def test_a_setting_that_cannot_be_used_opens_nothing_and_says_why_without_showing_it(set_to):
    wrong = set_to(
        DIAGNOSTIC_PASSPHRASE="plain secret",
        DIAGNOSTIC_CONSULTANTS="ann@firm.example, everybody, *@x.example",
        DIAGNOSTIC_SIGN_IN_HOURS="-1",
    )
    assert wrong.passphrase is None
    assert wrong.consultants == {"ann@firm.example"}
    assert wrong.lasting == timedelta(hours=12)
    assert [line.split()[0] for line in wrong.problems] == [
        PASSPHRASE,
        CONSULTANTS,
        CONSULTANTS,
        HOURS,
    ]
    assert "plain secret" not in "".join(wrong.problems)


@pytest.mark.parametrize(("hours", "lasting"), [("1", 1), ("168", 168), ("169", 12), ("1e2", 12)])
def test_a_sign_in_lasts_as_long_as_is_set_up_to_a_week(set_to, hours, lasting):
    assert set_to(DIAGNOSTIC_SIGN_IN_HOURS=hours).lasting == timedelta(hours=lasting)


LIST = "Ann@Firm.example  ben@other.example,@firm2.example"


@pytest.mark.parametrize(
    "address", ["ann@firm.example", "ANN@FIRM.EXAMPLE", "who.ever+x@firm2.example"]
)
def test_who_is_on_the_list_may_sign_in(set_to, address):
    listed = set_to(DIAGNOSTIC_CONSULTANTS=LIST)
    assert listed.problems == ()
    assert listed.how(address, None) == "work account"
    assert listed.admits({"email": address, "email_verified": True}) == address.lower()


@pytest.mark.parametrize(
    "address",
    [
        "",
        "@firm2.example",
        "ann@firm.example.evil.example",
        "ann@evil.example@firm2.example",
        "eve@sub.firm2.example",
        "eve@xfirm2.example",
        "eve@firm2.example\n",
        "eve@firm2.example ",
        "anna@firm.example",
        "ann@firm\u200b.example",
        "\u0430nn@firm.example",
        "Ann <ann@firm.example>",
        "ann@firm.example,eve@evil.example",
        "x" * 250 + "@firm2.example",
    ],
)
def test_nobody_else_may(set_to, address):
    listed = set_to(DIAGNOSTIC_CONSULTANTS=LIST)
    assert listed.how(address, None) is None
    assert listed.admits({"email": address, "email_verified": True}) is None


@pytest.mark.parametrize(
    "claims",
    [
        {},
        {"email": "ann@firm.example"},
        {"email": "ann@firm.example", "email_verified": False},
        {"email": "ann@firm.example", "email_verified": "false"},
        {"email": "ann@firm.example", "email_verified": 2},
        {"email": ["ann@firm.example"], "email_verified": True},
        {"email": None, "email_verified": True},
        {"preferred_username": "ann@firm.example", "email_verified": True},
    ],
)
def test_an_address_counts_only_when_the_provider_has_verified_it(set_to, claims):
    assert set_to(DIAGNOSTIC_CONSULTANTS=LIST).admits(claims) is None


@pytest.mark.parametrize(
    "page",
    ["shared", "brief?s=4fb1", "desk/4fb1/brief.pdf", "shared?q=a%20b&v=not_yet", "calls-say"],
)
def test_a_page_of_ours_may_be_come_back_to(page):
    assert own_page(page) == page


@pytest.mark.parametrize(
    "page",
    [
        "",
        "/shared",
        "//evil.example",
        "\\\\evil.example",
        "/\\evil.example",
        "https://evil.example",
        "https:evil.example",
        "javascript:alert(1)",
        "desk/../../evil",
        "../evil",
        "shared\n",
        "shared\r\nSet-Cookie: a=b",
        "shared\t",
        " shared",
        "shared#//evil",
        "shared?next=//evil.example",
        "a//evil.example",
        "@evil.example",
        "evil.example:80",
        "signin",
        "signin?next=shared",
        "signout",
        "auth/login",
        "sh\u0430red",
        "x" * 501,
    ],
)
def test_nothing_else_may(page):
    assert own_page(page) is None
