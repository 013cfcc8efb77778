"""The settings of how the diagnostic is served, read strictly: with a mistake it does not start."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from ipaddress import IPv4Network, IPv6Network, ip_address, ip_network
from typing import Final, TypeVar

FRAMED_BY: Final = "DIAGNOSTIC_FRAMED_BY"
"""Setting: the sites that may show the diagnostic in a frame, with spaces between them."""
HOSTS: Final = "DIAGNOSTIC_HOSTS"
"""Setting: the names under which the diagnostic is reached, with spaces between them."""
PROXIES: Final = "DIAGNOSTIC_TRUSTED_PROXIES"
"""Setting: addresses and networks of the proxies in front, with spaces between them."""
HSTS: Final = "DIAGNOSTIC_HSTS_DAYS"
"""Setting: for how many days a browser that came by https shall come by nothing else."""

NAME: Final = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*"
SITE: Final = re.compile(rf"https?://(?:\*\.)?{NAME}(?P<port>:[0-9]{{1,5}})?")
HOST: Final = re.compile(NAME)
MOST_DAYS: Final = 730
LONGEST_NAME: Final = 253

Network = IPv4Network | IPv6Network
Read = TypeVar("Read")


@dataclass(frozen=True, slots=True)
class Serving:
    """Who may frame us, by which names and proxies we are reached, and for how long by https only.

    Names are in lower case. `problems` are sentences for the operator: place, problem, what to do.
    """

    framed_by: tuple[str, ...] = ()
    hosts: frozenset[str] = frozenset()
    proxies: tuple[Network, ...] = ()
    hsts_days: int = 0
    problems: tuple[str, ...] = ()

    def trusts(self, address: str) -> bool:
        """Whether a connection from this address is one of our proxies."""
        try:
            known = ip_address(address)
        except ValueError:
            return False
        return any(known in network for network in self.proxies)


def serving(settings: Mapping[str, str]) -> Serving:
    """What the settings say, usually `os.environ`; every problem at once."""
    problems: list[str] = []
    return Serving(
        tuple(_each(settings, FRAMED_BY, _site, problems)),
        frozenset(_each(settings, HOSTS, _host, problems)),
        tuple(_each(settings, PROXIES, _network, problems)),
        _days(settings.get(HSTS, "").strip(), problems),
        tuple(problems),
    )


def insist(*problems: str) -> None:
    """Stop the start if there is a problem, with all of them in the log."""
    if problems:
        raise SystemExit("The diagnostic was not started:\n" + "\n".join(problems))


def _each(
    settings: Mapping[str, str], name: str, read: Callable[[str], Read], problems: list[str]
) -> list[Read]:
    found = []
    for entry in re.split(r"[\s,]+", settings.get(name, "").strip().lower()):
        if not entry:
            continue
        try:
            found.append(read(entry))
        except ValueError as wrong:
            problems.append(f"{name}: {entry[:100]!r} {wrong}")
    return found


def _site(entry: str) -> str:
    match = SITE.fullmatch(entry)
    if match is None or int((match["port"] or ":0")[1:]) > 65535:
        raise ValueError(
            "is not a site. Write its scheme and name and no path, "
            "such as https://www.example.com; separate several with spaces."
        )
    return entry


def _host(entry: str) -> str:
    if len(entry) > LONGEST_NAME or not (HOST.fullmatch(entry) or _is_address(entry)):
        raise ValueError(
            "is not a name. Write it without scheme, port and path, "
            "such as check.example.com; separate several with spaces."
        )
    return entry


def _is_address(entry: str) -> bool:
    try:
        return bool(ip_address(entry))
    except ValueError:
        return False


def _network(entry: str) -> Network:
    try:
        network = ip_network(entry)
    except ValueError:
        raise ValueError(
            "is neither an address nor a network. Write the proxy’s own, such as 10.0.0.7 or "
            "10.0.0.0/24, with no bit set after the /; separate several with spaces."
        ) from None
    if network.prefixlen == 0:
        raise ValueError(
            "means everybody, so that any visitor could pretend to be any other. "
            "Name the proxy’s own address or network."
        )
    return network


def _days(text: str, problems: list[str]) -> int:
    if not text:
        return 0
    days = int(text) if text.isascii() and text.isdecimal() and len(text) < 5 else -1
    if not 0 <= days <= MOST_DAYS:
        problems.append(
            f"{HSTS}: {text[:100]!r} is not a number of days. Write 0 to {MOST_DAYS}, "
            "or leave it out for none."
        )
        return 0
    return days
