"""The worked examples and ten extremes on paper: everything is there and lies where it belongs."""

from io import BytesIO
from itertools import combinations, groupby

import pikepdf
import pytest

from scoring.pictures.bars import bar_of
from scoring.rounding import half_up_whole
from scoring.transcript import RULE, transcript
from scoring.wording import look_together, verdict_sentences
from tests.report.fifteen import FIFTEEN, result
from tests.report.reading import outside_of, pieces_of, sizes_of, squeezed, text_of
from tests.report.tag_checker import check
from tests.scoring.verbs import PERSONAS

NOT_LATIN = {"scripts"}
"""Right-to-left text comes back from a PDF in the order in which it is drawn."""


@pytest.mark.parametrize("name", FIFTEEN)
def test_a_paper_is_written_by_the_rules(papers, name):
    with pikepdf.open(BytesIO(papers[name])) as document:
        assert document.check_pdf_syntax() == []


@pytest.mark.parametrize("name", FIFTEEN)
def test_a_paper_is_tagged_by_the_rules_that_a_machine_can_check(papers, name):
    assert check(papers[name]) == []


@pytest.mark.parametrize("name", [name for name in FIFTEEN if name not in NOT_LATIN])
def test_a_paper_holds_every_question_answer_name_and_reason(papers, name):
    card, text = result(name), squeezed(text_of(papers[name]))
    wanted = [entry.text for entry in verdict_sentences(card)]
    wanted += [entry.screen for entry in look_together(card) if entry.screen]
    for passage in transcript(card.bank, card.assessment):
        wanted.append(passage.title)
        for row in passage.rows:
            wanted += [
                row.question if row.question != RULE else "Your rule",
                row.answer or "Not answered",
                row.note or "",
            ]
    assert [sentence for sentence in wanted if squeezed(sentence) not in text] == []


@pytest.mark.parametrize("name", FIFTEEN)
def test_a_paper_says_every_score(papers, name):
    card, text = result(name), squeezed(text_of(papers[name]))
    for dimension, about in card.bank.dimension_by_id.items():
        bar = bar_of(card, dimension)
        said = f"{about.name} {half_up_whole(bar.final)}" if bar else f"{about.name}: no score yet"
        assert squeezed(said) in text
    if card.overall.score is not None:
        assert squeezed(f"{half_up_whole(card.overall.score)} / 100") in text


@pytest.mark.parametrize("name", FIFTEEN)
def test_no_text_leaves_its_page(papers, name):
    assert outside_of(papers[name]) == []


@pytest.mark.parametrize("name", FIFTEEN)
def test_no_text_lies_on_other_text(papers, name):
    pages = groupby(pieces_of(papers[name]), key=lambda piece: piece.page)
    lying = [
        (first.text, second.text, number)
        for number, pieces in pages
        for first, second in combinations(list(pieces), 2)
        if first.overlaps(second)
    ]
    assert lying == []


@pytest.mark.parametrize("name", PERSONAS)
def test_a_paper_has_four_to_six_pages(papers, letters, name):
    assert 4 <= len(sizes_of(papers[name])) <= 6
    assert len(sizes_of(letters[name])) <= 7
    assert sizes_of(letters[name])[0] == (612, 792)
