"""The file as a tree: raw texts with places, and everything that is refused before."""

import pytest

from bank.problem import BrokenFile, Place
from bank.refusals import MOST_BYTES
from bank.tree import Scalar, Series, Table, decode, grow, lines_of


def refused(text):
    with pytest.raises(BrokenFile) as caught:
        grow(text, "test.yaml")
    assert caught.value.name == "test.yaml"
    assert caught.value.text == text
    (problem,) = caught.value.problems
    return problem


def test_a_tree_keeps_raw_texts_with_their_places():
    tree = grow("a: no\nb:\n  - 'x y'\n  - {c: 010}\n", "test.yaml")
    assert tree == Table(
        Place(1, 1, 1),
        (
            (Scalar(Place(1, 1, 1), "a", True), Scalar(Place(1, 4, 2), "no", True)),
            (
                Scalar(Place(2, 1, 1), "b", True),
                Series(
                    Place(3, 3, 1),
                    (
                        Scalar(Place(3, 5, 5), "x y", False),
                        Table(
                            Place(4, 6, 1),
                            (
                                (
                                    Scalar(Place(4, 6, 1), "c", True),
                                    Scalar(Place(4, 9, 3), "010", True),
                                ),
                            ),
                        ),
                    ),
                ),
            ),
        ),
    )


def test_an_empty_group_of_keys_stands_where_its_brackets_stand():
    assert grow("{}", "t") == Table(Place(1, 1, 1), ())
    assert grow("- {}", "t").parts[0] == Table(Place(1, 3, 1), ())


def test_a_text_over_several_lines_is_marked_at_its_first_letter():
    assert grow("a: >-\n  b\n  c\n", "t").entries[0][1] == Scalar(Place(1, 4, 1), "b c", False)


@pytest.mark.parametrize(
    ("text", "null", "missing"),
    [
        ("null", True, False),
        ("~", True, False),
        ("", False, True),
        ("Null", False, False),
        ("'null'", False, False),
        ("''", False, False),
        ("word", False, False),
    ],
)
def test_nothing_is_told_from_the_word_for_it(text, null, missing):
    value = grow(f"a: {text}", "t").entries[0][1]
    assert (value.is_null, value.is_missing) == (null, missing)


SHORTHAND = "The shorthand '{}' is an anchor or alias, which a bank may not use."
UNSEEN = "An invisible character stands here ({})."
MARK = "The file begins with a byte order mark, which some editors add unseen."
DEEP = "The text is indented more than 12 steps deep."
UNREADABLE = "This line cannot be read as YAML."
BACKSLASH = "A backslash inside double quotation marks begins something unknown."
INDENTED = "This line does not fit the indentation above it."
BRACKET = "A bracket that was opened is not closed before this."
REFUSED = [
    ("alias", "a: *b", (1, 4, 2), SHORTHAND.format("*b")),
    ("alias", "a: &b c", (1, 4, 4), SHORTHAND.format("&b")),
    ("alias", "a: &b [c]", (1, 4, 4), SHORTHAND.format("&b")),
    ("alias", "&b {a: c}", (1, 1, 4), SHORTHAND.format("&b")),
    ("tag", "a: !!str b", (1, 4, 7), "The tag '!!str' is not allowed in a bank."),
    ("tag", "a: !b c", (1, 4, 4), "The tag '!b' is not allowed in a bank."),
    ("tag", "a: !b {}", (1, 4, 4), "The tag '!b' is not allowed in a bank."),
    ("several-documents", "a: b\n---\nc: d", (2, 1, 3), "A second document begins here."),
    ("empty-file", "", (1, 1, 1), "The file is empty."),
    ("empty-file", "# only words\n", (1, 1, 1), "The file is empty."),
    ("empty-file", "---\n...\n", (1, 1, 1), "The file is empty."),
    ("too-deep", "[" * 13 + "]" * 13, (1, 13, 1), DEEP),
    ("byte-order-mark", "\ufeffa: b", (1, 1, 1), MARK),
    ("invisible-character", "a: b\nc: d\x00", (2, 5, 1), UNSEEN.format("U+0000")),
    ("invisible-character", "a: b\ufeff", (1, 5, 1), UNSEEN.format("U+FEFF")),
    ("invisible-character", "a: \u202eb", (1, 4, 1), UNSEEN.format("U+202E")),
    ("invisible-character", "a: b\u2028c: d", (1, 5, 1), UNSEEN.format("U+2028")),
    ("invisible-character", "a: b\x85c: d", (1, 5, 1), UNSEEN.format("U+0085")),
    ("invisible-character", "a: \ufffd", (1, 4, 1), UNSEEN.format("U+FFFD")),
    ("invisible-character", "a: b\U000e0041", (1, 5, 1), UNSEEN.format("U+E0041")),
    ("invisible-character", 'a: "b\\u0007"', (1, 4, 9), UNSEEN.format("U+0007")),
    ("invisible-character", 'a: "\\ud800"', (1, 4, 8), UNSEEN.format("U+D800")),
    ("tab", "a:\n\tb: c", (2, 1, 1), "A tab stands here."),
    ("tab", "a: b\t# c", (1, 5, 1), "A tab stands here."),
    ("not-yaml", 'a: "\\UFFFFFFFF"', (1, 1, 1), UNREADABLE),
    ("not-yaml", "%YAML 1." + "9" * 5000 + "\n---\na: b", (1, 1, 1), UNREADABLE),
    ("not-yaml", "a: b: c", (1, 5, 1), "A ':' stands where no key can begin."),
    ("not-yaml", "a: b\nc\nd: e", (3, 1, 1), "This line has no ':' after its key."),
    ("not-yaml", "a: @b", (1, 4, 1), "A text cannot begin with this character."),
    ("not-yaml", 'a: "b', (1, 6, 1), "A quotation mark that was opened is never closed."),
    ("not-yaml", 'a: "\\q"', (1, 6, 1), BACKSLASH),
    ("not-yaml", "a:\n  b: c\n d: e", (3, 2, 1), INDENTED),
    ("not-yaml", "a: [b, c\nd: e", (2, 2, 1), BRACKET),
    ("not-yaml", "a: [b, c", (1, 9, 1), BRACKET),
    ("not-yaml", "a: }", (1, 4, 1), UNREADABLE),
    ("not-yaml", "%YAML 2.0\n---\na: b", (1, 1, 1), UNREADABLE),
]


@pytest.mark.parametrize(("rule", "text", "place", "message"), REFUSED)
def test_it_refuses(rule, text, place, message):
    problem = refused(text)
    assert (problem.rule, problem.message) == (rule, message)
    assert (problem.line, problem.column, problem.length) == place
    assert problem.severity == "error"


@pytest.mark.parametrize(
    ("text", "fix"),
    [
        ("a: *b", "Write the value out in full, or put the text in quotation marks."),
        ("a: !b c", "Remove it, or put the text in quotation marks if it begins with '!'."),
        ("a: b\n---\nc: d", "Remove the line '---': one file holds one bank."),
        ("", "Begin with a key such as 'about:'."),
        ("[" * 13, "A bank needs five; check the brackets and the indentation."),
        ("\ufeffa: b", "Save it as UTF-8 text, without a byte order mark."),
        ("a: \x07", "Delete it and type the text again."),
        ("a:\tb", "Use spaces; two for each step to the right."),
        (
            "a: }",
            "Check the quotation marks, colons, brackets and indentation here and just above.",
        ),
        (
            "a: b: c",
            "Put the text in quotation marks if it has a ':' in it; "
            "otherwise check the indentation.",
        ),
        ("a: @b", "Put the text in quotation marks."),
        ('a: "b', "Close it at the end of its text."),
    ],
)
def test_it_says_what_to_do(text, fix):
    assert refused(text).fix == fix


def test_twelve_steps_are_not_too_deep():
    assert isinstance(grow("[" * 12 + "]" * 12, "t"), Series)


def test_characters_that_show_are_not_refused():
    text = "ä ’ “ ” – … × ½ \N{NO-BREAK SPACE} é 漢 \U0001f642"
    assert grow(f'a: "{text}"\r\nb: c', "t").entries[0][1].text == text


def test_a_file_may_begin_with_three_dashes():
    assert isinstance(grow("---\na: b\n...\n", "t"), Table)


def test_at_most_a_million_bytes_are_decoded():
    assert decode(b"#" * MOST_BYTES, "t") == "#" * MOST_BYTES
    with pytest.raises(BrokenFile) as caught:
        decode(b"#" * (MOST_BYTES + 1), "t")
    (problem,) = caught.value.problems
    assert problem.message == (
        "The file is larger than a bank may be (1,000,000 bytes, 20,000 values)."
    )
    assert problem.fix == "Check that this is the right file."
    assert (problem.rule, problem.line, problem.column) == ("too-large", 1, 1)
    assert (caught.value.name, caught.value.text) == ("t", "")


def test_bytes_that_are_no_text_are_pointed_at():
    with pytest.raises(BrokenFile) as caught:
        decode("a: b\nä: ".encode() + b"\xe9\xe9", "t")
    (problem,) = caught.value.problems
    assert (problem.rule, problem.line, problem.column) == ("not-utf-8", 2, 4)
    assert problem.message == ("The file is not text in UTF-8: the byte 0xE9 cannot stand here.")
    assert caught.value.text == "a: b\nä: \ufffd\ufffd"
    assert caught.value.name == "t"


def test_lines_end_where_yaml_ends_them():
    assert lines_of("a\r\nb\rc\nd\n") == ("a", "b", "c", "d", "")
