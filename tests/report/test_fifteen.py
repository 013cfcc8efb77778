"""The worked examples and ten extremes on paper: everything is there and lies where it belongs."""

import re
from io import BytesIO
from itertools import combinations, groupby

import pikepdf
import pytest

from report.text.faces import SANS
from report.text.style import Style
from report.text.words import words
from scoring.pictures.bars import bar_of
from scoring.rounding import half_up_whole
from scoring.transcript import RULE, transcript
from scoring.wording import look_together, verdict_sentences
from tests.report.fifteen import FIFTEEN, result
from tests.report.reading import outside_of, pieces_of, sizes_of, squeezed, text_of
from tests.report.tag_checker import check
from tests.scoring.verbs import PERSONAS

RIGHT_TO_LEFT = re.compile(r"[\u0590-\u07ff]+")
STYLE = Style(SANS, 9, 12, "#000000")


def as_drawn(sentence):
    """A text with the names of the characters that no face has in their place."""
    return squeezed(words(sentence, STYLE).getPlainText())


def runs_of(sentence):
    """What stays together when a PDF is read: in a text of two directions, its runs of one each.

    The order of the runs of such a line is up to the reader (docs/paper.md).
    """
    if not RIGHT_TO_LEFT.search(sentence):
        return [as_drawn(sentence)]
    turned = RIGHT_TO_LEFT.findall(sentence)
    straight = re.split(r"\d+|[“”.,]", RIGHT_TO_LEFT.sub("“", sentence))
    return [as_drawn(run) for run in (*turned, *straight, *re.findall(r"\d+", sentence))]


@pytest.mark.parametrize("name", FIFTEEN)
def test_a_paper_is_written_by_the_rules(papers, name):
    with pikepdf.open(BytesIO(papers[name])) as document:
        assert document.check_pdf_syntax() == []


@pytest.mark.parametrize("name", FIFTEEN)
def test_a_paper_is_tagged_by_the_rules_that_a_machine_can_check(papers, name):
    assert check(papers[name]) == []


@pytest.mark.parametrize("name", FIFTEEN)
def test_a_paper_holds_every_question_answer_name_and_reason(papers, name):
    card, text = result(name), squeezed(text_of(papers[name]))
    wanted = [entry.text for entry in verdict_sentences(card)]
    wanted += [entry.screen for entry in look_together(card) if entry.screen]
    for passage in transcript(card.bank, card.assessment):
        wanted.append(passage.title)
        for row in passage.rows:
            question = row.question if row.question != RULE else "Your rule"
            wanted += [question, row.answer or "Not answered", row.note or ""]
    runs = [run for sentence in wanted for run in runs_of(sentence)]
    assert len(runs) > len(card.bank.items)
    assert [run for run in runs if run not in text] == []


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
