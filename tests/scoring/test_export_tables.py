"""Findings and plan as CSV: complete, and no cell that a spreadsheet would run."""

import csv
import io

import pytest

from scoring import Assessment, score
from scoring.export.tables import STARTS_A_FORMULA, findings_csv, harmless, plan_csv
from tests.scoring.verbs import PERSONAS, clear, every, person, the_bank


def rows(content):
    assert content.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


@pytest.mark.threat(3)
@pytest.mark.parametrize("start", STARTS_A_FORMULA)
def test_a_text_that_would_run_is_made_a_text(start):
    assert harmless(f"{start}cmd") == f"'{start}cmd"


def test_other_texts_stay_as_they_are():
    assert harmless("Lead generation = leads") == "Lead generation = leads"
    assert harmless("") == ""


@pytest.mark.threat(3)
@pytest.mark.parametrize("start", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])
def test_a_priority_cannot_bring_a_formula_in(start):
    priorities = (clear(start), clear("Other"))
    card = score(the_bank(), Assessment(answers=every(2), priorities=priorities))
    cells = [cell for row in rows(findings_csv(card)) for cell in row.values()]
    texts = [cell for cell in cells if not cell.lstrip("-").replace(".", "").isdigit()]
    assert [cell for cell in texts if cell.startswith(STARTS_A_FORMULA)] == []
    assert f"'{start}".replace("\r", "\r") in cells


@pytest.mark.parametrize("name", PERSONAS)
def test_the_plan_holds_every_move_once_with_empty_owner_and_date(name):
    card = score(the_bank(), person(name))
    listed = rows(plan_csv(card))
    assert [row["item"] for row in listed] == [entry.item for entry in card.plan.placings]
    assert {(row["owner"], row["date"]) for row in listed} <= {("", "")}


def test_findings_leave_out_what_only_a_consultant_reads():
    card = score(the_bank(), person("P1"))
    shown = {row["code"] for row in rows(findings_csv(card)) if row["kind"] == "look_together"}
    assert shown == {"K01", "K04", "K05", "K08", "K09", "K27"}


def test_files_carry_four_decimals():
    card = score(the_bank(), person("P1"))
    scores = {row["code"]: row["number"] for row in rows(findings_csv(card))}
    assert scores["OWN"] == "51.6667"
    assert scores["overall"] == "44.2593"


def test_nothing_answered_gives_findings_without_numbers():
    card = score(the_bank(), Assessment())
    assert {row["number"] for row in rows(findings_csv(card))} == {""}
    assert rows(plan_csv(card)) == []


def test_a_missing_score_is_said_in_words():
    shown = [
        row for row in rows(findings_csv(score(the_bank(), Assessment()))) if row["kind"] == "score"
    ]
    assert {row["finding"] for row in shown} == {"no score yet"}
