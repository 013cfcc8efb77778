"""The sentences below the headlines: every blank filled, plain words, whole numbers, no markup."""

import re

import pytest

from bank.readability import grade
from scoring.wording import confidence_sentence, held_back
from scoring.words import causes, dimensions, money, moves, priorities, trust, verdict
from scoring.words.filling import BLANK, capital, count, fill
from scoring.words.monday import monday
from tests.ui.results import HOSTILE, STATES, avoided, card, decimals, the_bank


def sentences(state):
    """Everything that is said about a result below its headlines."""
    shown = card(state)
    for name in shown.dimensions:
        yield dimensions.what_it_means(shown, name)
        yield dimensions.equal_weights(shown, name)
        if shown.dimensions[name].final is not None:
            yield dimensions.lift(shown, name)
    yield dimensions.pulled(shown)
    yield dimensions.levels_as_words(shown)
    for place, _ in enumerate(shown.trace.priorities):
        yield priorities.where_it_breaks(shown, place)
        yield priorities.weight_words(shown, place)
    yield from (*money.money_in_words(shown), *money.money_notes(shown), money.how_to_read(shown))
    yield from (*causes.what_hurts(shown), *causes.what_points_where(shown))
    for area in causes.cause_areas(shown):
        yield from (area.name, area.share, *area.parts)
    yield from causes.load_words(shown) or ()
    for move in shown.moves:
        yield from (*moves.move_reasons(shown, move), moves.effort_and_basis(shown, move))
        yield moves.to_do(shown, move.item)
    yield from (moves.placed(shown, placing) for placing in shown.plan.placings)
    yield from (*trust.open_points(shown), *trust.claim_differences(shown))
    yield from (trust.coverage_words(shown), trust.no_benchmark(shown), confidence_sentence(shown))
    yield monday(shown)
    yield trust.why_areas_count_the_same(shown)
    yield from (*verdict.first_reasons(shown), *verdict.other_reasons(shown))


@pytest.mark.parametrize("state", STATES)
def test_sentences_are_plain_and_whole(state):
    said = list(sentences(state))
    for text in said:
        assert text == text.strip() != ""
        assert BLANK.findall(text) == []
        assert avoided(text) == []
        assert decimals(text.replace(HOSTILE, "")) == []
        assert not re.search(r"\*\*|\\|None|\.\.|\.”\.|  ", text.replace(HOSTILE, ""))
    assert grade(tuple(text for text in said if len(text) > 40)) <= 8


@pytest.mark.parametrize("state", STATES)
def test_what_only_a_consultant_sees_is_not_said(state):
    asks = {rule.ask for rule in the_bank().rules if rule.audience == "consultant"}
    assert asks.isdisjoint(sentences(state))


def test_a_held_area_says_why_and_what_lifts_it():
    shown = card("P5")
    held = held_back(shown, "OWN")
    assert dimensions.what_it_means(shown, "OWN") == f"{held.text} {held.lift}"
    assert dimensions.lift(shown, "OWN") == held.lift


def test_the_answer_that_would_lift_an_area_most_is_named():
    assert dimensions.lift(card("P1"), "REV").startswith("One line up on “")
    assert "would lift it from 42 to 48; today you chose “" in dimensions.lift(card("P1"), "REV")


def test_an_area_with_few_answers_says_so_in_every_place():
    empty = card("empty")
    text = "0 of 8 questions are answered; that is too few for a score."
    assert dimensions.what_it_means(empty, "OWN").startswith(text)
    assert dimensions.lift(empty, "OWN") == ""
    assert dimensions.first_move(empty, "OWN") is None


def test_the_first_move_of_an_area_belongs_to_it():
    shown = card("P1")
    items = [item for item in the_bank().items if item.id.startswith("RES")]
    assert dimensions.first_move(shown, "RES") in [item.first_move for item in items]


def test_levels_are_told_with_where_they_begin():
    text = "Informal from 13, Documented from 38, Managed from 63, Adaptive from 88"
    assert dimensions.levels_as_words(card("P1")) == text


def test_a_priority_breaks_at_the_first_link_that_is_not_clear():
    shown, facets = card("P1"), {facet.id: facet for facet in the_bank().trace.facets}
    process, trigger = facets["process"], facets["trigger"]
    first = priorities.where_it_breaks(shown, 0)
    assert first.startswith(f"Breaks at {process.name}: {process.missing}. Also open: ")
    assert priorities.where_it_breaks(shown, 2) == f"Breaks at {trigger.name}: {trigger.missing}."
    assert priorities.where_it_breaks(card("P3"), 0) == "Clear all the way."
    assert priorities.trace_in_words(card("empty")) == ""


def test_a_rule_is_told_as_far_as_it_was_written():
    shown = card("P1")
    written = [place for place, one in enumerate(shown.assessment.priorities) if one.rule.date]
    unwritten = [
        place
        for place, one in enumerate(shown.assessment.priorities)
        if not any((one.rule.result, one.rule.date, one.rule.person, one.rule.action))
    ]
    assert all(priorities.trigger_rule(shown, place) for place in written)
    assert {priorities.trigger_rule(shown, place) for place in unwritten} <= {None}
    assert written or unwritten


def test_the_blank_rule_has_room_for_each_of_its_four_blanks():
    assert priorities.blank_rule(the_bank()).count(priorities.TO_FILL) == 4


def test_money_is_told_in_points_that_can_move():
    first, stated, index = money.money_in_words(card("P1"))
    assert first == "22 of your 90 movable points serve “Lead generation”, your first priority."
    assert stated == "By the importance you gave it, it would be 54."
    assert index.startswith("In all, 44 of the 90 movable points sit where your priorities say")
    assert "your time is close" in money.money_in_words(card("time"))[-1]
    (why,) = money.money_in_words(card("P5"))
    assert why == money.why_no_comparison(card("P5"))


def test_the_outside_is_told_with_its_text_and_without_parts():
    areas = causes.cause_areas(card("outside"))
    outside = next(area for area in areas if area.is_outside)
    assert areas[0] == outside
    assert (outside.parts, outside.text) == ((), the_bank().causes.outside_text)
    assert causes.cause_areas(card("empty")) == causes.what_hurts(card("empty")) == ()


def test_what_hurts_most_comes_first_and_no_more_than_three():
    assert len(causes.what_hurts(card("P5"))) == 3
    assert causes.load_words(card("empty")) is None


def test_a_move_that_takes_days_loses_nothing():
    shown = card("P1")
    quick = next(move for move in shown.moves if move.effort == 1)
    slow = next(move for move in shown.moves if move.effort == 3)
    assert moves.move_reasons(shown, quick)[-1] == "Takes days, so nothing is taken off."
    text = "Takes a quarter, so its worth is divided by 3."
    assert moves.move_reasons(shown, slow)[-1] == text
    assert moves.worth(shown, shown.moves[0]) == 100


def test_every_basis_effort_and_column_has_words():
    bank = the_bank()
    assert set(moves.bases(bank)) == {"answer", "evidence", "contradiction", "unknown"}
    assert list(moves.efforts(bank)) == [1, 2, 3]
    assert list(moves.when(bank)) == ["30", "60", "90", "later"]


def test_nothing_to_compare_is_told_as_nothing():
    assert trust.claims_matched(card("empty")) == ""
    assert trust.claims_matched(card("P1")).endswith("of 5 answers match what you showed us")
    assert trust.claim_numbers(card("empty")).rows == ()


def test_open_points_begin_with_what_is_not_known():
    assert trust.open_points(card("half"))[0] == the_bank().item_by_id["OWN-01"].stem
    assert any("“Lead generation”" in point for point in trust.open_points(card("half")))


def test_small_numbers_are_words_and_large_ones_digits():
    assert [count(the_bank(), number) for number in (0, 1, 12, 13)] == [
        "none",
        "one",
        "twelve",
        "13",
    ]
    assert capital("two") == "Two"
    assert capital("") == ""


def test_words_of_people_are_never_read_as_blanks():
    assert fill("{a} and {b}", {"a": "{b}", "b": "x"}) == "{b} and x"
