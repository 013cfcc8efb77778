"""Briefs, run sheet and confirmed scores line by line, as somebody read and approved them.

After a change that is meant to move a line: `python -m tests.discovery.test_approved` writes the
files anew; read the difference before you commit it.
"""

import pytest

from discovery.brief import make_brief
from discovery.confirmed import confirm
from discovery.run_sheet import make_run_sheet
from tests.discovery.outlines import brief_lines, confirmed_lines, run_lines
from tests.scoring.verbs import ROOT, card, person

APPROVED = ROOT / "tests" / "discovery" / "approved"


def written() -> dict[str, list[str]]:
    """Every approved file's name with what it holds today."""
    first, last = card(person("P1")), card(person("P5"))
    return {
        "brief_P1": list(brief_lines(make_brief(first, notes=True, owners=True))),
        "brief_P5": list(brief_lines(make_brief(last, notes=True, owners=True))),
        "run_sheet_P1": list(run_lines(make_run_sheet(first))),
        "confirmed_P1": list(confirmed_lines(confirm(first, {"owner": 1, "trigger": 1}))),
        "confirmed_P5": list(confirmed_lines(confirm(last, {"owner": 1, "budget": 1}))),
    }


@pytest.mark.parametrize("name", sorted(path.stem for path in APPROVED.glob("*.txt")))
def test_it_reads_as_approved(name: str) -> None:
    approved = (APPROVED / f"{name}.txt").read_text(encoding="utf-8")
    assert "\n".join(written()[name]) + "\n" == approved


def test_everything_written_is_approved() -> None:
    assert {path.stem for path in APPROVED.glob("*.txt")} == set(written())


if __name__ == "__main__":
    for title, lines in written().items():
        (APPROVED / f"{title}.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
