"""Every setting that the code reads is in the table of docs/settings.md, and no other is."""

import re

import pytest

from tests.test_architecture import ROOT, sources

NAME = re.compile(r"DIAGNOSTIC_[A-Z_]+[A-Z]")
PAGE = (ROOT / "docs" / "settings.md").read_text("utf-8")
READ = {
    name: path.relative_to(ROOT)
    for _, path in sources(ROOT)
    for name in NAME.findall(path.read_text("utf-8"))
}


@pytest.mark.parametrize("name", READ)
def test_a_setting_that_is_read_has_a_row_that_says_what_happens_without_it(name):
    row = rf"^\| `{name}` \| \S.+ \| \S.+ \|$"
    assert re.search(row, PAGE, re.MULTILINE), f"{READ[name]} reads {name}"


def test_no_row_is_about_a_setting_that_nobody_reads():
    assert set(NAME.findall(PAGE)) - set(READ) == set()
