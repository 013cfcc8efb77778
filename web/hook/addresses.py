"""Which internet addresses may be told anything: public ones, and only if a name has no other.

The table is our own, because Python’s `is_global` changes between releases and lets multicast,
6to4 and relays through. It is asked as well: an address has to pass both.
"""

import socket
from collections.abc import Callable
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from typing import Final

Resolve = Callable[[str, int], list[str]]
"""All addresses of a host; raises `OSError` if there are none."""
Allowed = Callable[[str], bool]

CLOSED_4: Final = tuple(
    map(
        ip_network,
        (
            "0.0.0.0/8",  # this network
            "10.0.0.0/8",  # private
            "100.64.0.0/10",  # shared by a provider’s customers
            "127.0.0.0/8",  # this machine
            "168.63.129.16/32",  # a cloud’s own services, at a public address
            "169.254.0.0/16",  # link-local: metadata of most clouds
            "172.16.0.0/12",  # private
            "192.0.0.0/24",  # protocols; one more cloud’s metadata
            "192.0.2.0/24",  # documentation
            "192.88.99.0/24",  # 6to4 relays
            "192.168.0.0/16",  # private
            "198.18.0.0/15",  # measurements inside networks
            "198.51.100.0/24",  # documentation
            "203.0.113.0/24",  # documentation
            "224.0.0.0/4",  # multicast
            "240.0.0.0/4",  # reserved, broadcast
        ),
    )
)
OPEN_6: Final = ip_network("2000::/3")
"""Global unicast. Mapped, translated, unique-local, link-local and multicast lie outside."""
CLOSED_6: Final = tuple(
    map(
        ip_network,
        (
            "2001::/23",  # protocols; Teredo, which holds an IPv4 address
            "2001:db8::/32",  # documentation
            "2002::/16",  # 6to4, which holds an IPv4 address
            "3fff::/20",  # documentation
        ),
    )
)


class NotAllowed(OSError):  # noqa: N818 - says what is wrong
    """A host with an address that must not be told anything. Names no address."""


def is_public(text: str) -> bool:
    """Whether this is the address of a machine on the internet; false for what is no address."""
    try:
        address = ip_address(text)
    except ValueError:
        return False
    if isinstance(address, IPv4Address):
        return address.is_global and not any(address in closed for closed in CLOSED_4)
    return _is_public_6(address)


def _is_public_6(address: IPv6Address) -> bool:
    if address.scope_id is not None or address not in OPEN_6:
        return False
    return address.is_global and not any(address in closed for closed in CLOSED_6)


def resolved(host: str, port: int) -> list[str]:
    """The addresses this machine finds for a host, each once, in its order of preference."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(place[0]) for *_, place in found))


def checked(host: str, port: int, resolve: Resolve, allowed: Allowed) -> list[str]:
    """The addresses of a host, asked for once. Connect to these, never to the name.

    Raises:
        NotAllowed: if a single one is not allowed; who answers for the name may change his mind.
        OSError: if there are none.
    """
    addresses = resolve(host, port)
    if not addresses:
        raise OSError("no address")
    if not all(map(allowed, addresses)):
        raise NotAllowed("not a public address")
    return addresses
