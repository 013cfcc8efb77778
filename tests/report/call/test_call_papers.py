"""Brief and recap hold the standards of the scorecard, on one page each, whatever people type."""

from io import BytesIO
from itertools import combinations

import pikepdf
import pytest

from tests.report.call.papers import LETTERS, RECAPS, brief
from tests.report.fifteen import FIFTEEN
from tests.report.reading import MARGIN, pieces_of, sizes_of, squeezed, text_of
from tests.report.tag_checker import check
from tests.scoring.verbs import PERSONAS

BRIEFS = [f"brief-{name}" for name in FIFTEEN] + [f"letter-{name}" for name in LETTERS]
PAPERS = [*BRIEFS, *(f"recap-{name}" for name in RECAPS)]
SHEETS = {"brief": (595, 842), "letter": (612, 792), "recap": (595, 842)}


@pytest.mark.parametrize("name", PAPERS)
def test_a_paper_of_a_call_is_one_tagged_page_by_the_rules(call_papers, name):
    content = call_papers[name]
    sizes = [tuple(map(round, size)) for size in sizes_of(content)]
    assert sizes == [SHEETS[name.partition("-")[0]]]
    with pikepdf.open(BytesIO(content)) as document:
        assert document.check_pdf_syntax() == []
    assert check(content) == []


@pytest.mark.parametrize("name", PAPERS)
def test_no_text_of_it_leaves_the_page_or_lies_on_other_text(call_papers, name):
    width, height = sizes_of(call_papers[name])[0]
    pieces = pieces_of(call_papers[name])
    outside = [
        piece.text
        for piece in pieces
        if min(piece.left, piece.bottom) < MARGIN
        or piece.right > width - MARGIN
        or piece.top > height - MARGIN
    ]
    lying = [
        (first.text, second.text)
        for first, second in combinations(pieces, 2)
        if first.overlaps(second)
    ]
    assert (outside, lying) == ([], [])


@pytest.mark.parametrize("name", BRIEFS)
def test_a_quarter_of_what_the_margins_leave_is_free_for_notes(call_papers, name):
    """From the heading of the notes to the foot of the page there is no text.

    On the fullest results on Letter it is a fifth, so that no word has to go.
    """
    least = 0.2 if name in ("letter-P5", "letter-everything_differs") else 0.24
    pieces = pieces_of(call_papers[name])
    room = next(piece for piece in pieces if piece.text.startswith("Room"))
    below = [piece for piece in pieces if piece.top < room.bottom]
    assert [piece for piece in below if piece.bottom > 48] == []
    assert room.top - 48 >= least * (sizes_of(call_papers[name])[0][1] - 48 - 46)


@pytest.mark.parametrize("name", PERSONAS)
def test_a_brief_says_in_full_what_to_ask_and_why(call_papers, name):
    text, told = squeezed(text_of(call_papers[f"brief-{name}"])), brief(name)
    wanted = [told.verdict.headline, told.who.line, *told.who.priorities]
    wanted += [line for bar in told.scores for line in (bar.name, bar.holds)]
    for question in told.questions:
        wanted += [question.ask, question.why, question.capability]
    for entry in told.together:
        wanted += [entry.code, entry.ask]
    wanted += [cause.name for cause in told.hurts.causes]
    wanted += [*told.hurts.lines, *told.money.lines, *told.load, told.tried.blamed]
    wanted += [told.trust.confidence.text, told.trust.coverage]
    assert [line for line in wanted if squeezed(line) not in text] == []


@pytest.mark.parametrize("size", ["brief", "letter"])
@pytest.mark.parametrize("name", PERSONAS)
def test_nothing_is_cut_from_the_brief_on_a_worked_example(call_papers, name, size):
    text, told = text_of(call_papers[f"{size}-{name}"]), brief(name)
    assert "…" not in text
    assert "more reasons" not in text
    wanted = [*(each.text for each in told.verdict.reasons), *told.trust.lines]
    wanted += [entry.text for entry in told.together]
    assert [line for line in wanted if squeezed(line) not in squeezed(text)] == []


@pytest.mark.parametrize("name", PERSONAS)
def test_the_parts_of_a_brief_come_in_the_order_of_its_plan(call_papers, name):
    text, words = squeezed(text_of(call_papers[f"brief-{name}"])), brief(name).headings
    parts = (words.scores, words.trace, words.money, words.together, words.hurts)
    parts += (words.tried, words.load, words.questions, words.trust, "Room for notes")
    places = [text.index(squeezed(part)) for part in parts]
    assert places == sorted(places)


def test_the_two_emptiest_cells_and_every_number_can_be_heard(call_papers):
    with pikepdf.open(BytesIO(call_papers["brief-P1"])) as document:
        alts = [str(each.Alt) for each in document.objects if _is_figure(each)]
    spoken = next(alt for alt in alts if alt.startswith("Lead generation"))
    assert spoken.count("outlined") == 2
    assert "Owner partial, outlined" in spoken
    assert "Weight 60, share 24 of 100." in spoken
    assert any(alt.startswith("Ownership: 52 of 100, Documented") for alt in alts)


def _is_figure(each):
    return isinstance(each, pikepdf.Dictionary) and each.get("/S") == "/Figure"


def test_a_usual_recap_is_there_word_for_word(call_papers):
    text = squeezed(text_of(call_papers["recap-usual"]))
    lines = [line.removeprefix("- ") for line in RECAPS["usual"].text.splitlines() if line]
    assert [line for line in lines if squeezed(line) not in text] == []


def test_a_long_recap_is_set_smaller_and_only_one_that_fits_no_page_is_cut(call_papers):
    whole = squeezed(text_of(call_papers["recap-long"]))
    assert "…" not in whole
    assert whole.count(squeezed("We saw a thing.")) == 12 * 12
    assert "…" in text_of(call_papers["recap-too_long"])


def test_a_recap_with_an_endless_goal_still_has_everything_after_it(call_papers):
    text = text_of(call_papers["recap-long_goal"])
    assert "…" in text
    wanted = [line for block in RECAPS["long_goal"].blocks[1:] for line in block]
    assert [
        line for line in wanted if squeezed(line.removeprefix("- ")) not in squeezed(text)
    ] == []
