"""No licence comes in that nobody has read, and no permission stays that nobody needs."""

import pytest

from supply.licences import ALLOWED, Allowed, allowed, installed, unexpected
from supply.pins import pins
from tests.test_dependencies import ROOT

RULES = allowed(ALLOWED.read_text("utf-8"))


@pytest.fixture(scope="module")
def licences():
    return installed()


def test_every_installed_package_has_a_licence_that_somebody_has_allowed(licences):
    assert unexpected(licences, RULES) == []
    here = {pin.name for pin in pins((ROOT / "requirements-dev.lock").read_text()) if pin.here}
    assert here <= set(licences)


def test_no_permission_is_left_over(licences):
    assert {name for name in RULES.exceptions if name not in licences} == set()
    stated = set(licences.values()) | {
        part for each in licences.values() for part in each.split("; ")
    }
    assert RULES.permissive - stated == set()


def test_what_is_deployed_asks_for_no_more_than_its_reasons_say(licences):
    deployed = {pin.name for pin in pins((ROOT / "requirements-postgresql.lock").read_text())}
    weak = ("MPL", "LGPL", "OFL", "Mozilla", "Library or Lesser")
    for name in deployed & set(RULES.exceptions):
        licence, reason = RULES.exceptions[name]
        assert any(word in licence for word in weak), name
        assert reason


@pytest.mark.parametrize(
    "licence", ["GPL-3.0-only", "AGPL-3.0", "UNKNOWN", "", "MIT; GPL-3.0-only"]
)
def test_a_licence_that_nobody_has_allowed_is_named_with_its_package(licence):
    (line,) = unexpected({"stranger": licence, "friend": "MIT"}, RULES)
    assert line == f"stranger: “{licence}” is not in supply/licences.toml"


def test_a_permission_is_for_the_licence_that_was_read():
    rules = Allowed(frozenset({"MIT"}), {"certifi": ("MPL-2.0", "unchanged")})
    assert unexpected({"certifi": "MPL-2.0"}, rules) == []
    assert len(unexpected({"certifi": "AGPL-3.0"}, rules)) == 1
