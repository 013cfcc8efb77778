"""Threat 20: an audit that saw less than the whole lock, in whatever way, is never called good."""

import json

import pytest

from supply.audit import GOOD, NOT_SEEN, judge

pytestmark = pytest.mark.threat(20)

LOCK = "alembic==1.20.1 \\\n    --hash=sha256:00\nzlib-ng==1.0 \\\n    --hash=sha256:00\n"
ONE = {"name": "alembic", "version": "1.20.1", "vulns": []}
TWO = {"name": "zlib-ng", "version": "1.0", "vulns": []}
UNSEEN = {
    "nothing": [],
    "only the first": [ONE],
    "only the second": [TWO],
    "the first twice": [ONE, ONE],
    "an older version": [ONE, {**TWO, "version": "0.9"}],
    "a newer version": [ONE, {**TWO, "version": "1.0.post1"}],
    "a name with a space": [ONE, {**TWO, "name": "zlib-ng "}],
    "a look-alike": [ONE, {**TWO, "name": "zlib-nɡ"}],
    "skipped": [ONE, {"name": "zlib-ng", "version": "1.0", "skip_reason": "x"}],
    "no version": [ONE, {**TWO, "version": ""}],
    "another package": [ONE, {**TWO, "name": "zlib"}],
}
NO_REPORT = ["", " ", "{", "[]", "{}", "null", "0", '"x"', '{"dependencies": 0}', "<html>", "\x00"]
NO_LOCK = ["", "# nothing\n", "alembic\n", "alembic>=1\n", "-r other.txt\n", "alembic~=1.20\n"]


@pytest.mark.parametrize("how", UNSEEN)
def test_a_report_that_leaves_a_pin_out_is_not_good(how):
    assert judge("a.lock", LOCK, json.dumps({"dependencies": UNSEEN[how]}), "").code == NOT_SEEN


@pytest.mark.parametrize("report", NO_REPORT)
def test_what_is_no_report_is_not_good(report):
    assert judge("a.lock", LOCK, report, "").code == NOT_SEEN


@pytest.mark.parametrize("lock", NO_LOCK)
def test_a_lock_that_pins_nothing_is_not_good(lock):
    assert judge("a.lock", lock, json.dumps({"dependencies": [ONE]}), "").code == NOT_SEEN


def test_a_whole_report_is_good():
    assert judge("a.lock", LOCK, json.dumps({"dependencies": [ONE, TWO]}), "").code == GOOD
