"""`docs/method.md` describes the method as it is: every place cited, every number, every code."""

import re
from dataclasses import fields
from fractions import Fraction
from pathlib import Path

import pytest

from bank import load
from bank.verdicts import CAP_CODES, REASON_CODES, RULE_CUTOFFS, VERDICT_CODES

ROOT = Path(__file__).resolve().parent.parent
OURS = ("app.py", "theme.py", *(f"{room}/**/*.py" for room in ("bank", "scoring", "storage", "ui")))
THEIRS = tuple(f"{room}/**/*.py" for room in ("discovery", "report", "pages", "tests"))
DOC = (ROOT / "docs" / "method.md").read_text("utf-8")
BANK = load((ROOT / "questions.yaml").read_bytes(), "questions.yaml")
SECTIONS = re.findall(r"^#+ (\d+(?:\.\d+)?) \S", DOC, re.MULTILINE)
PLACE = r"\d+(?:\.\d+)?"
CITED = re.compile(rf"docs/method\.md ({PLACE}(?:(?:,| to| and) {PLACE})*)")

NUMBERS = {
    f"numbers.{group.name}.{number.name}": getattr(getattr(BANK.numbers, group.name), number.name)
    for group in fields(BANK.numbers)
    for number in fields(getattr(BANK.numbers, group.name))
}


def cited():
    return {
        (str(path.relative_to(ROOT)), place)
        for pattern in (*OURS, *THEIRS)
        for path in ROOT.glob(pattern)
        for places in CITED.findall(path.read_text("utf-8"))
        for place in re.findall(PLACE, places)
    }


def rows(start):
    """The cells of every table row whose first cell begins with `start`, bare of backticks."""
    found = re.findall(rf"^\| (`?{re.escape(start)}\b.*) \|$", DOC, re.MULTILINE)
    return [[cell.strip(" `") for cell in re.split(r"(?<!\\)\|", row)] for row in found]


def row(start, width):
    """The one row of `width` cells that begins with `start`."""
    (found,) = [cells for cells in rows(start) if len(cells) == width]
    return found


def value(cell):
    return float(Fraction(cell))


def test_the_code_cites_places_that_exist():
    places = cited()
    assert len(places) > 10
    assert {(path, place) for path, place in places if place not in SECTIONS} == set()


def test_sections_are_numbered_without_gaps():
    third = [f"3.{number}" for number in range(1, 19)]
    fourth = [f"4.{number}" for number in range(1, 7)]
    assert ["1", "2", "3", *third, "4", *fourth] == SECTIONS


@pytest.mark.parametrize("key", NUMBERS)
def test_a_number_is_named_by_its_key_with_its_value(key):
    assert value(row(key, 3)[1]) == pytest.approx(NUMBERS[key])


def test_no_number_is_named_that_the_bank_does_not_have():
    assert set(re.findall(r"`(numbers\.\w+\.\w+)`", DOC)) == set(NUMBERS)


@pytest.mark.parametrize("code", CAP_CODES)
def test_a_cap_stands_with_its_height(code):
    assert value(row(code, 4)[2]) == next(cap.cap for cap in BANK.caps if cap.code == code)


@pytest.mark.parametrize("code", RULE_CUTOFFS)
def test_a_rule_stands_with_its_severity_its_cutoffs_and_the_items_it_names(code):
    rule = next(rule for rule in BANK.rules if rule.id == code)
    _, severity, when, names = row(code, 4)
    assert severity == rule.severity
    assert names == (", ".join(rule.items) or "none")
    for name, cutoff in rule.cutoffs.items():
        assert re.search(rf"(?<![\d.]){cutoff:g} \*{name}\*", when), name


@pytest.mark.parametrize("level", BANK.levels, ids=lambda level: level.name)
def test_a_level_stands_with_its_start_and_top(level):
    cells = row(f"{level.level} {level.name}", 4)
    assert [value(cell) for cell in cells[1:3]] == [level.start, level.top]


@pytest.mark.parametrize("item", BANK.items, ids=lambda item: item.id)
def test_an_item_stands_with_all_that_its_score_and_its_move_need(item):
    _, capability, weight, _, effort, needs, offer = row(item.id, 7)
    assert (capability, value(weight), int(effort)) == (item.capability, item.weight, item.effort)
    assert needs == (", ".join(item.needs) or "–")
    assert offer == (item.na.rule if item.na else "–")


@pytest.mark.parametrize("capability", BANK.capabilities, ids=lambda capability: capability.id)
def test_a_capability_stands_with_its_weight(capability):
    _, dimension, name, weight = row(capability.id, 4)
    assert (dimension, name) == (capability.dimension, capability.name)
    assert value(weight) == capability.weight


@pytest.mark.parametrize("symptom", BANK.symptoms.checklist, ids=lambda symptom: symptom.id)
def test_a_symptom_stands_with_the_shares_of_its_causes(symptom):
    shares = dict(part.split() for part in row(symptom.id, 3)[2].split(" · "))
    assert {cause: float(share) for cause, share in shares.items()} == pytest.approx(
        dict(symptom.causes), abs=0.005
    )


@pytest.mark.parametrize("part", BANK.trace.parts, ids=lambda part: part.id)
def test_a_trace_question_stands_with_the_values_of_its_choices(part):
    _, choices = row(part.id, 2)
    for choice in part.choices:
        assert f"{choice.code}` {choice.value:g}" in choices


CODES = (
    *REASON_CODES,
    *VERDICT_CODES,
    *(flag.code for flag in BANK.flags),
    *(entry.code for entry in BANK.confidence),
    *(entry.code for entry in (*BANK.budget.reasons, *BANK.budget.notes)),
    *(band.id for band in (*BANK.budget.bands, *BANK.load.bands)),
    *(claim.item for claim in BANK.claims),
)


@pytest.mark.parametrize("code", CODES)
def test_a_code_of_the_result_is_explained(code):
    assert re.search(rf"(?<![\w-]){re.escape(code)}(?![\w-])", DOC)


def test_a_source_in_brackets_has_a_row_in_the_bank():
    known = {source.id for source in BANK.sources}
    assert set(re.findall(r"\[([A-Z]\d+\w?)\]", DOC)) <= known
