"""Threat 14: no setting makes the webhook speak to the machine itself or to the network inside."""

import pytest

from storage.desk.announcing import WEBHOOK
from web.hook.settings import SECRET, read

pytestmark = pytest.mark.threat(14)

HOSTS = """
    localhost LOCALHOST localhost. a.localhost metadata.google.internal printer.local nas.lan
    db.corp box.home wiki.intranet x.localdomain a.private a.test a.invalid a.onion
    1.0.0.127.in-addr.arpa 127.0.0.1 127.1 127.0.1 127.0.0.1. 2130706433 0177.0.0.1 0x7f.0.0.1
    0x7f000001 0x7F.1 017700000001 10.0.0.1 172.16.0.1 192.168.0.1 169.254.169.254 2852039166
    0xa9fea9fe 0251.0376.0251.0376 100.100.100.200 0 0.0.0.0 255.255.255.255 8.8.8.8 1.1.1.0x1
    example.0x7f [::1] [::] [fe80::1] [fe80::1%25eth0] [fd00:ec2::254] [::ffff:127.0.0.1]
    [::ffff:7f00:1] [64:ff9b::7f00:1] １２７.0.0.1 ①②⑦.0.0.1 127。0。0。1 lоcalhost.com ｌocalhost
    bücher.example.com ex\u200bample.com user@hooks.example.com user:pass@hooks.example.com
    hooks.example.com@127.0.0.1 127.0.0.1#@hooks.example.com hooks.example.com\\@127.0.0.1
    hooks.example.com:443@127.0.0.1 %31%32%37.0.0.1 hooks.example.com%00.evil.com
    hooks..example.com .example.com -a.example.com a-.example.com a_b.example.com
    hooks.example.com:0 hooks.example.com:65536 hooks.example.com:99999 hooks.example.com:-1
    hooks.example.com:x hooks.example.com: hooks.example.com:443:22 hooks
"""
SCHEMES = """
    http: HTTP: ftp: file: gopher: data: javascript: ws: unix: dict: ldap: ssh: HTTPS: https:/
    https:///
"""


def refused(address: str) -> bool:
    found = read({WEBHOOK: address, SECRET: "x" * 40})
    return found.hook is None and len(found.problems) == 1


@pytest.mark.parametrize("host", HOSTS.split())
def test_a_host_that_is_inside_or_can_be_read_in_two_ways_is_no_webhook(host):
    assert refused(f"https://{host}/hook")


@pytest.mark.parametrize("scheme", SCHEMES.split())
def test_another_way_of_speaking_is_no_webhook(scheme):
    assert refused(f"{scheme}//127.0.0.1/hook")


@pytest.mark.parametrize(
    "target",
    [
        "/a#b",
        "/a b",
        "/a\\b",
        "/a\r\nHost: x",
        "/a\x00",
        "/ä",
        "/a\tb",
        "/<b>",
        '/"',
        "/{x}",
        "/a^b",
    ],
)
def test_an_address_that_could_become_a_second_line_of_a_request_is_no_webhook(target):
    assert refused(f"https://hooks.example.com{target}")
