"""Threat 23: a page of another site gets no websocket, and the framework never hears of it."""

import pytest

from tests.loops import in_a_loop
from web.serving import serving
from web.surface import Surface

pytestmark = pytest.mark.threat(23)

HOST = "check.example.com"
FOREIGN = """
    null NULL https://evil.example http://evil.example https://check.example.com.evil.example
    https://a.check.example.com https://example.com https://xcheck.example.com
    https://check.example.com:8443 https://check.example.com:80 http://check.example.com:443
    http://check.example.com:8080 https://check.example.comx https://check-example.com
    https://check.example.com@evil.example https://user@check.example.com
    https://u:p@check.example.com https://evil.example#check.example.com
    https://evil.example/check.example.com https://evil.example?check.example.com
    https://evil.example\\@check.example.com https://[::1] http://[::1]:8501 http://[ https://]
    http://127.0.0.1 http://localhost http://0.0.0.0 https://2130706433 file:// file:///etc/passwd
    data: javascript:alert(1) about:blank chrome-extension://abc ws://check.example.com
    wss://check.example.com ftp://check.example.com //check.example.com check.example.com https:
    https:// https:///check.example.com https://check.example.com:x
    https://check.example.com:99999 https://check.example.com:-1 https://сheck.example.com
    https://check。example.com https://check.example.com%00.evil.example * 0 ,
    https://check.example.com,https://evil.example
"""

PORTS = {
    f"{place[0]}://{HOST}:{place[1]}"
    for place in (("https", 8443), ("https", 80), ("http", 443), ("http", 8080))
}
"""Our own name at another port: with the names set, only the name is compared."""


def connects(origins: list[str], host: str = HOST, settings: dict[str, str] | None = None) -> bool:
    """Whether the framework is reached by a handshake with these headers."""
    reached, said = [], []

    async def app(scope, receive, send):
        reached.append(scope)

    async def send(message):
        said.append(message)

    headers = [(b"host", host.encode())]
    headers += [(b"origin", each.encode("utf-8")) for each in origins]
    scope = {"type": "websocket", "path": "/_stcore/stream", "headers": headers}
    in_a_loop(Surface(app, serving(settings or {}), "", lambda: False)(scope, None, send))
    assert bool(reached) != bool(said)
    return bool(reached)


@pytest.mark.parametrize("origin", ["", *FOREIGN.split()])
def test_a_foreign_origin_is_refused_before_the_framework(origin):
    assert not connects([origin])


@pytest.mark.parametrize("origin", ["", *(each for each in FOREIGN.split() if each not in PORTS)])
def test_it_is_refused_as_well_where_the_names_are_set(origin):
    assert not connects([origin], settings={"DIAGNOSTIC_HOSTS": HOST})


@pytest.mark.parametrize("second", ["https://evil.example", "null", ""])
@pytest.mark.parametrize("order", [1, -1])
def test_two_origins_are_refused(second, order):
    assert not connects([f"https://{HOST}", second][::order])


@pytest.mark.parametrize("origin", ["https://check.example.com", "HTTPS://CHECK.EXAMPLE.COM"])
def test_our_own_page_connects(origin):
    assert connects([origin])
