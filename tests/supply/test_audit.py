"""An audit is good only if every pin was looked at; anything else says that it could not look."""

import json

import pytest

from supply import audit as auditing
from supply.audit import GOOD, NOT_SEEN, VULNERABLE, audit, judge
from tests.test_dependencies import ROOT

LOCK = (
    "alembic==1.20.1 \\\n    --hash=sha256:00\n"
    "typing-extensions==4.16.0 \\\n    --hash=sha256:00\n"
    "tzdata==2026.1 ; sys_platform == 'beos' \\\n    --hash=sha256:00\n"
)
ALEMBIC = {"name": "alembic", "version": "1.20.1", "vulns": []}
TYPING = {"name": "typing_extensions", "version": "4.16.0", "vulns": []}
HOLE = {"id": "PYSEC-1", "fix_versions": ["1.20.2"], "aliases": [], "description": "x"}


def judged(*found, said=""):
    return judge("a.lock", LOCK, json.dumps({"dependencies": found, "fixes": []}), said)


def test_every_pin_of_this_platform_looked_up_without_a_find_is_good():
    assert judged(ALEMBIC, TYPING) == (
        GOOD,
        ["a.lock: 2 packages looked up, no known vulnerability."],
    )


def test_a_vulnerability_is_named_with_the_version_that_mends_it():
    code, lines = judged({**ALEMBIC, "vulns": [HOLE]}, TYPING)
    assert code == VULNERABLE
    assert lines[0] == "alembic 1.20.1: PYSEC-1; mended in 1.20.2"


@pytest.mark.parametrize(
    "found",
    [
        (),
        (ALEMBIC,),
        (ALEMBIC, {**TYPING, "version": "4.15.0"}),
        (ALEMBIC, {"name": "typing-extensions", "skip_reason": "Dependency not found"}),
    ],
)
def test_a_pin_that_was_not_looked_at_is_never_good(found):
    code, lines = judged(*found)
    assert code == NOT_SEEN
    assert "a.lock: Could not look: the report leaves out" in lines[0]
    assert "typing-extensions 4.16.0" in lines[0]


@pytest.mark.parametrize("report", ["", "[]", "null", '{"dependencies": null}', "Traceback …"])
def test_no_report_is_said_with_the_tools_own_last_words(report):
    code, lines = judge("a.lock", LOCK, report, "warning\nConnectionError: no \x1bway\n\n")
    assert code == NOT_SEEN
    assert lines[0] == "a.lock: Could not look: ConnectionError: no way."
    assert "Nothing is known about these versions." in lines[1]


def test_where_nothing_can_be_reached_the_real_tool_is_never_taken_for_good(monkeypatch):
    # A proxy that nobody listens at: the same as no network, wherever this runs.
    for name in ("HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    for name in ("NO_PROXY", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(auditing, "PATIENCE", 60.0)
    code, lines = audit(ROOT / "requirements.lock")
    assert code == NOT_SEEN
    assert "Could not look" in lines[0]
