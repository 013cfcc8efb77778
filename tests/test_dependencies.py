"""Every dependency is justified, locked by hash, and free of anybody's index or folder."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PYPROJECT = (ROOT / "pyproject.toml").read_text("utf-8")
PROJECT = tomllib.loads(PYPROJECT)["project"]
RUNTIME = PROJECT["dependencies"]
EXTRAS = PROJECT["optional-dependencies"]
EVERYTHING = [*RUNTIME, *EXTRAS["dev"], *EXTRAS["cjk"], *EXTRAS["postgresql"]]
LOCKS = {
    "requirements.lock": RUNTIME,
    "requirements-postgresql.lock": RUNTIME + EXTRAS["postgresql"],
    "requirements-dev.lock": EVERYTHING,
}


def pins(lock):
    """Return each pin of a lock file as its first line and the number of its hashes."""
    text = (ROOT / lock).read_text("utf-8").replace(" \\\n", " ")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    return {line.split(" --hash")[0].strip(): line.count("--hash=sha256:") for line in lines}


def plain(requirement):
    return re.split(r"[\[=<>!~; ]", requirement)[0].lower().replace("_", "-")


@pytest.mark.parametrize("requirement", sorted(set(EVERYTHING)))
def test_every_dependency_has_its_reason_beside_it(requirement):
    assert re.search(rf'"{re.escape(requirement)}", +# \w.+', PYPROJECT)


@pytest.mark.parametrize("lock", LOCKS)
def test_every_dependency_is_locked_to_one_version_with_hashes(lock):
    locked = pins(lock)
    assert {plain(requirement) for requirement in LOCKS[lock]} <= {plain(pin) for pin in locked}
    assert [pin for pin, hashes in locked.items() if "==" not in pin or not hashes] == []


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_no_index_no_address_and_no_folder(lock):
    text = (ROOT / lock).read_text("utf-8")
    assert re.findall(r"^-.*|.*(?:://|file:| @ |/).*", text, re.MULTILINE) == []


def test_the_development_lock_contains_the_others():
    assert set(pins("requirements.lock")) <= set(pins("requirements-postgresql.lock"))
    assert set(pins("requirements-postgresql.lock")) <= set(pins("requirements-dev.lock"))


def test_no_extra_brings_what_the_development_set_does_not_test():
    assert {each for name in ("cjk", "postgresql") for each in EXTRAS[name]} <= set(EXTRAS["dev"])


@pytest.mark.parametrize("lock", LOCKS)
def test_reportlab_comes_without_its_bidi_extra(lock):
    assert not {"rlbidi", "pyfribidi"} & {plain(pin) for pin in pins(lock)}
