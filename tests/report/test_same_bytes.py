"""The same answers, bank and look give the same bytes: in any process, place, thread and season."""

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from io import BytesIO

import pikepdf
import pytest

from report.paper import Paper, scorecard_pdf
from scoring.answer_file import read_answer_file, write_answer_file
from tests.report.conftest import FINISHED, paper_of
from tests.report.fifteen import FIFTEEN, result
from tests.scoring.verbs import ROOT, person, the_bank

SEEDS = (
    {"PYTHONHASHSEED": "1", "TZ": "Pacific/Auckland", "LC_ALL": "C"},
    {"PYTHONHASHSEED": "77", "TZ": "America/Los_Angeles", "RL_invariant": "0", "RL_useA85": "1"},
)
PROGRAM = (
    "from hashlib import sha256; from tests.report.conftest import paper_of; "
    "print(*(sha256(paper_of(name, attach=True)).hexdigest() for name in ('P1', 'scripts')))"
)


@pytest.mark.parametrize("setting", SEEDS)
def test_another_process_makes_the_same_bytes(setting, tmp_path):
    (tmp_path / ".reportlab_settings").write_text("invariant = 0\nuseA85 = 1\n", "utf-8")
    environment = {**os.environ, **setting, "HOME": str(tmp_path), "PYTHONPATH": str(ROOT)}
    run = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    here = [sha256(paper_of(name, attach=True)).hexdigest() for name in ("P1", "scripts")]
    assert run.stdout.split() == here


def test_twenty_papers_made_at_once_are_those_made_alone(papers):
    names = [FIFTEEN[place % len(FIFTEEN)] for place in range(20)]
    with ThreadPoolExecutor(8) as threads:
        at_once = list(threads.map(paper_of, names))
    assert [made == papers[name] for name, made in zip(names, at_once, strict=True)] == [True] * 20


def test_another_day_or_another_answer_makes_another_document():
    card = result("P1")
    first = scorecard_pdf(card, Paper(FINISHED))[1]
    later = scorecard_pdf(card, Paper(FINISHED.replace(day=26)))[1]
    other = scorecard_pdf(result("P4"), Paper(FINISHED))[1]
    shared = scorecard_pdf(card, Paper(FINISHED, shared=FINISHED.date()))[1]
    ids = set()
    for content in (first, later, other, shared):
        with pikepdf.open(BytesIO(content)) as document:
            ids.add(bytes(document.trailer.ID[0]))
    assert len(ids) == 4


def test_the_answer_file_travels_inside_only_when_it_is_asked_for():
    with pikepdf.open(BytesIO(paper_of("P1"))) as plain:
        assert list(plain.attachments) == []
    with pikepdf.open(BytesIO(paper_of("P1", attach=True))) as carrying:
        inside = carrying.attachments["answers.json"].get_file().read_bytes()
    assert inside.decode() == write_answer_file(person("P1"), the_bank())
    assert read_answer_file(inside, the_bank()).assessment == person("P1")


def test_the_file_is_named_after_its_day():
    assert scorecard_pdf(result("P1"), Paper(FINISHED))[0] == "scorecard-2026-11-25.pdf"
