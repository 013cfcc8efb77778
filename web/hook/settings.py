"""The two settings of the webhook, read strictly: what can be read in two ways is no address."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from storage.desk.announcing import WEBHOOK

SECRET: Final = "DIAGNOSTIC_WEBHOOK_SECRET"
"""Setting: what the signature is made with; the receiving system has it as well."""
LEAST_SECRET: Final = 32
MOST_SECRET: Final = 200
MOST_ADDRESS: Final = 2_000
ADDRESS: Final = re.compile(
    r"https://(?P<host>[A-Za-z0-9.-]{1,253})(?::(?P<port>[0-9]{1,5}))?"
    r"(?P<target>(?:/[A-Za-z0-9._~!$&'()*+,;=:@%/-]*)?(?:\?[A-Za-z0-9._~!$&'()*+,;=:@%/?-]*)?)"
)
"""No user, no brackets, no backslash, no fragment, ASCII only: nothing that parsers disagree on."""
LABEL: Final = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?")
NUMBER: Final = re.compile(r"[0-9]+|0x[0-9a-f]*")
"""A last label that makes of a host an IPv4 address, in decimal, octal or hexadecimal."""
INSIDE: Final = frozenset(
    {"localhost", "local", "localdomain", "internal", "intranet", "lan", "home", "corp", "private"}
    | {"test", "invalid", "onion", "arpa"}
)
"""Last labels of names that mean a machine or a network of one’s own, or none at all."""

NO_HTTPS: Final = f"{WEBHOOK} has to begin with https://."
NO_USER: Final = f"{WEBHOOK} must not hold a user or a password; the signature shows who sends."
NO_ADDRESS: Final = (
    f"{WEBHOOK} is not an address such as https://hooks.example.com/path; "
    "letters outside ASCII are written as xn--… and %…, and it has no part after #."
)
NO_NAME: Final = f"{WEBHOOK} needs the public name of a host, not a number and not a name inside."
NO_PORT: Final = f"{WEBHOOK} has a port that does not exist; leave it out for 443."
NO_SECRET: Final = (
    f"{SECRET} has to be {LEAST_SECRET} to {MOST_SECRET} visible ASCII characters, "
    "chosen at random."
)
NOT_ALONE: Final = f"{SECRET} is set, but {WEBHOOK} is not."


@dataclass(frozen=True, slots=True)
class Hook:
    """Where events are told, and the secret that signs them; neither shows when it is printed."""

    host: str
    port: int
    target: str = field(repr=False)
    secret: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Read:
    """What the settings say: a hook, or none; and a sentence for each thing to put right."""

    hook: Hook | None
    problems: tuple[str, ...] = ()


def read(settings: Mapping[str, str]) -> Read:
    """The webhook that the settings name, usually `os.environ`. With a problem there is none.

    No problem repeats what is in a setting: addresses of webhooks are often secrets themselves.
    """
    address, secret = settings.get(WEBHOOK, "").strip(), settings.get(SECRET, "").strip()
    if not address:
        return Read(None, (NOT_ALONE,) if secret else ())
    problems = [found for found in (_wrong_address(address), _wrong_secret(secret)) if found]
    match = ADDRESS.fullmatch(address)
    if problems or match is None:
        return Read(None, tuple(problems))
    target = match["target"] if match["target"].startswith("/") else f"/{match['target']}"
    return Read(Hook(match["host"].lower(), int(match["port"] or 443), target, secret.encode()))


def _wrong_address(address: str) -> str | None:
    if not address.startswith("https://"):
        return NO_HTTPS
    authority = re.split(r"[/?#\\]", address.removeprefix("https://"), maxsplit=1)[0]
    if "@" in authority:
        return NO_USER
    match = ADDRESS.fullmatch(address)
    if authority.startswith("[") or (match and _is_inside(match["host"].lower())):
        return NO_NAME
    if match is None or len(address) > MOST_ADDRESS:
        return NO_ADDRESS
    return None if 0 < int(match["port"] or 443) < 65536 else NO_PORT


def _is_inside(host: str) -> bool:
    labels = host.split(".")
    strange = any(not LABEL.fullmatch(label) for label in labels)
    return strange or len(labels) < 2 or labels[-1] in INSIDE or bool(NUMBER.fullmatch(labels[-1]))


def _wrong_secret(secret: str) -> str | None:
    plain = secret.isascii() and secret.isprintable() and " " not in secret
    return None if plain and LEAST_SECRET <= len(secret) <= MOST_SECRET else NO_SECRET
