"""The bill of materials of what is deployed: CycloneDX, made from the lock and nothing else."""

import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

from supply.pins import ROOT, pins, plain

VERSION: Final = "1.6"


class WrongBill(Exception):  # noqa: N818  said to whoever runs the command
    """What was made is no bill of materials after the schema of CycloneDX."""


def bill(lock: Path, licences: Mapping[str, str]) -> str:
    """The bill as JSON: every pin with its hashes, and its licence where it is installed here.

    Made twice from one lock it is the same, letter for letter. Raises `WrongBill`.
    """
    command = [sys.executable, "-m", "cyclonedx_py", "requirements", str(lock)]
    command += ["--pyproject", str(ROOT / "pyproject.toml"), "--spec-version", VERSION]
    command += [
        "--output-reproducible",
        "--no-validate",
    ]  # that is done below, with the licences in
    ran = subprocess.run(command, capture_output=True, text=True)
    if ran.returncode:
        raise WrongBill(ran.stderr.strip())
    made = json.loads(ran.stdout)
    for component in made["components"]:
        component.pop("description", None)  # the line of the lock once more
        if licence := licences.get(plain(component["name"])):
            component["licenses"] = [{"license": {"name": licence}}]
    listed = {(plain(each["name"]), each["version"]) for each in made["components"]}
    if listed != {(pin.name, pin.version) for pin in pins(lock.read_text("utf-8"))}:
        raise WrongBill("The bill does not name the packages of the lock.")
    return valid(json.dumps(made, indent=1, sort_keys=True) + "\n")


def valid(text: str) -> str:
    """The text itself, if it follows the schema; raises `WrongBill` if it does not."""
    if wrong := JsonStrictValidator(SchemaVersion.from_version(VERSION)).validate_str(text):
        raise WrongBill(str(wrong).partition("\n")[0])
    return text
