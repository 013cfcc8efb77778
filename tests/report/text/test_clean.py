import unicodedata

import pytest

from report.text.clean import clean, one_line


@pytest.mark.threat(13)
@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("A & B <b> R&D <3", "A & B <b> R&D <3"),
        ("<img src=/etc/hostname>", "<img src=/etc/hostname>"),
        ("e\u0301", "é"),
        ("one\r\ntwo\rthree\u2028four\u2029five", "one\ntwo\nthree\nfour\nfive"),
        ("a\tb", "a b"),
        ("a\x00\x07\x1b[31mb", "a [31mb"),
        ("a\ud800b\udfff", "a b "),
        ("pay \u202eevil\u202c \u2066x\u2069", "pay evil x"),
        ("p\u200bay\ufeffpal\u2060\u00ad", "paypal"),
        ("👩\u200d👩\u200d👧\ufe0f", "👩👩👧"),
        ("a\u200db", "ab"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("flag\U000e0067\U000e007f", "flag"),
        ("שלום\u200e!", "שלום\u200e!"),
        ("\ue000\U000f0000", "\ue000\U000f0000"),
        ("", ""),
    ],
)
def test_what_people_write_becomes_text_that_can_be_drawn(written, kept):
    assert clean(written) == kept


def test_cleaning_twice_changes_nothing():
    nasty = "a\u0301\u0301" * 9 + "\u202e\ud800\r\n\tا\u200dب" + "e\u0301\u0302" * 3
    assert clean(clean(nasty)) == clean(nasty)


def test_a_pile_of_accents_is_cut_to_what_fits_its_line():
    tall = clean("q" + "\u0301\u0302\u0303" * 40)
    assert len([char for char in tall if unicodedata.combining(char)]) == 4


def test_what_is_too_long_ends_in_an_ellipsis():
    assert clean("abcdef", 4) == "abc…"
    assert clean("abcd", 4) == "abcd"
    assert clean("ab  cdef", 5) == "ab…"
    assert len(clean("x" * 1_000_000)) == 10_000
    assert len(clean("é\u0301" * 1_000_000)) <= 10_000


def test_one_line_has_no_line_break():
    assert one_line("one\r\ntwo\n\nthree") == "one two  three"


@pytest.mark.threat(13)
def test_nothing_that_comes_out_breaks_the_document():
    text = clean(
        "".join(map(chr, range(0x3000))) + "".join(map(chr, range(0xD000, 0x11000))), 99_999
    )
    text.encode("utf-8")
    kinds = {unicodedata.category(char) for char in text.replace("\n", "")}
    assert kinds.isdisjoint({"Cc", "Cs", "Zl", "Zp"})
    assert not set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069") & set(text)
