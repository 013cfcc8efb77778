"""Three people's scorecards opened in full, line by line, as somebody read and approved them.

After a change that is meant to move a line: `python -m tests.scoring.test_explained_outlines`
writes the outlines anew; read the difference before you commit it.
"""

import csv
import io
from collections.abc import Iterator
from dataclasses import replace

import pytest

from scoring import Scorecard
from scoring.explanation import WHOLES, Explanation
from scoring.export.tables import findings_csv, plan_csv
from scoring.rounding import half_up
from tests.scoring.verbs import ROOT, card, person

APPROVED = ROOT / "tests" / "scoring" / "explained"
PEOPLE = ("P1", "P2", "P5", "half")
LONG = 30
"""Longer cells are sentences, which an author may change without asking a test."""

SINGLES = ("OWN-01", "REV-02", "V1", "move:REV-05", "priority:0")


def outline(node: Explanation, depth: int = 0) -> Iterator[str]:
    """One line a node: how it is made, what it weighs, what was chosen."""
    value = "-" if node.value is None else f"{half_up(node.value):g}"
    words = [node.id, node.kind, value]
    words += [f"x{half_up(node.weight):g}"] if node.weight is not None else []
    words += [f"[{node.choice}]"] if node.choice is not None else []
    words += ["*"] if node.binding else []
    yield "  " * depth + " ".join(words)
    for part in node.parts:
        yield from outline(part, depth + 1)


def somebody(name: str) -> Scorecard:
    """A persona, or P1 with much of it left open."""
    if name != "half":
        return card(person(name))
    given = person("P1")
    first, second, third = given.priorities
    open_parts = (
        replace(first, owner=None, threshold=None),
        replace(second, review_form=None, review_cadence=None),
        replace(third, process=None, review_cadence=None),
    )
    answers = {
        item: level for item, level in given.answers.items() if item[-2:] not in ("02", "07")
    }
    return card(replace(given, priorities=open_parts, answers=answers, budget=None))


def opened(result: Scorecard) -> str:
    names = [*WHOLES, *SINGLES, *(f"contradiction:{entry.code}" for entry in result.contradictions)]
    return "\n".join(line for name in names for line in outline(result.explain(name))) + "\n"


def tables(result: Scorecard) -> str:
    """The two files a respondent takes along; the bank's sentences are only said to be there."""
    sentences = {item.first_move for item in result.bank.items}
    files = [findings_csv(result), plan_csv(result)]
    rows = [row for file in files for row in csv.reader(io.StringIO(file.decode("utf-8-sig")))]
    return "".join(
        "|".join("…" if len(cell) > LONG or cell in sentences else cell for cell in row) + "\n"
        for row in rows
    )


@pytest.mark.parametrize("name", PEOPLE)
def test_the_tables_are_as_approved(name: str) -> None:
    approved = (APPROVED / f"{name}_tables.txt").read_text(encoding="utf-8")
    assert tables(somebody(name)) == approved


@pytest.mark.parametrize("name", PEOPLE)
def test_a_scorecard_opens_as_approved(name: str) -> None:
    approved = (APPROVED / f"{name}.txt").read_text(encoding="utf-8")
    assert opened(somebody(name)) == approved


if __name__ == "__main__":
    for who in PEOPLE:
        (APPROVED / f"{who}.txt").write_text(opened(somebody(who)), encoding="utf-8")
        (APPROVED / f"{who}_tables.txt").write_text(tables(somebody(who)), encoding="utf-8")
