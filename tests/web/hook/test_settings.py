"""The webhook’s address is read in one way only; what is wrong is said without repeating it."""

import pytest

from storage.desk.announcing import WEBHOOK
from tests.web.hook.conftest import SECRET as GOOD
from web.hook.settings import (
    NO_ADDRESS,
    NO_HTTPS,
    NO_NAME,
    NO_PORT,
    NO_SECRET,
    NO_USER,
    NOT_ALONE,
    SECRET,
    read,
)


def reading(address, secret=GOOD):
    return read({WEBHOOK: address, SECRET: secret})


@pytest.mark.parametrize(
    ("address", "read_as"),
    [
        ("https://hooks.example.com", ("hooks.example.com", 443, "/")),
        (" https://Hooks.Example.com/In ", ("hooks.example.com", 443, "/In")),
        ("https://hooks.example.com:8443/a/b?c=d", ("hooks.example.com", 8443, "/a/b?c=d")),
        ("https://hooks.example.com?c=d", ("hooks.example.com", 443, "/?c=d")),
        ("https://xn--bcher-kva.example/%C3%A4", ("xn--bcher-kva.example", 443, "/%C3%A4")),
    ],
)
def test_an_address_is_read(address, read_as):
    found = reading(address)
    assert found.problems == ()
    assert (found.hook.host, found.hook.port, found.hook.target) == read_as


def test_nothing_set_is_no_webhook_and_no_problem():
    assert read({}) == reading("", "") == reading("  ", " ")
    assert (read({}).hook, read({}).problems) == (None, ())
    assert reading("").problems == (NOT_ALONE,)


@pytest.mark.parametrize(
    ("address", "problem"),
    [
        ("http://hooks.example.com/", NO_HTTPS),
        ("HTTPS://hooks.example.com/", NO_HTTPS),
        ("hooks.example.com", NO_HTTPS),
        ("ftp://hooks.example.com", NO_HTTPS),
        ("file:///etc/passwd", NO_HTTPS),
        ("https:/hooks.example.com", NO_HTTPS),
        ("https://user@hooks.example.com/", NO_USER),
        ("https://user:word@hooks.example.com/", NO_USER),
        ("https://hooks.example.com:word@127.0.0.1/", NO_USER),
        ("https://127.0.0.1/", NO_NAME),
        ("https://8.8.8.8/", NO_NAME),
        ("https://2130706433/", NO_NAME),
        ("https://0x7f000001/", NO_NAME),
        ("https://0x7f.0.0.1/", NO_NAME),
        ("https://0177.0.0.1/", NO_NAME),
        ("https://017700000001/", NO_NAME),
        ("https://127.1/", NO_NAME),
        ("https://hooks.0x/", NO_NAME),
        ("https://[::1]/", NO_NAME),
        ("https://[::ffff:127.0.0.1]/", NO_NAME),
        ("https://[fe80::1%25eth0]/", NO_NAME),
        ("https://localhost/", NO_NAME),
        ("https://LOCALHOST:8443/", NO_NAME),
        ("https://localhost./", NO_NAME),
        ("https://hooks.localhost/", NO_NAME),
        ("https://hooks.example.com./", NO_NAME),
        ("https://metadata.google.internal/", NO_NAME),
        ("https://printer.local/", NO_NAME),
        ("https://intranet/", NO_NAME),
        ("https://-a.example.com/", NO_NAME),
        ("https://a..example.com/", NO_NAME),
        ("https://.example.com/", NO_NAME),
        (f"https://{'a' * 64}.example.com/", NO_NAME),
        ("https:///path", NO_ADDRESS),
        ("https://", NO_ADDRESS),
        ("https://hooks.example.com\\@127.0.0.1/", NO_ADDRESS),
        ("https://hooks.example.com#@127.0.0.1/", NO_ADDRESS),
        ("https://hooks.example.com/#part", NO_ADDRESS),
        ("https://hooks.example.com/a b", NO_ADDRESS),
        ("https://hooks.example.com/a\r\nX: y", NO_ADDRESS),
        ("https://hooks.example.com\t/", NO_ADDRESS),
        ("https://hooks%2eexample.com/", NO_ADDRESS),
        ("https://hooks。example.com/", NO_ADDRESS),
        ("https://bücher.example/", NO_ADDRESS),
        ("https://①②⑦.0.0.1/", NO_ADDRESS),
        ("https://hooks.example.com/ä", NO_ADDRESS),
        ("https://hooks.example.com:/", NO_ADDRESS),
        ("https://hooks.example.com:x/", NO_ADDRESS),
        (f"https://hooks.example.com/{'a' * 2000}", NO_ADDRESS),
        ("https://hooks.example.com:0/", NO_PORT),
        ("https://hooks.example.com:65536/", NO_PORT),
    ],
)
def test_an_address_that_is_refused_gets_one_sentence_and_no_webhook(address, problem):
    found = reading(address)
    assert (found.hook, found.problems) == (None, (problem,))


@pytest.mark.parametrize("secret", ["", "short", "x" * 31, "x" * 201, "x" * 31 + "ä", "x " * 20])
def test_a_secret_that_is_none_is_refused(secret):
    assert reading("https://hooks.example.com", secret).problems == (NO_SECRET,)
    assert reading("http://hooks.example.com", secret).problems == (NO_HTTPS, NO_SECRET)


def test_neither_path_nor_secret_shows_when_a_hook_is_printed():
    shown = repr(reading("https://hooks.example.com/planted-path?k=planted"))
    assert "hooks.example.com" in shown
    assert "planted" not in shown
    assert GOOD not in shown
