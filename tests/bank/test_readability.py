"""The reading grade: words, syllables, sentences and the formula."""

import pytest

from bank.readability import grade, sentences, syllables, words

SYLLABLES = {
    1: "a the one named made whole wished does name our free 12 don’t are rule owns aged clothes",
    2: "clothes-line free-ish table needed boxes pages launches idea created above able agree",
    3: "approver clothes-lining example recorded assembly every readable",
    4: "authority two-day-table result-driven",
}


@pytest.mark.parametrize(
    ("word", "count"),
    [(word, count) for count, listed in SYLLABLES.items() for word in listed.split()],
)
def test_syllables_of(word, count):
    assert syllables(word) == count


def test_capitals_do_not_count():
    assert syllables("TABLE") == syllables("table") == 2


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Who owns it?", ("Who", "owns", "it")),
        ("It’s a two-day limit – or 3.", ("It’s", "a", "two-day", "limit", "or", "3")),
        ("don't", ("don't",)),
        ("- ’ …", ()),
    ],
)
def test_words_of(text, found):
    assert words(text) == found


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 1),
        ("No stop", 1),
        ("One. Two", 1),
        ("One. Two.", 2),
        ("What?! “So.” Yes!", 3),
        ("1.5 to 2.5", 1),
    ],
)
def test_sentences_of(text, count):
    assert sentences(text) == count


def test_the_formula():
    assert grade(("We cut it.",)) == pytest.approx(0.39 * 3 + 11.8 - 15.59)
    assert grade(("Who can approve it?", "A team.")) == pytest.approx(
        0.39 * 6 / 2 + 11.8 * 7 / 6 - 15.59
    )


def test_nothing_has_no_grade():
    assert grade(()) == grade(("…",)) == 0.0
