"""The frame of a document: the same bytes everywhere, and what the file says about itself."""

import hashlib
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta, timezone
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from pypdf import PdfReader
from reportlab.pdfbase.pdfdoc import DummyDoc
from reportlab.platypus import Spacer

from report.tagging.structure import Element
from report.tagging.writing import shelved, text_string
from tests.report.tag_checker import check
from tests.report.tagging.reading import opened, said
from tests.report.tagging.sample import FINISHED, made, sample, words

ROOT = Path(__file__).parents[3]
ANSWERS = ("answers.json", b'{"OWN-01": 3}' * 40)
GOOD = sample(attachment=ANSWERS)

# Settings that would change pages, streams or layout if anything read them.
HOSTILE = {
    "RL_useA85": "1",
    "RL_pageCompression": "0",
    "RL_defaultPageSize": "A5",
    "RL_documentLang": "xx-XX",
    "RL_pdfMultiLine": "1",
    "RL_canvas_basefontname": "Courier",
    "RL_ttfAsciiReadable": "0",
    "RL_overlapAttachedSpace": "0",
    "RL_spaceShrinkage": "0.5",
    "RL_paraFontSizeHeightOffset": "0",
    "RL_longTableOptimize": "0",
}
HOME_SETTINGS = "invariant = 0\npdfComments = 1\nuseA85 = 1\nshowBoundary = 1\n"
PRINT = (
    "import hashlib, report; from tests.report.tagging.sample import sample;"
    "answers = ('answers.json', b'{\"OWN-01\": 3}' * 40);"
    "print(hashlib.sha256(sample(attachment=answers)).hexdigest())"
)


def process(**environment):
    home = {key: os.environ[key] for key in ("PATH",) if key in os.environ}
    return subprocess.Popen(
        [sys.executable, "-c", PRINT],
        cwd=ROOT,
        env=home | environment,
        stdout=subprocess.PIPE,
        text=True,
    )


def test_other_processes_places_and_settings_give_the_same_bytes(tmp_path):
    (tmp_path / ".reportlab_settings").write_text(HOME_SETTINGS, "utf-8")
    running = [
        process(PYTHONHASHSEED="1", TZ="Pacific/Auckland", LANG="tr_TR.UTF-8", LC_ALL="C"),
        process(PYTHONHASHSEED="2", TZ="America/Lima", SOURCE_DATE_EPOCH="1", **HOSTILE),
        process(PYTHONHASHSEED="3", HOME=str(tmp_path)),
    ]
    expected = hashlib.sha256(GOOD).hexdigest()
    assert [one.communicate()[0].strip() for one in running] == [expected] * 3


def test_twenty_documents_from_eight_threads_are_those_made_alone():
    def one(number):
        root = Element("Document")
        # Letters made of two glyphs each: cutting down the font reads to and fro.
        text = "".join(chr(0xC0 + (number * 7 + place) % 400) for place in range(120))
        return made([words(text).tagged(root)], root, fingerprint=bytes([number]))

    alone = [one(number) for number in range(20)]
    # Threads take turns as often as they can, so that one finds the other in the middle of things.
    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        with ThreadPoolExecutor(8) as pool:
            rounds = [list(pool.map(one, range(20))) for _ in range(3)]
    finally:
        sys.setswitchinterval(interval)
    assert rounds == [alone] * 3
    assert len(set(alone)) == 20


def test_the_sample_passes_the_checker_and_is_written_by_the_rules():
    assert check(GOOD) == []
    assert opened(GOOD).check_pdf_syntax() == []


def test_every_page_says_which_of_how_many_it_is():
    pages = said(GOOD)
    assert len(pages) > 5
    for number, text in enumerate(pages, 1):
        assert f"Page {number} of {len(pages)}" in text


def test_the_attachment_is_read_back_by_two_libraries():
    name, content = ANSWERS
    pdf = opened(GOOD)
    assert pdf.attachments[name].get_file().read_bytes() == content
    assert pdf.attachments[name].get_file().mime_type == "application/json"
    assert PdfReader(BytesIO(GOOD)).attachments[name] == [content]
    (associated,) = pdf.Root.AF
    assert associated.AFRelationship == "/Source"
    assert str(associated.UF) == name


@pytest.mark.parametrize("name", ["answers.txt", "../answers.json", "a\nb.json", "c:\\x.json"])
def test_an_attachment_needs_a_plain_name(name):
    root = Element("Document")
    with pytest.raises(ValueError, match=r"ends in \.json"):
        made([words("x").tagged(root)], root, attachment=(name, b"{}"))


def test_the_file_says_its_title_author_subject_and_dates_and_nothing_of_the_machine():
    information = dict(opened(GOOD).docinfo)
    assert {key: str(value) for key, value in information.items()} == {
        "/Title": "Scorecard of Zoë – “Ownership” 🚀",
        "/Author": "Execution diagnostic",
        "/Subject": "A sample",
        "/Producer": "ReportLab",
        "/CreationDate": "D:20261125093000Z",
        "/ModDate": "D:20261125093000Z",
        "/Trapped": "/False",
    }
    with opened(GOOD).open_metadata() as metadata:
        assert metadata["dc:title"] == "Scorecard of Zoë – “Ownership” 🚀"
        assert metadata["xmp:CreateDate"] == "2026-11-25T09:30:00Z"
        assert list(metadata["dc:language"]) == ["en-GB"]


def simple(**changes):
    root = Element("Document")
    return made([words("x").tagged(root)], root, **changes)


def test_one_moment_in_two_time_zones_gives_the_same_bytes():
    elsewhere = FINISHED.astimezone(timezone(timedelta(hours=-7)))
    assert simple(finished=elsewhere) == simple()


def test_two_results_with_one_title_have_two_identifiers():
    first, second = simple(fingerprint=b"1"), simple(fingerprint=b"2")
    assert opened(first).trailer.ID != opened(second).trailer.ID
    assert len(bytes(opened(first).trailer.ID[0])) == 16


def test_a_time_without_a_zone_is_refused():
    with pytest.raises(ValueError, match="needs its time zone"):
        simple(finished=datetime(2026, 11, 25))


def test_a_document_without_a_title_or_a_story_is_refused():
    with pytest.raises(ValueError, match="needs a title"):
        simple(title=" ")
    with pytest.raises(ValueError, match="nothing of this document would be read"):
        made([Spacer(1, 1)], Element("Document"))
    with pytest.raises(ValueError, match="the story is empty"):
        made([], Element("Document"))


def test_hostile_titles_stay_text():
    title = "</rdf:li> & \x00\x0b\ufffe <x> ]]> \\) (("
    file = simple(title=title)
    assert opened(file).check_pdf_syntax() == []
    assert str(opened(file).docinfo.Title) == title
    with opened(file).open_metadata() as metadata:
        assert metadata["dc:title"] == "</rdf:li> &  <x> ]]> \\) (("


@pytest.mark.parametrize(
    "text", ["plain", "a (b) \\c", "þÿ", "Zoë", "𐐷🚀", "א\u05b0", "a\nb", "\x18˘"]
)
def test_a_text_string_of_any_unicode_is_read_back(text):
    assert str(pikepdf.Object.parse(text_string(text))) == text
    assert str(pikepdf.Object.parse(shelved(text).format(DummyDoc()))) == text


def test_a_lone_surrogate_is_replaced_and_breaks_nothing():
    assert str(opened(simple(title="a\ud800b")).docinfo.Title) == "a\ufffdb"
