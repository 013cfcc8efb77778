"""Whatever people type, brief and recap are one page each, all text inside and none on other."""

from itertools import combinations

import pytest

from discovery.brief import make_brief
from discovery.call_recap import recap_of_text
from report.call.papers import CallPaper, brief_pdf, recap_pdf
from scoring import score
from tests.report.call.papers import WHEN
from tests.report.hostile import TEXTS, hostile
from tests.report.reading import MARGIN, pieces_of, sizes_of
from tests.report.tag_checker import check
from tests.scoring.verbs import the_bank


def wrong_with(content):
    """Pages too many, text outside the margins, text on other text, broken rules of tags."""
    ((width, height), *more), pieces = sizes_of(content), pieces_of(content)
    outside = [
        piece.text
        for piece in pieces
        if min(piece.left, piece.bottom) < MARGIN
        or piece.right > width - MARGIN
        or piece.top > height - MARGIN
    ]
    lying = [(one.text, two.text) for one, two in combinations(pieces, 2) if one.overlaps(two)]
    return [*more, *outside, *lying, *check(content)]


@pytest.mark.threat(2)
@pytest.mark.parametrize("number", range(8))
def test_a_brief_on_a_hostile_result_is_one_page(number):
    brief = make_brief(score(the_bank(), hostile(number)), notes=True, owners=True)
    paper = CallPaper(WHEN, TEXTS[number], TEXTS[number + 6])
    assert wrong_with(brief_pdf(brief, the_bank(), paper)[1]) == []


@pytest.mark.threat(2)
@pytest.mark.parametrize("text", TEXTS)
def test_a_hostile_recap_is_one_page(text):
    recap = recap_of_text(the_bank(), f"{text}\n\n{text}\n- {text}\n", on=WHEN.date())
    assert wrong_with(recap_pdf(recap, the_bank(), CallPaper(WHEN, text, text))[1]) == []
