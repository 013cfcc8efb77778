"""Nothing is told to an address that is not on the internet, however it is written or named."""

import socket

import pytest

from web.hook.addresses import NotAllowed, checked, is_public, resolved
from web.hook.sending import NotTold, Sender
from web.hook.settings import Hook

pytestmark = pytest.mark.threat(14)

PUBLIC = ("8.8.8.8", "1.1.1.1", "93.184.215.14", "2606:4700:4700::1111", "2a00:1450:4001:80b::200e")
CLOSED = """
    0.0.0.0 0.1.2.3 10.0.0.1 10.255.255.255 100.64.0.1 100.100.100.200 127.0.0.1 127.255.255.254
    168.63.129.16 169.254.0.1 169.254.169.254 169.254.170.2 172.16.0.1 172.31.255.255 192.0.0.1
    192.0.0.192 192.0.2.1 192.88.99.1 192.168.0.1 198.18.0.1 198.19.255.255 198.51.100.7
    203.0.113.9 224.0.0.1 239.255.255.250 240.0.0.1 255.255.255.255
    :: ::1 ::127.0.0.1 ::ffff:127.0.0.1 ::ffff:10.0.0.1 ::ffff:8.8.8.8 ::ffff:169.254.169.254
    ::ffff:0:127.0.0.1 64:ff9b::7f00:1 64:ff9b::808:808 64:ff9b:1::1 100::1 2001::1
    2001:0:4136:e378:8000:63bf:3fff:fdd2 2001:db8::1 2002:7f00:1::1 2002:a9fe:a9fe::1 3fff::1
    5f00::1 fc00::1 fd00:ec2::254 fd12:3456:789a::1 fe80::1 fe80::1%eth0 fec0::1 ff02::1 ff0e::1
    2606:4700:4700::1111%1
"""
NO_ADDRESS = """
    2130706433 0177.0.0.1 0x7f.0.0.1 0x7f000001 017700000001 127.1 127.0.1 127.0.0.01 1.1.1.1.
    1.1.1.1/32 [::1] localhost １.1.1.1
"""


@pytest.mark.parametrize("address", PUBLIC)
def test_a_public_address_may_be_told(address):
    assert is_public(address)


@pytest.mark.parametrize(
    "address", [*CLOSED.split(), *NO_ADDRESS.split(), "", " 8.8.8.8", "8.8.8.8\n"]
)
def test_this_address_is_never_told(address):
    assert not is_public(address)


@pytest.mark.parametrize("closed", CLOSED.split())
@pytest.mark.parametrize("order", [1, -1])
def test_one_closed_address_among_public_ones_is_enough_to_refuse(closed, order):
    found = ["93.184.215.14", closed, "2606:4700:4700::1111"][::order]
    with pytest.raises(NotAllowed) as refused:
        checked("hooks.example.com", 443, lambda host, port: found, is_public)
    assert closed not in str(refused.value)


def test_a_name_without_an_address_is_a_fault():
    with pytest.raises(OSError, match="no address"):
        checked("hooks.example.com", 443, lambda host, port: [], is_public)


def test_what_this_machine_calls_itself_is_refused_by_its_address():
    with pytest.raises(NotAllowed):
        checked("localhost", 443, resolved, is_public)


def test_a_name_of_the_own_machine_meets_the_rule_that_production_has(receiver):
    sender = Sender(Hook("localhost", receiver.port, "/", b"x"), trust=receiver.trust())
    with pytest.raises(NotTold, match="not public"):
        sender.send(b"{}", {})
    assert receiver.connections == 0


def test_a_name_that_changes_its_address_is_asked_once_and_gains_nothing(
    receiver, sender_of, monkeypatch
):
    """Rebinding: public when it is checked, loopback when it is connected to."""
    asked, reached = [], []

    def rebinding(host, port):
        asked.append(host)
        return ["93.184.215.14"] if len(asked) == 1 else ["127.0.0.1"]

    def connects(place, timeout=None):
        reached.append(place)
        raise ConnectionRefusedError

    monkeypatch.setattr(socket, "create_connection", connects)
    with pytest.raises(NotTold, match="no connection"):
        sender_of(resolve=rebinding, allowed=is_public).send(b"{}", {})
    assert (asked, reached) == (["hooks.example.com"], [("93.184.215.14", receiver.port)])
    with pytest.raises(NotTold, match="not public"):
        sender_of(resolve=rebinding, allowed=is_public).send(b"{}", {})
    assert (len(asked), len(reached), receiver.connections) == (2, 1, 0)
