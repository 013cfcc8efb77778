"""How often one address, link or session may do what costs us something, in any hour.

Counted in the memory of this process: several replicas each count for themselves, and a restart
forgets (docs/decisions/018-count-per-process.md). Addresses share a high ceiling, because an office
is one address; a link or a session has a low one.
"""

import os
import time
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from ipaddress import IPv6Address, ip_address, ip_network
from math import ceil
from typing import Final

from limits import RateLimitItemPerHour
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter

from events import say

STARTS: Final = "DIAGNOSTIC_STARTS_PER_HOUR"
"""Setting: assessments that one address may begin in an hour."""
PAPERS: Final = "DIAGNOSTIC_PAPERS_PER_HOUR"
"""Setting: PDFs that are made for one address in an hour."""
IMPORTS: Final = "DIAGNOSTIC_IMPORTS_PER_HOUR"
"""Setting: answer files that one address may open in an hour."""
SHARES: Final = "DIAGNOSTIC_SHARES_PER_HOUR"
"""Setting: times that one address may share in an hour."""
MOST: Final = 1_000_000

FREE_WRONG_LINKS: Final = 30
"""Wrong links of one address in an hour that are answered at once."""
PAUSE: Final = 2.0
"""Seconds that each further one waits for its answer. A right link never waits."""
ONE_CUSTOMER: Final = 64
"""Bits of an IPv6 address that one customer of a network has in common."""


@dataclass(frozen=True, slots=True)
class Rate:
    """What may be done how often in an hour: by an address, and by one link or session.

    `many` says what there was too much of, `whose` what the one is, `kept` what is as it was.
    """

    setting: str
    address: int
    one: int | None
    many: str
    kept: str
    whose: str = ""


LINK: Final = "one private link"
TAB: Final = "one browser tab"

RATES: Final[Mapping[str, Rate]] = {
    "start": Rate(STARTS, 600, None, "assessments were begun", "Nothing was begun."),
    "paper": Rate(PAPERS, 600, 40, "PDFs were made", "Your answers are as they were.", LINK),
    "brief": Rate(PAPERS, 600, 120, "PDFs were made", "Nothing was changed.", "one sign-in"),
    "upload": Rate(IMPORTS, 600, 30, "files were sent", "This one was not kept.", TAB),
    "import": Rate(IMPORTS, 600, 20, "answer files were opened", "Nothing was stored.", TAB),
    "share": Rate(SHARES, 300, 12, "results were shared", "Nothing was sent.", LINK),
}


class TooMany(Exception):  # noqa: N818  what is said to the visitor is no error
    """Something was asked for too often; its text is for the visitor, `seconds` say when again."""

    def __init__(self, rate: Rate, most: int, whose: str, seconds: int) -> None:
        minutes = ceil(seconds / 60)
        again = "in a minute" if minutes == 1 else f"in {minutes} minutes"
        super().__init__(
            f"Too many {rate.many} from {whose} within an hour; the most is {most}. {rate.kept} "
            f"Please try again {again}."
        )
        self.seconds = seconds


class Rates:
    """Counts what is done. Safe to use from any thread."""

    def __init__(self, most: Mapping[str, int]) -> None:
        """`most` is what an address may do of each, in an hour."""
        self._most = most
        self._window = MovingWindowRateLimiter(MemoryStorage())

    def count(self, what: str, address: str, one: str = "") -> None:
        """Count one more of `what` by an address and by `one` link or session, if it is named.

        Raises `TooMany`, which counts nothing. Connections from this machine itself are counted
        only by link or session: they are a proxy's, or its operator's own.
        """
        rate = RATES[what]
        if one and rate.one is not None:
            self._take(rate, rate.one, rate.whose, what, "one", one)
        if network := network_of(address):
            self._take(rate, self._most[what], "your network", what, "address", network)

    def wrong_link(self, address: str) -> float:
        """Count a wrong link; the seconds that its answer should wait."""
        network = network_of(address)
        free = RateLimitItemPerHour(FREE_WRONG_LINKS)
        if not network or self._window.hit(free, "link", network):
            return 0.0
        say("limit_hit", limit="link")
        return PAUSE

    def _take(self, rate: Rate, most: int, whose: str, *key: str) -> None:
        item = RateLimitItemPerHour(most)
        if not self._window.hit(item, *key):
            say("limit_hit", limit=key[0])
            until = self._window.get_window_stats(item, *key).reset_time
            raise TooMany(rate, most, whose, max(1, ceil(until - time.time())))


def network_of(address: str) -> str:
    """What counts as one address; empty for this machine itself and for what is no address."""
    try:
        known = ip_address(address.partition("%")[0])
    except ValueError:
        return ""
    if isinstance(known, IPv6Address):
        known = known.ipv4_mapped or known
    if known.is_loopback:
        return ""
    if isinstance(known, IPv6Address):
        return str(ip_network((known, ONE_CUSTOMER), strict=False))
    return str(known)


@cache
def rates() -> Rates:
    """The counts of this process, with the ceilings that are set."""
    return Rates(ceilings(os.environ)[0])


def ceilings(settings: Mapping[str, str]) -> tuple[dict[str, int], tuple[str, ...]]:
    """What an address may do of each in an hour, and a sentence for each setting to put right."""
    most, problems = {}, {}
    for what, rate in RATES.items():
        text = settings.get(rate.setting, "").strip()
        number = int(text) if text.isascii() and text.isdecimal() and len(text) < 8 else 0
        most[what] = number if 1 <= number <= MOST else rate.address
        if text and not 1 <= number <= MOST:
            problems[rate.setting] = (
                f"{rate.setting}: {text[:100]!r} is not a number an hour. Write 1 to {MOST}, or "
                f"leave it out for {rate.address}."
            )
    return most, tuple(problems.values())
