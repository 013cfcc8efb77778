from dataclasses import dataclass

import pytest

from report.text.order import base_level, in_sight, levels


@dataclass(frozen=True)
class Letter:
    text: str
    level: int


def seen(text, base=None):
    """`text` as its characters stand from left to right."""
    base = base_level(text) if base is None else base
    letters = map(Letter, text, levels(text, base))
    return "".join(letter.text for letter in in_sight(list(letters)))


# Expected orders are written out from Unicode's rules (UAX 9), letter by letter; an opening bracket
# in right-to-left text is drawn mirrored.
@pytest.mark.parametrize(
    ("written", "order"),
    [
        ("abc 12", "abc 12"),
        ("שלום", "םולש"),
        ("שלום עולם", "םלוע םולש"),
        ("שלום 123", "123 םולש"),
        ("שלום abc", "abc םולש"),
        ("abc שלום def", "abc םולש def"),
        ("abc שלום 12", "abc 12 םולש"),
        ("שלום 12.5%", "12.5% םולש"),
        ("שלום!", "!םולש"),
        ("עם Acme (UK) ו", "ו Acme (UK) םע"),
        ("עם (abc)", ")abc( םע"),
        ("עם (של)", ")לש( םע"),
        ("Acme (שלום)", "Acme (םולש)"),
        ("a (b [ש] c) d", "a (b [ש] c) d"),
        ("سلام", "مالس"),
    ],
)
def test_letters_stand_in_the_order_of_unicode(written, order):
    assert seen(written) == order


def test_the_first_letter_says_where_a_text_begins():
    assert [base_level(text) for text in ("12 שלום", "(abc) שלום", "…", "")] == [1, 0, 0, 0]


def test_each_line_of_a_text_turns_on_its_own():
    text = "שלום (a\nb) abc"
    assert len(levels(text, 1)) == len(text)
    assert levels("abc\nש\nabc", 0) == [0, 0, 0, 0, 1, 0, 0, 0, 0]


def test_brackets_that_match_nothing_are_left_alone():
    assert seen(")) (( ] [ abc") == ")) (( ] [ abc"
    assert len(levels("(" * 5000 + "ש" + ")" * 5000, 1)) == 10_001
