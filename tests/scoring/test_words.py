"""The result's sentences: findings computed from the answers, in the copy guide's words."""

import pytest

from bank.readability import grade
from scoring.words import answers, formulas, headlines, steps
from scoring.words.filling import BLANK
from tests.ui.results import PERSONAS, STATES, avoided, card, decimals, the_bank

HEADLINES = (
    headlines.verdict_headline,
    headlines.areas_headline,
    headlines.trace_headline,
    headlines.money_headline,
    headlines.together_headline,
    headlines.causes_headline,
    headlines.moves_headline,
    headlines.scores_headline,
    headlines.trust_headline,
)


@pytest.mark.parametrize("headline", HEADLINES)
@pytest.mark.parametrize("state", STATES)
def test_a_headline_is_one_plain_sentence(state, headline):
    text = headline(card(state))
    assert text[0].isupper() or text[0] in "“0123456789"
    assert avoided(text) == []
    assert decimals(text) == []


@pytest.mark.parametrize(
    ("state", "headline", "text"),
    [
        ("P1", headlines.areas_headline, "Ownership stands highest, Review lowest"),
        (
            "P1",
            headlines.trace_headline,
            "“Lead generation” comes first, and none of its four answers is clear",
        ),
        ("P1", headlines.money_headline, "Your first priority is not your largest spend"),
        ("P1", headlines.together_headline, "Six sets of answers are worth looking at together"),
        ("P1", headlines.moves_headline, "Three moves come first, and each takes only days"),
        ("P1", headlines.scores_headline, "Review holds the overall score back most"),
        ("P1", headlines.trust_headline, "24 of 24 questions are answered; confidence is medium"),
        ("P2", headlines.money_headline, "Your movable money is close to your priorities"),
        (
            "P2",
            headlines.trace_headline,
            "“Sign ten reseller partners” comes first, and one of its four answers is clear",
        ),
        ("P3", headlines.trace_headline, "All twelve answers about your priorities are clear"),
        ("P3", headlines.together_headline, "None of your answers pull in different directions"),
        ("P3", headlines.moves_headline, "One move is open"),
        (
            "P4",
            headlines.causes_headline,
            "What hurts may come from Resourcing more than from elsewhere",
        ),
        ("P5", headlines.money_headline, "How the money is split is not known yet"),
        ("time", headlines.money_headline, "Your movable time is close to your priorities"),
        (
            "outside",
            headlines.causes_headline,
            "Your answers suggest that it is not your infrastructure",
        ),
        ("empty", headlines.trace_headline, "No priority has been followed through yet"),
        ("empty", headlines.causes_headline, "What hurts is not answered yet"),
        ("empty", headlines.scores_headline, "There is no overall score yet"),
        ("half", headlines.areas_headline, "Two of the three areas can be scored so far"),
    ],
)
def test_a_headline_says_what_was_found(state, headline, text):
    assert headline(card(state)) == text


@pytest.mark.parametrize("name", formulas.all_of(the_bank()))
def test_a_formula_in_words_keeps_to_the_copy_guide(name):
    text = formulas.all_of(the_bank())[name]
    assert avoided(text) == []
    assert decimals(text) == []
    assert BLANK.findall(text) == []
    assert grade((text,)) <= 8


@pytest.mark.parametrize(
    ("share", "words"),
    [(1, "nearly all"), (0.5, "about half"), (0.151, "about a seventh"), (0, "hardly any")],
)
def test_shares_are_told_in_words(share, words):
    assert formulas.fraction(the_bank(), share) == words


def numbers_of(shown):
    names = ["overall", "trace", "budget", *shown.dimensions]
    return [name for name in names if shown.responses.levels or name != "overall"]


@pytest.mark.parametrize("state", STATES)
def test_steps_are_whole_numbers_in_plain_words(state):
    shown = card(state)
    for number in numbers_of(shown):
        text = " ".join(step.text for step in steps.steps(shown, number))
        assert decimals(text) == []
        assert "None" not in text
        assert avoided(text) == []


@pytest.mark.parametrize("state", PERSONAS)
def test_a_dimension_opens_down_to_every_answer(state):
    shown = card(state)
    text = "".join(step.text for name in shown.dimensions for step in steps.steps(shown, name))
    for item in the_bank().items:
        assert item.stem in text


def test_the_steps_of_ownership_follow_the_hand_calculation():
    first, second, third, *_ = steps.steps(card("P1"), "OWN")
    assert first == steps.Step(0, 52, "What your answers give", None, True)
    assert second == steps.Step(1, 58, "Named outcome owners", 33, False)
    assert (third.depth, third.points, third.counts) == (2, 75, 67)
    assert third.text.startswith("Who answers for the result")


def test_a_limit_that_decides_is_marked():
    limit = "Limit, because very little of it shows in your priorities"
    found = steps.steps(card("P5"), "OWN")
    assert steps.Step(0, 37, limit, None, True) in found
    assert found[0] == steps.Step(0, 100, "What your answers give", None, False)


def test_the_same_question_of_several_priorities_goes_by_their_names():
    found = steps.steps(card("P5"), "OWN")
    assert ("Grow brand awareness", 40) in [(step.text, step.counts) for step in found]


def test_an_answer_left_out_says_why():
    assert answers.answer_words(card("half"), "OWN-01") == "“I don’t know”, left out"
    assert answers.answer_words(card("half"), "REV-08") == "not answered, left out"
    assert answers.answer_words(card("P2"), "RES-08") == "“Does not apply”, left out"
