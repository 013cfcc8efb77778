"""The settings of serving: what is right is read, what is wrong stops the start and is told."""

import pytest

from web.serving import insist, serving

FRAMED, HOSTS = "DIAGNOSTIC_FRAMED_BY", "DIAGNOSTIC_HOSTS"
PROXIES, HSTS = "DIAGNOSTIC_TRUSTED_PROXIES", "DIAGNOSTIC_HSTS_DAYS"


def test_without_settings_nobody_is_trusted_and_every_name_is_ours():
    read = serving({})
    assert (read.framed_by, read.hosts, read.proxies, read.hsts_days) == ((), frozenset(), (), 0)
    assert not read.trusts("127.0.0.1")
    insist(*read.problems)


def test_lists_are_read_with_spaces_or_commas_and_in_any_case():
    read = serving(
        {
            FRAMED: "https://WWW.example.com, https://*.example.org:8443\thttp://localhost",
            HOSTS: "check.example.com 203.0.113.7",
            PROXIES: "10.0.0.0/24 fd00::1",
            HSTS: " 365 ",
        }
    )
    assert read.problems == ()
    assert read.framed_by == (
        *("https://www.example.com", "https://*.example.org:8443", "http://localhost"),
    )
    assert read.hosts == {"check.example.com", "203.0.113.7"}
    assert read.hsts_days == 365
    trusted = ("10.0.0.9", "fd00::1", "10.0.1.9", "fd00::2", "nobody")
    assert [read.trusts(each) for each in trusted] == [True, True, False, False, False]


@pytest.mark.parametrize(
    ("name", "entry"),
    [
        (FRAMED, "www.example.com"),
        (FRAMED, "https://example.com/page"),
        (FRAMED, "'self'"),
        (FRAMED, "*"),
        (FRAMED, "https://*"),
        (FRAMED, "https://example.com;script-src"),
        (FRAMED, "https://example.com:99999"),
        (FRAMED, "javascript:alert(1)"),
        (FRAMED, "https://user@example.com"),
        (HOSTS, "https://example.com"),
        (HOSTS, "example.com:443"),
        (HOSTS, "*.example.com"),
        (HOSTS, "a" * 300),
        (PROXIES, "proxy.example.com"),
        (PROXIES, "10.0.0.1/24"),
        (PROXIES, "0.0.0.0/0"),
        (PROXIES, "::/0"),
        (PROXIES, "*"),
        (HSTS, "-1"),
        (HSTS, "731"),
        (HSTS, "a year"),
    ],
)
def test_what_cannot_be_meant_stops_the_start_with_its_place_and_what_to_write(name, entry):
    read = serving({name: entry})
    assert len(read.problems) == 1
    assert read.problems[0].startswith(f"{name}: {entry[:100]!r} ")
    assert any(word in read.problems[0] for word in ("Write ", "Name the "))
    with pytest.raises(SystemExit, match="was not started"):
        insist(*read.problems)


def test_every_problem_is_told_at_once():
    read = serving({FRAMED: "a https://b c", PROXIES: "d", HSTS: "e"})
    assert [each.partition(" ")[0] for each in read.problems] == [
        *(f"{FRAMED}:", f"{FRAMED}:", f"{PROXIES}:", f"{HSTS}:"),
    ]
    assert read.framed_by == ("https://b",)
