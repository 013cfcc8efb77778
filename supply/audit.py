"""Looks the locked versions up among known vulnerabilities, and never calls it good unseen.

pip-audit ends with 0 when it could look at nothing, and with 1 both for a vulnerability and for a
network that is not there. Only its report, held against the lock pin by pin, tells them apart.
"""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any, Final, NamedTuple

from supply.pins import pins, plain

GOOD, VULNERABLE, NOT_SEEN = 0, 1, 3
PATIENCE: Final = 300.0
"""Seconds for the whole look-up."""


class Verdict(NamedTuple):
    """How `make audit` ends: its exit code, and the lines that say why."""

    code: int
    lines: list[str]


def audit(lock: Path) -> Verdict:
    """Look up every pin of a lock file that this platform wants."""
    command = [sys.executable, "-m", "pip_audit", "--requirement", str(lock), "--require-hashes"]
    command += ["--disable-pip", "--strict", "--format=json", "--progress-spinner=off"]
    try:
        ran = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE)
    except subprocess.TimeoutExpired:
        return not_seen(lock.name, f"there was no answer within {PATIENCE:.0f} seconds")
    return judge(lock.name, lock.read_text("utf-8"), ran.stdout, ran.stderr)


def judge(name: str, lock: str, report: str, said: str) -> Verdict:
    """What a report of pip-audit means for a lock; `said` is what it wrote beside it."""
    try:
        found = list(json.loads(report)["dependencies"])
    except (ValueError, KeyError, TypeError):
        return not_seen(name, last_line(said) or "pip-audit gave no report")
    wanted = {(pin.name, pin.version) for pin in pins(lock) if pin.here}
    seen = {(plain(each["name"]), each["version"]) for each in found if "vulns" in each}
    if not wanted or not wanted <= seen:
        missed = ", ".join(f"{pin} {version}" for pin, version in sorted(wanted - seen))
        return not_seen(name, f"the report leaves out {missed or 'everything'}")
    lines = [line for each in found for line in vulnerabilities(each)]
    if lines:
        return Verdict(VULNERABLE, [*lines, f"{name}: {len(lines)} known vulnerabilities."])
    return Verdict(GOOD, [f"{name}: {len(wanted)} packages looked up, no known vulnerability."])


def vulnerabilities(each: dict[str, Any]) -> list[str]:
    """One line for each vulnerability of a package, with the versions that mend it."""
    return [
        f"{each['name']} {each['version']}: {known['id']}; mended in "
        f"{', '.join(known.get('fix_versions', [])) or 'no version yet'}"
        for known in each.get("vulns", [])
    ]


def not_seen(name: str, why: str) -> Verdict:
    """Nothing is known, which is not the same as nothing is wrong."""
    line = f"Could not look: {why}"
    advice = "Nothing is known about these versions. Try again where advisories can be reached."
    return Verdict(NOT_SEEN, [f"{name}: {line.rstrip('.')}.", advice])


def last_line(said: str) -> str:
    """The last line that is not empty, without anything that colours it, at most 300 letters."""
    lines = [line.strip() for line in said.splitlines() if line.strip()]
    return "".join(each for each in lines[-1] if each.isprintable())[:300] if lines else ""
