"""Threat 21: nobody gets past a ceiling by writing an address in another way."""

import pytest
from starlette.datastructures import Headers

from access.rates import Rates, TooMany, ceilings
from tests.loops import in_a_loop
from web.serving import serving
from web.visitors import Visitors

pytestmark = pytest.mark.threat(21)

PROXY, SENDER = "10.0.0.1", "203.0.113.7"
SAME = ["::ffff:203.0.113.7", "::FFFF:203.0.113.7", "::ffff:cb00:7107", "0:0:0:0:0:ffff:cb00:7107"]
SAME_6 = [f"2001:db8:1:2:{rest}" for rest in (":1", "ffff::", "1:2:3:4", "0:0:0:0", "a:b:c:d")]
FORGED = [
    f"{before}, {SENDER}"
    for before in (
        *("127.0.0.1", "::1", "10.0.0.1", "1.2.3.4", "1.2.3.4, 5.6.7.8", "unknown", "", ",,,"),
        *("localhost", "[::1]", "[::1]:80", "1.2.3.4:80", "a" * 5000, "1.2.3.4, " * 500, "<b>"),
    )
]


@pytest.mark.parametrize("what", ["start", "paper", "brief", "upload", "import", "share"])
@pytest.mark.parametrize("address", SAME)
def test_one_address_in_another_spelling_has_no_ceiling_of_its_own(what, address):
    rates = Rates(dict.fromkeys(ceilings({})[0], 1))
    rates.count(what, SENDER)
    with pytest.raises(TooMany):
        rates.count(what, address)


@pytest.mark.parametrize("address", SAME_6)
def test_the_many_addresses_of_one_customer_share_a_ceiling(address):
    rates = Rates(dict.fromkeys(ceilings({})[0], 1))
    rates.count("start", "2001:db8:1:2::9")
    with pytest.raises(TooMany):
        rates.count("start", address)


@pytest.mark.parametrize("forged", FORGED, ids=range(len(FORGED)))
@pytest.mark.parametrize("peer", [PROXY, SENDER])
def test_what_a_sender_writes_before_his_own_address_changes_nothing(forged, peer):
    seen = []

    async def app(scope, receive, send):
        seen.append(scope["client"][0])

    headers = Headers({"x-forwarded-for": forged}).raw
    scope = {"type": "http", "client": (peer, 1), "headers": headers, "scheme": "http"}
    trusting = serving({"DIAGNOSTIC_TRUSTED_PROXIES": PROXY})
    in_a_loop(Visitors(app, trusting)(scope, None, None))
    assert seen == [SENDER]
