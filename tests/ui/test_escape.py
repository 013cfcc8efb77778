"""Text that people wrote: harmless in Markdown and HTML, and tidied at one boundary."""

import re

import pytest

from ui.escape import as_html, escape, tidy_line, tidy_lines

HOSTILE = (
    "![i](http://evil.example/x.png)",
    "[a](javascript:alert(1))",
    "<img src=x onerror=alert(1)>",
    ":red[x] :material/home:",
    "$x$ `code` **bold** | # - 1.",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_every_mark_of_markdown_is_escaped(text):
    assert not re.search(r"(?<!\\)[!\[\]()<>*`$:|#]", escape(text))


@pytest.mark.parametrize(
    "text", ["http://e.example", "HTTPS://e.example", "www.e.example", "a@b.c"]
)
def test_bare_addresses_become_no_links(text):
    assert "\u2060" in escape(text)


@pytest.mark.parametrize("text", [":smile:", ":+1:", ":streamlit:", "a -> b", "a -- b", "a <= b"])
def test_signs_become_no_pictures_and_no_arrows(text):
    assert "\u2060" in escape(text)


@pytest.mark.parametrize("text", ["10:30", "New-market launch", "a: b", "R&D"])
def test_plain_text_gets_no_invisible_characters(text):
    assert escape(text).replace("\\", "") == text


def test_a_direction_that_is_turned_ends_with_the_text():
    assert as_html("\u202eabc") == "\u2068\u202eabc\u2069"


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("\u2069\u202eabc", "\u2068\u202eabc\u2069"),
        ("\u2067abc", "\u2068\u2067abc\u2069\u2069"),
        ("a\u2067b\u2069\u2069\u202ec", "\u2068a\u2067b\u2069\u202ec\u2069"),
        ("a\n\u202eb", "a\n\u2068\u202eb\u2069"),
    ],
    ids=["ends what is around it", "never ends", "ends twice", "on the second line"],
)
def test_a_text_cannot_end_what_holds_its_direction(written, shown):
    assert as_html(written) == shown


def test_html_shows_marks_as_text():
    assert as_html('<b class="x">&') == "&lt;b class=&quot;x&quot;&gt;&amp;"


def test_a_line_is_one_line_without_controls_and_not_longer_than_it_may_be():
    assert tidy_line("  a\nb\x00c\ud800 " + "x" * 99, 9) == "a b c  xx"


def test_lines_keep_their_breaks():
    assert tidy_lines("a\r\nb\x07", 10) == "a\nb "
    assert tidy_lines(" \n ", 10) == ""
