"""Documents keep their promises: the glossary is complete and every decision shows its doubts."""

import re
from pathlib import Path

import pytest

from tests.test_architecture import MAY_IMPORT

ROOT = Path(__file__).resolve().parent.parent
DECISIONS = sorted((ROOT / "docs" / "decisions").glob("*.md"))
TERMS = """
    Bank, Item, Stem, Option, Anchor, Level, Capability, Dimension, Answer, Assessment, Coverage,
    Priority trace, Budget alignment index, Claim, Evidence, Cap, Finding, Move, Plan, Scorecard,
    Brief, Probe, Recap, Respondent, Consultant, Author, Problem
"""


@pytest.mark.parametrize("term", [term.strip() for term in TERMS.split(",")])
def test_the_glossary_explains(term):
    glossary = (ROOT / "docs" / "glossary.md").read_text("utf-8")
    assert re.search(rf"^\| \*\*{term}\*\* \| \w.{{10,}} \|$", glossary, re.MULTILINE)


@pytest.mark.parametrize("room", MAY_IMPORT)
def test_the_architecture_page_shows_the_arrows_of(room):
    ours, outside = MAY_IMPORT[room]
    page = (ROOT / "docs" / "architecture.md").read_text("utf-8")
    row = re.search(rf"^\| `{room}(?:\.py)?` \|(.*)\|(.*)\|$", page, re.MULTILINE)
    assert row is not None
    named = {name.replace("pyyaml", "yaml") for name in re.findall(r"\w+", row[2])}
    assert named == outside
    assert "all above" in row[1] or set(re.findall(r"\w+", row[1])) == ours


@pytest.mark.parametrize("decision", DECISIONS, ids=lambda path: path.stem)
def test_a_decision_has_context_decision_doubts_and_consequences(decision):
    headings = re.findall(r"^## (.+)$", decision.read_text("utf-8"), re.MULTILINE)
    assert headings == ["Context", "Decision", "Doubts", "Consequences"]


def test_decisions_are_numbered_without_gaps():
    numbers = [int(path.name[:3]) for path in DECISIONS]
    assert numbers == list(range(1, len(numbers) + 1))


@pytest.mark.parametrize("page", ["README.md", "docs/architecture.md", "docs/glossary.md"])
def test_links_between_documents_lead_somewhere(page):
    path = ROOT / page
    links = re.findall(r"\]\(([^)#:]+)\)", path.read_text("utf-8"))
    assert [link for link in links if not (path.parent / link).exists()] == []
