"""The page about structure names every rule that is checked, and every module."""

import re
from pathlib import Path

from tests.report.test_tag_checker import BROKEN

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "paper-structure.md").read_text("utf-8")


def test_the_page_lists_the_rules_of_the_checker_and_no_others():
    table = PAGE.split("| Rules |")[1].split("\n\n")[0]
    listed = [re.findall(r"`([a-z-]+)`", row.split("|")[1]) for row in table.splitlines()[2:]]
    assert {rule for row in listed for rule in row} == set(BROKEN)


def test_the_page_lists_the_modules_that_build_a_document():
    own = {path.name for path in (ROOT / "report" / "tagging").glob("*.py")}
    named = set(re.findall(r"`([a-z]+\.py)`", PAGE))
    assert named <= own
    assert own - named == {"__init__.py", "links.py", "marks.py", "writing.py"}
