"""Where a request comes from: nobody becomes somebody else by writing a header."""

import pytest

from tests.loops import in_a_loop
from web.serving import serving
from web.visitors import Visitors


def seen(peer: str, *forwarded: str, proto: str = "", proxies: str = "10.0.0.0/24", kind="http"):
    """The address and scheme that the app sees."""
    headers = [(b"x-forwarded-for", each.encode("latin-1")) for each in forwarded]
    if proto:
        headers.append((b"x-forwarded-proto", proto.encode()))
    scheme = "http" if kind == "http" else "ws"
    scope = {"type": kind, "client": (peer, 1), "scheme": scheme, "headers": headers}

    async def app(scope, receive, send):
        assert scope["client"][1] == 1

    settings = serving({"DIAGNOSTIC_TRUSTED_PROXIES": proxies})
    in_a_loop(Visitors(app, settings)(scope, None, None))
    return scope["client"][0], scope["scheme"]


@pytest.mark.parametrize(
    ("forwarded", "address"),
    [
        (["203.0.113.7"], "203.0.113.7"),
        (["6.6.6.6, 203.0.113.7"], "203.0.113.7"),
        (["6.6.6.6", "203.0.113.7, 10.0.0.8"], "203.0.113.7"),
        (["203.0.113.7:4711"], "203.0.113.7"),
        (["[2001:db8::7]:4711"], "2001:db8::7"),
        (["::ffff:203.0.113.7"], "203.0.113.7"),
        (["10.0.0.8, 10.0.0.9"], "10.0.0.1"),
        (["203.0.113.7, nonsense"], "10.0.0.1"),
        (["6.6.6.6, " + "10.0.0.8, " * 40 + "10.0.0.9"], "10.0.0.1"),
        ([""], "10.0.0.1"),
        ([], "10.0.0.1"),
    ],
)
def test_a_proxy_of_ours_names_the_last_that_is_no_proxy_of_ours(forwarded, address):
    assert seen("10.0.0.1", *forwarded) == (address, "http")


def test_a_stranger_names_nobody_and_nothing():
    assert seen("203.0.113.7", "6.6.6.6", proto="https") == ("203.0.113.7", "http")
    assert seen("127.0.0.1", "6.6.6.6", proto="https", proxies="") == ("127.0.0.1", "http")


def test_a_proxy_says_that_the_browser_spoke_https():
    assert seen("10.0.0.1", "203.0.113.7", proto="https") == ("203.0.113.7", "https")
    assert seen("10.0.0.1", proto="https", kind="websocket") == ("10.0.0.1", "wss")
    assert seen("10.0.0.1", proto="gopher") == ("10.0.0.1", "http")
