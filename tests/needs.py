"""What some tests need besides Python: found and returned, or the test ends with a sentence why.

Under CI=true a missing browser or database server is a failure, because a skipped test proves
nothing and nobody reads skips there. On a laptop it is a skip that says what was not tested.
"""

import os
import shutil
from pathlib import Path
from typing import NoReturn

import pytest

BROWSERS = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)
SERVER_PROGRAMS = ("initdb", "postgres", "pg_ctl")


def missing(what: str, cure: str) -> NoReturn:
    """Fail in CI, skip elsewhere."""
    if os.environ.get("CI", "").lower() in {"1", "true", "yes"}:
        pytest.fail(f"{what} was not found, and CI tests nothing without it: {cure}.")
    pytest.skip(f"{what} was not found, so this was not tested: {cure}.")


def need_browser() -> Path:
    """Return the Chromium to drive: the one that BROWSER_PATH names, or the first one installed."""
    if found := found_browser():
        return found
    missing("Chromium", "install it, or name it in BROWSER_PATH")


def found_browser() -> Path | None:
    """The same, or nothing."""
    for name in (os.environ.get("BROWSER_PATH", ""), *BROWSERS):
        if found := shutil.which(name):
            return Path(found)
    return None


def need_database() -> Path:
    """Return the folder that holds PostgreSQL's server programs, for a throwaway server."""
    folders = [Path(folder) for folder in os.environ.get("PATH", "").split(os.pathsep) if folder]
    # Debian keeps them off the PATH, one folder per major version; the highest is the newest.
    debian = Path("/usr/lib/postgresql").glob("*/bin")
    folders += sorted(debian, key=lambda folder: int(folder.parent.name), reverse=True)
    for folder in folders:
        if all(shutil.which(program, path=str(folder)) for program in SERVER_PROGRAMS):
            return folder
    missing("PostgreSQL's server", "install it, or put its programs on PATH")


def need_nginx() -> Path:
    """Return nginx. Debian keeps it where only root's PATH leads."""
    places = os.pathsep.join([os.environ.get("PATH", ""), "/usr/sbin", "/usr/local/sbin"])
    if found := shutil.which("nginx", path=places):
        return Path(found)
    missing("nginx", "install it, or put it on PATH")
