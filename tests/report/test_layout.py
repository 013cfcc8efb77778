"""Where pages end: no heading stands alone at a foot, no page before the last is mostly empty."""

import re
from io import BytesIO

import pikepdf
import pytest

from report.look import PAGES
from report.story import teller
from tests.report.conftest import paper_of
from tests.report.fifteen import FIFTEEN
from tests.report.reading import pieces_of
from tests.scoring.verbs import PERSONAS

MARK = re.compile(rb"/\w+ <</MCID (\d+)>> BDC")
LEAST_FILLED = 0.35
NAMES = [*(("A4", name) for name in FIFTEEN), *(("Letter", name) for name in PERSONAS)]


@pytest.fixture
def paper(request, papers, letters):
    size, name = request.param
    return PAGES[size], (papers if size == "A4" else letters)[name]


def lonely(content):
    """The headings, of sections and of tables, that are the last thing on a page and should not be.

    A heading that is all its section says is a sentence and may end a page.
    """
    found = []
    with pikepdf.open(BytesIO(content)) as pdf:
        numbers = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
        owners = dict(zip(map(int, numbers[::2]), numbers[1::2], strict=True))
        for number, page in enumerate(pdf.pages, start=1):
            last = int(MARK.findall(page.Contents.read_bytes())[-1])
            element = owners[int(page.StructParents)][last]
            if element.S == "/TH" or (element.S in ("/H1", "/H2", "/H3") and not is_last(element)):
                found.append((number, str(element.S)))
    return found


def is_last(element):
    kids = element.P.K
    last = kids[-1] if isinstance(kids, pikepdf.Array) else kids
    return last.objgen == element.objgen


def filled(content, page):
    """How far down each page the text between its margins reaches, as a share of their distance."""
    lowest = {}
    for piece in pieces_of(content):
        if piece.bottom > page.bottom - 1 and piece.top < page.height - page.top + 2:
            lowest[piece.page] = min(lowest.get(piece.page, page.height), piece.bottom)
    top = page.height - page.top
    return [(top - lowest[number]) / page.text_height for number in sorted(lowest)]


@pytest.mark.parametrize("paper", NAMES, indirect=True, ids="-".join)
def test_no_heading_stands_alone_at_the_foot_of_a_page(paper):
    assert lonely(paper[1]) == []


@pytest.mark.parametrize("paper", NAMES, indirect=True, ids="-".join)
def test_no_page_before_the_last_is_mostly_empty(paper):
    page, content = paper
    shares = filled(content, page)
    assert [share for share in shares[:-1] if share < LEAST_FILLED] == []


def test_a_heading_that_is_not_kept_with_its_text_is_noticed(monkeypatch):
    monkeypatch.setattr(teller, "CondPageBreak", lambda _: teller.Spacer(1, 0))
    assert any(lonely(paper_of(name)) for name in FIFTEEN)
