"""Where a problem of content is shown: at the word it is about, if the line has it."""

import pytest

from bank.loading import check
from tests.bank.broken_bank import SAMPLE


def places(find, write):
    assert SAMPLE.count(find) == 1
    return [
        (one.rule, one.column, one.length, SAMPLE.count("\n", 0, SAMPLE.index(find)) + 1 - one.line)
        for one in check(SAMPLE.replace(find, write))
    ]


@pytest.mark.parametrize(
    ("write", "found"),
    [
        ('"Who can never stop work?"', ("avoided-word", 20, 5, 0)),
        ('"Who can nev\\x65r stop work?"', ("avoided-word", 11, 29, 0)),
        ('"Who can stop\n      work never?"', ("avoided-word", 11, 1, 0)),
        ("never", ("avoided-word", 11, 5, 0)),
        ('"Who can \\"stop work?"', ("straight-quote", 21, 1, 0)),
        ("'Who can ''stop work?'", ("straight-quote", 20, 1, 0)),
    ],
)
def test_a_word_is_pointed_at_where_the_line_shows_it(write, found):
    assert places('"Who can stop work?"', write) == [found]


def test_a_word_is_looked_for_inside_its_own_text_only():
    found = places(
        'name: "Names", ahead: "Ahead on names.", behind: "Behind on names."',
        'name: "Names", ahead: "Never on names.", behind: "Never behind."',
    )
    assert found == [("avoided-word", 60, 5, 0), ("avoided-word", 87, 5, 0)]


def test_sourced_items_may_state_figures_and_unsourced_may_not():
    assert places('"A team."', '"80%."') == []
    assert places('"The boss, if free."', '"80%."') == [("unsourced-claim", 27, 3, 0)]


def test_an_item_that_could_not_be_read_is_not_asked_for_sources():
    text = SAMPLE.replace("    effort: 3\n", "    effort: 9\n")
    text = text.replace("After launch.", "80% after launch.")
    assert [one.rule for one in check(text)] == ["out-of-range"]


@pytest.mark.parametrize(
    ("find", "write", "rules"),
    [
        ('"Our tone differed.", sources: [A10a]', '"80%.", sources: []', ["unsourced-claim"]),
        ('"Our tone differed.", sources: [A10a]', '"80%.", sources: [A1]', []),
        ('"Our tone differed.", sources: [A10a]', '"80%.", sources: [a]', ["bad-code"]),
        ('prompt: "How often did you see this?"', 'prompt: "80%?"', ["unsourced-claim"]),
    ],
)
def test_symptoms_are_sourced_one_by_one(find, write, rules):
    assert [rule for rule, *_ in places(find, write)] == rules
