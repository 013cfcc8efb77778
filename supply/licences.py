"""The licence of everything installed, held against those that somebody has looked at."""

import json
import subprocess
import sys
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from supply.pins import plain

ALLOWED = Path(__file__).with_name("licences.toml")


class Allowed(NamedTuple):
    """Licences that any package may have, and single packages with another one and a reason."""

    permissive: frozenset[str]
    exceptions: Mapping[str, tuple[str, str]]


def allowed(text: str) -> Allowed:
    """The allow-list out of its file's text."""
    read = tomllib.loads(text)
    exceptions = {
        name: (each["licence"], each["reason"]) for name, each in read["packages"].items()
    }
    return Allowed(frozenset(read["permissive"]), exceptions)


def installed() -> dict[str, str]:
    """The licence of each package of this environment, as the package states it."""
    command = [sys.executable, "-m", "piplicenses", "--format=json", "--with-system"]
    listed = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    return {plain(each["Name"]): each["License"] for each in listed}


def unexpected(licences: Mapping[str, str], rules: Allowed) -> list[str]:
    """A line for each package whose licence nobody has allowed."""
    lines = []
    for name, licence in sorted(licences.items()):
        parts = set(licence.split("; "))
        if parts <= rules.permissive or licence in rules.permissive:
            continue
        if rules.exceptions.get(name, (None,))[0] != licence:
            lines.append(f"{name}: “{licence}” is not in supply/licences.toml")
    return lines
