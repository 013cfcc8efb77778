"""The settings of the sign-in, as values; what cannot be used turns its way to sign in off."""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from functools import lru_cache
from hashlib import sha256
from typing import Any, Final

from access.passphrase import is_hash

PASSPHRASE: Final = "DIAGNOSTIC_PASSPHRASE"
"""Setting: the argon2id hash of the local passphrase, as `make passphrase` prints it."""
CONSULTANTS: Final = "DIAGNOSTIC_CONSULTANTS"
"""Setting: addresses and `@domains` whose work accounts may sign in, with commas or spaces."""
HOURS: Final = "DIAGNOSTIC_SIGN_IN_HOURS"
"""Setting: how long a sign-in lasts, in whole hours."""

COOKIE: Final = "diagnostic_desk"
"""The cookie that holds a consultant's token."""
BROWSER: Final = "diagnostic_browser"
"""The cookie by which a browser is known that the passphrase was right in; it opens nothing."""
BROWSER_DAYS: Final = 30
LOCAL: Final = "consultant"
"""Who signs in with the passphrase, in the audit log and beside what is written."""
WORK: Final = "work account"
BY_PASSPHRASE: Final = "passphrase"
USUAL_HOURS: Final = 12
MOST_HOURS: Final = 24 * 7

HOST: Final = r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}"
ENTRY: Final = re.compile(rf"(?:[a-z0-9.!#$%&'+/=?^_`{{|}}~-]{{1,64}})?@{HOST}")
ADDRESS: Final = re.compile(rf"[a-z0-9.!#$%&'*+/=?^_`{{|}}~-]{{1,64}}@{HOST}")
"""In ASCII, so that no letter passes for another."""


@dataclass(frozen=True, slots=True)
class Access:
    """Who may sign in and for how long. `problems` are sentences for the operator, no secrets."""

    passphrase: str | None = field(default=None, repr=False)
    consultants: frozenset[str] = frozenset()
    lasting: timedelta = timedelta(hours=USUAL_HOURS)
    problems: tuple[str, ...] = ()

    @property
    def mark(self) -> str | None:
        """Names the passphrase in force without giving it or its hash away; `None` without one."""
        return sha256(self.passphrase.encode()).hexdigest() if self.passphrase else None

    def how(self, identity: str, under: str | None) -> str | None:
        """How somebody of this name signs in today, *passphrase* or *work account*.

        `under` is the `mark` at the time of the sign-in: with another passphrase since, it is over.
        `None` says that nobody of this name may be signed in, whatever was true yesterday.
        """
        if identity == LOCAL:
            return BY_PASSPHRASE if self.passphrase and under == self.mark else None
        return WORK if self.lists(identity) else None

    def lists(self, address: str) -> bool:
        """Whether an e-mail address is on the list, by itself or by its whole domain."""
        address = address.lower() if address.isascii() else ""
        if len(address) > 254 or not ADDRESS.fullmatch(address):
            return False
        return address in self.consultants or f"@{address.partition('@')[2]}" in self.consultants

    def admits(self, claims: Mapping[str, Any]) -> str | None:
        """The address of a work account that may sign in, in lower case; `None` for any other.

        `claims` are what the provider says: the address counts only if it says that it has
        verified it.
        """
        address, verified = claims.get("email"), claims.get("email_verified")
        if not isinstance(address, str) or verified not in (True, "true"):
            return None
        return address.lower() if self.lists(address) else None


def access() -> Access:
    """The settings as they are now."""
    return _read(*(os.environ.get(name, "").strip() for name in (PASSPHRASE, CONSULTANTS, HOURS)))


@lru_cache(maxsize=8)
def _read(passphrase: str, consultants: str, hours: str) -> Access:
    problems = []
    if passphrase and not is_hash(passphrase):
        problems.append(
            f"{PASSPHRASE} is not an argon2id hash, so nobody can sign in with a passphrase. "
            "Make one with `make passphrase`; in a shell it stands in single quotes."
        )
    entries = [each.lower() for each in re.split(r"[\s,;]+", consultants) if each]
    wrong = [each for each in entries if not ENTRY.fullmatch(each)]
    problems += [
        f"{CONSULTANTS} holds {each!r}, which is neither an address nor an @domain; it is left out."
        for each in wrong
    ]
    lasting = int(hours) if hours.isascii() and hours.isdecimal() and len(hours) < 4 else 0
    if hours and not 1 <= lasting <= MOST_HOURS:
        problems.append(
            f"{HOURS} is not a number of hours from 1 to {MOST_HOURS}; "
            f"a sign-in lasts {USUAL_HOURS} hours."
        )
    return Access(
        passphrase=passphrase if is_hash(passphrase) else None,
        consultants=frozenset(entries) - frozenset(wrong),
        lasting=timedelta(hours=lasting if 1 <= lasting <= MOST_HOURS else USUAL_HOURS),
        problems=tuple(problems),
    )
