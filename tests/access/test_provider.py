"""A provider that could not be relied on is no way to sign in, and a sentence says why."""

import pytest

from access.provider import provider_problem

GOOD = {
    "redirect_uri": "https://assess.firm.example/oauth2callback",
    "cookie_secret": "s" * 32,
    "client_id": "diagnostic",
    "client_secret": "hidden away",
    "server_metadata_url": "https://login.firm.example/.well-known/openid-configuration",
}


@pytest.mark.parametrize(
    "other",
    [
        {},
        {"redirect_uri": "http://localhost:{port}/deep/oauth2callback"},
        {"server_metadata_url": "http://127.0.0.1:9000/.well-known/openid-configuration"},
    ],
)
def test_settings_that_can_be_relied_on_have_no_problem(other):
    assert provider_problem(GOOD | other) is None


@pytest.mark.parametrize(
    ("other", "said"),
    [
        ({"client_secret": ""}, "lacks client_secret"),
        ({"client_id": 7, "redirect_uri": None}, "lacks redirect_uri, client_id"),
        ({"cookie_secret": "s" * 31}, "fewer than 32 characters"),
        ({"redirect_uri": "https://assess.firm.example/"}, "does not end in /oauth2callback"),
        (
            {"redirect_uri": "https://a.example/x?/oauth2callback"},
            "does not end in /oauth2callback",
        ),
        ({"server_metadata_url": "http://login.firm.example/x"}, "does not begin with https://"),
        ({"server_metadata_url": "http://127.0.0.1.evil.test/"}, "does not begin with https://"),
        ({"server_metadata_url": "login.firm.example/x"}, "does not begin with https://"),
    ],
    ids=lambda each: each if isinstance(each, str) else "",
)
def test_what_is_wrong_is_said_without_a_secret(other, said):
    problem = provider_problem(GOOD | other)
    assert said in problem
    assert problem.endswith("so no work account can sign in.")
    assert "hidden away" not in problem
    assert "sss" not in problem


def test_a_provider_by_a_name_is_not_the_one_that_is_asked():
    assert "lacks client_id" in provider_problem({**GOOD, "client_id": None, "okta": GOOD})
