"""Whatever the bytes, the reader ends soon, and with nothing but a broken answer file."""

import json
import re
import time
import tracemalloc

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scoring.answer_envelope import ENVELOPE_CHECKS
from scoring.answer_file import (
    BrokenAnswerFile,
    read_answer_file,
    read_company_file,
    read_comparison_file,
)
from scoring.answer_sections import budget_checks, priority_checks, profile_checks
from tests.scoring.answer_files import BANK, EXAMPLES, PEOPLE, as_bytes, example

PYTHON_WORDS = re.compile(r"\b(str|int|float|bool|dict|NoneType|Traceback|class|Error)\b|0x")
MILLION = 1_000_000

SCALARS = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=5)
    | st.sampled_from(["dk", "na", "none", "weekly", "leader", 10**400, -1, 2.0])
)
KEYS = st.text(max_size=3) | st.sampled_from(
    [
        *ENVELOPE_CHECKS,
        *profile_checks(BANK),
        *priority_checks(BANK),
        *budget_checks(BANK),
        *("OWN-01", "S01", "responses", "first", "second"),
    ]
)
JSON = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4)
)


def attempt(data, readers=(read_answer_file, read_company_file, read_comparison_file)):
    """Only `BrokenAnswerFile` may come out of any reader, and it must be readable."""
    for read in readers:
        try:
            read(data, BANK)
        except BrokenAnswerFile as broken:
            said = str(broken)
            assert said.encode().decode() == said
            assert said.replace("\n", "").isprintable()
            assert PYTHON_WORDS.search(data.decode("latin-1")) or not PYTHON_WORDS.search(said)


@given(st.binary(max_size=200))
@settings(max_examples=100, deadline=None)
def test_random_bytes_are_refused_in_words(data):
    attempt(data)


@given(JSON)
@settings(max_examples=60, deadline=None)
def test_random_json_is_read_or_refused_in_words(value):
    attempt(as_bytes(value))


@given(st.sampled_from(PEOPLE), st.data())
@settings(max_examples=80, deadline=None)
def test_a_worked_example_with_one_value_replaced_is_read_or_refused_in_words(name, data):
    document = example(name)["input"]
    place = document
    while True:
        steps = list(place) if isinstance(place, dict) else list(range(len(place)))
        step = data.draw(st.sampled_from(steps))
        inside = place[step]
        if not isinstance(inside, dict | list) or not inside or data.draw(st.booleans()):
            break
        place = inside
    place[step] = data.draw(JSON)
    attempt(as_bytes(document))


@given(st.sampled_from(PEOPLE), st.integers(0), st.binary(max_size=3), st.integers(0, 20))
@settings(max_examples=100, deadline=None)
def test_a_worked_example_with_some_bytes_replaced_is_read_or_refused_in_words(
    name, start, piece, length
):
    data = (EXAMPLES / f"{name}.json").read_bytes()
    start %= len(data)
    attempt(data[:start] + piece + data[start + length :])


def filled(before, unit, after=b""):
    return before + unit * ((MILLION - len(before) - len(after)) // len(unit)) + after


def keys_galore():
    return ",".join(f'"k{n}":1' for n in range(85_000)).encode()


HOSTILE = {
    "brackets": lambda: b"[" * MILLION,
    "braces": lambda: filled(b"", b'{"a":'),
    "closing brackets": lambda: b"]" * MILLION,
    "objects": lambda: filled(b'{"x":[', b"{},", b"{}]}"),
    "whole numbers": lambda: filled(b'{"budget":{"per_priority":[', b"1,", b"1]}}"),
    "decimals": lambda: filled(b'{"x":[', b"1.1,", b"1]}"),
    "long numbers": lambda: filled(b'{"x":[', b"9" * 4200 + b",", b"1]}"),
    "one long number": lambda: b'{"seconds_core":' + b"9" * 999_000 + b"}",
    "long decimals": lambda: b'{"seconds_core":0.' + b"9" * 999_000 + b"}",
    "texts": lambda: filled(b'{"x":[', b'"",', b"1]}"),
    "quotes": lambda: b"[" * 30 + b'"' * 999_970,
    "escaped quotes": lambda: b"[" * 30 + b'"' + b'\\"' * 499_900,
    "backslashes": lambda: b"[" * 30 + b"\\" * 999_900,
    "unknown keys": lambda: b"{" + keys_galore() + b"}",
    "unknown items": lambda: b'{"answers":{' + keys_galore() + b"}}",
    "one key again and again": lambda: filled(b"{", b'"a":1,', b'"a":1}'),
    "many objects with twins": lambda: b'{"x":[' + b'{"a":1,"a":1},' * 29_000 + b"{}]}",
    "long key": lambda: b'{"' + b"a" * 999_000 + b'":1}',
    "long text": lambda: b'{"priorities":[{"name":"' + b"a" * 999_000 + b'"}]}',
    "priorities": lambda: filled(b'{"priorities":[', b"1,", b"1]}"),
    "codes": lambda: filled(b'{"profile":{"tried":[', b'"new_tool",', b'"x"]}}'),
    "lines": lambda: b"\n" * 999_999 + b"x",
    "respondents": lambda: filled(b'{"responses":[', b'{"input":[]},', b"1]}")[:390_000],
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_costs_little_time(name):
    data = HOSTILE[name]()
    assert len(data) <= MILLION
    started = time.process_time()
    attempt(data, [read_company_file if name == "respondents" else read_answer_file])
    assert time.process_time() - started < 1.0  # measured: 0.1 s at most, most of it in `json`


def test_a_hostile_file_costs_little_memory():
    data = HOSTILE["one key again and again"]()
    tracemalloc.start()
    try:
        attempt(data, [read_answer_file])
        assert tracemalloc.get_traced_memory()[1] < 30 * MILLION  # measured: 12 million bytes
    finally:
        tracemalloc.stop()


def test_a_deep_file_is_refused_before_it_is_parsed(monkeypatch):
    monkeypatch.setattr(json, "loads", None)
    attempt(b"[" * 21)
