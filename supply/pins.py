"""What a lock file pins: names, versions and for which platforms."""

import re
from pathlib import Path
from typing import NamedTuple

from packaging.markers import Marker

ROOT = Path(__file__).resolve().parent.parent
DEPLOYED = ROOT / "requirements-postgresql.lock"
"""Everything that a deployment may hold; the plain lock is a part of it."""


class Pin(NamedTuple):
    """One package of a lock; `here` says whether this platform and Python want it."""

    name: str
    version: str
    here: bool


def plain(name: str) -> str:
    """A package's name in the one spelling that every tool understands."""
    return re.sub(r"[-_.]+", "-", name).lower()


def pins(lock: str) -> list[Pin]:
    """The pins of a lock file's text, in its order."""
    found = re.findall(r"^([\w.-]+)==([^\s;\\]+)(?: *; *([^\\\n]+))?", lock, re.MULTILINE)
    return [
        Pin(plain(name), version, not marker or Marker(marker.strip()).evaluate())
        for name, version, marker in found
    ]
