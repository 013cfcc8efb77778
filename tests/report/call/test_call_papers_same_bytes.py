"""The same brief or recap gives the same bytes; another name, day or word another document."""

import os
import subprocess
import sys
from dataclasses import replace
from datetime import timedelta
from hashlib import sha256
from io import BytesIO

import pikepdf

from report.call.papers import CallPaper, brief_pdf, recap_pdf
from tests.report.call.papers import RECAPS, WHEN, brief, brief_of, recap_of
from tests.scoring.verbs import ROOT, the_bank

PROGRAM = (
    "from hashlib import sha256; from tests.report.call.papers import brief_of, recap_of; "
    "print(*(sha256(each).hexdigest() for each in (brief_of('scripts'), recap_of('scripts'))))"
)


def _id(content):
    with pikepdf.open(BytesIO(content)) as document:
        return bytes(document.trailer.ID[0])


def test_another_process_makes_the_same_bytes():
    setting = {"PYTHONHASHSEED": "77", "TZ": "America/Los_Angeles", "PYTHONPATH": str(ROOT)}
    run = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        cwd=ROOT,
        env=os.environ | setting,
        capture_output=True,
        text=True,
        check=True,
    )
    here = [sha256(each).hexdigest() for each in (brief_of("scripts"), recap_of("scripts"))]
    assert run.stdout.split() == here


def test_another_person_day_or_result_makes_another_document():
    plain, bank = CallPaper(WHEN, "Mina Okafor"), the_bank()
    later = replace(plain, when=WHEN + timedelta(days=1))
    made = [
        brief_pdf(brief("P1"), bank, plain),
        brief_pdf(brief("P1"), bank, later),
        brief_pdf(brief("P1"), bank, replace(plain, name="Ben")),
        brief_pdf(brief("P2"), bank, plain),
        recap_pdf(RECAPS["usual"], bank, plain),
        recap_pdf(RECAPS["long"], bank, plain),
    ]
    assert len({_id(content) for _, content in made}) == len(made)


def test_a_paper_is_named_after_what_it_is_and_its_day():
    paper = CallPaper(WHEN)
    assert brief_pdf(brief("empty"), the_bank(), paper)[0] == "brief-2026-11-25.pdf"
    assert recap_pdf(RECAPS["nothing"], the_bank(), paper)[0] == "recap-2026-11-25.pdf"
