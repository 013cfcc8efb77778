"""What things are called, and how pieces of a file are quoted to its author."""

from dataclasses import fields, is_dataclass
from typing import Any

import pytest

from bank.model import Bank
from bank.naming import NOUNS, sentence, spoken
from bank.quoting import listed, nearest, number, quote, visible
from bank.shapes import ListShape, OptionalShape, RecordShape, record_shape
from bank.tree import grow
from tests.bank.broken_bank import SAMPLE

TREE = grow(SAMPLE, "sample.yaml")

NAMES = [
    ((), "the bank"),
    (("items",), "items"),
    (("items", 0), "item 'OWN-01'"),
    (("items", 0, "stem"), "'stem' of item 'OWN-01'"),
    (("items", 1, "na", "rule"), "'na.rule' of item 'OWN-02'"),
    (("items", 1, "options", 2), "option 3 of item 'OWN-02'"),
    (("items", 1, "options", 2, "level"), "'level' of option 3 of item 'OWN-02'"),
    (("items", 0, "sources", 1), "entry 2 of 'sources' of item 'OWN-01'"),
    (("symptoms", "checklist", 0, "causes", "O1"), "'causes.O1' of symptom 'S01'"),
    (("numbers", "coverage", "scored"), "numbers.coverage.scored"),
    (("levels", 1), "level 2"),
    (("trace", "group_words", 1), "entry 2 of trace.group_words"),
    (("trace", "parts", 0, "choices", 1), "choice 'in_heads' of trace part 'process'"),
    (("claims", 3), "claim 'review'"),
    (("released", 0), "released id 'OWN-01'"),
]


@pytest.mark.parametrize(("path", "name"), NAMES)
def test_the_name_of(path, name):
    assert spoken(TREE, path) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("items: [{stem: a}]", "item 1"),
        ("items: [{id: ''}]", "item 1"),
        ("items: [{id: [a]}]", "item 1"),
        ("items: [7]", "item 1"),
        ("items: [{[id]: a, id: b}]", "item 'b'"),
    ],
)
def test_an_entry_without_a_name_is_counted(text, name):
    assert spoken(grow(text, "t"), ("items", 0)) == name


@pytest.mark.parametrize(
    ("name", "begun"),
    [
        ("item 'a'", "Item 'a'"),
        ("the bank", "The bank"),
        ("'stem' of item 'a'", "'stem' of item 'a'"),
        ("numbers.load.x", "numbers.load.x"),
        ("items", "items"),
    ],
)
def test_a_name_begins_a_sentence(name, begun):
    assert sentence(name) == begun


def lists_of_records(shape: Any, path: tuple[str, ...] = ()):
    if isinstance(shape, OptionalShape):
        yield from lists_of_records(shape.inner, path)
    if isinstance(shape, ListShape) and isinstance(shape.inner, RecordShape):
        yield path, shape.inner
        yield from lists_of_records(shape.inner, path)
    if isinstance(shape, RecordShape):
        for field in shape.fields:
            yield from lists_of_records(field.shape, (*path, field.name))


def test_every_list_of_records_has_a_noun_and_a_key_that_names_its_entries():
    found = dict(lists_of_records(record_shape(Bank)))
    assert set(found) == set(NOUNS)
    for path, record in found.items():
        noun, key = NOUNS[path]
        assert noun == noun.lower()
        assert key in (*record.keys, "")
        assert is_dataclass(record.kind)
        assert key or path[-1] in ("levels", "options")
        assert len(fields(record.kind)) == len(record.fields)


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("a", "'a'"),
        ("", "''"),
        ("a\nb", "'a b'"),
        ("a\x07b", "'a\ufffdb'"),
        ("x" * 40, "'" + "x" * 40 + "'"),
        ("x" * 41, "'" + "x" * 39 + "…'"),
        ("it's", "'it's'"),
    ],
)
def test_a_quotation_is_short_and_harmless(text, quoted):
    assert quote(text) == quoted


def test_what_does_not_show_is_made_visible():
    assert visible("a\x1b[31m\u202eb ä’") == "a\ufffd[31m\ufffdb ä’"


def test_words_are_listed():
    assert listed(("a", "b", "c")) == "a, b, c"
    assert listed(("a",)) == "a"
    assert listed(()) == "none"


@pytest.mark.parametrize(
    ("value", "text"), [(1.0, "1"), (0.75, "0.75"), (62.5, "62.5"), (100, "100")]
)
def test_numbers_are_written_as_an_author_would(value, text):
    assert number(value) == text


@pytest.mark.parametrize(
    ("word", "known", "guess"),
    [
        ("evidnce", ("evidence", "event"), "evidence"),
        ("stme", ("stem", "ask"), "stem"),
        ("colour", ("weight", "effort"), None),
        ("abc", ("abcdef",), None),
        ("abcd", ("abcdef",), "abcdef"),
        ("a", (), None),
        ("x" * 100_000, ("x" * 40,), "x" * 40),
    ],
)
def test_a_guess_is_made_only_when_it_is_close(word, known, guess):
    assert nearest(word, known) == guess
