"""Whatever stands in the file, its author gets problems and never a traceback."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bank import BrokenBank, check, load
from bank.loading import examine
from bank.printing import as_annotations, as_text
from tests.bank.broken_bank import SAMPLE

SIGNS = [*"{}[]:,-?&*!|>'\"%@`#~.0 \n\t\\", "null", "true", "- ", ": ", "\ufeff", "\x00", "…", "é"]
QUICK = settings(
    max_examples=8,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
)
MANY = settings(QUICK, max_examples=100)


def survives(content: bytes) -> None:
    """Problems are inside the file, ordered, printable; and loading agrees with checking."""
    examined = examine(content, "fuzz.yaml")
    assert list(examined.problems) == sorted(examined.problems)
    lines = examined.text.count("\n") + examined.text.count("\r") + 1
    for problem in examined.problems:
        assert 1 <= problem.line <= lines
        assert problem.column >= 1
        assert problem.length >= 1
        assert problem.message.endswith(".")
        assert "Traceback" not in problem.message
    as_text(examined).encode("utf-8")
    as_annotations(examined).encode("utf-8")
    if examined.bank is None:
        assert any(problem.severity == "error" for problem in examined.problems)


@MANY
@given(st.binary(max_size=400))
def test_any_bytes(content):
    survives(content)


@MANY
@given(st.lists(st.sampled_from([*SIGNS, "about", "items", "id"]), max_size=60))
def test_any_arrangement_of_signs(signs):
    survives("".join(signs).encode("utf-8"))


@MANY
@given(st.text(max_size=60))
def test_any_text_in_a_known_place(text):
    survives(f"about:\n  title: {text}\n".encode("utf-8", "surrogatepass"))


@QUICK
@given(
    st.integers(0, len(SAMPLE) - 1),
    st.integers(0, 40),
    st.lists(st.sampled_from(SIGNS), max_size=4).map("".join),
)
def test_the_sample_with_a_stretch_replaced(start, length, signs):
    survives((SAMPLE[:start] + signs + SAMPLE[start + length :]).encode("utf-8"))


@QUICK
@given(st.lists(st.integers(0, SAMPLE.count("\n")), min_size=1, max_size=3, unique=True))
def test_the_sample_without_some_lines(dropped):
    lines = SAMPLE.split("\n")
    kept = [line for place, line in enumerate(lines) if place not in dropped]
    survives("\n".join(kept).encode("utf-8"))


@pytest.mark.threat(11)
@pytest.mark.parametrize(
    "content",
    [
        "[" * 90_000,
        "{" * 90_000,
        "- " * 40_000,
        "? " * 40_000,
        "a: " * 30_000,
        "a:\n" * 30_000,
        "#" * 90_000,
        "\n" * 90_000,
        " " * 90_000,
        "a" * 90_000,
        '"' + "\\x41" * 20_000 + '"',
        "a: " + "9" * 90_000,
        "about: {version: " + "1." * 40_000 + "1}",
        "%" * 90_000,
        "!" * 90_000,
        "&" + "a" * 90_000,
        "<<: {}\n" * 20_001,
        "items: [{" + ", ".join(f"k{n}: 1" for n in range(4000)) + ", id: a}]",
        "items: [" + "{id: 0}, " * 2000 + "]",
    ],
    ids=lambda content: repr(content[:9]),
)
def test_a_large_file_is_answered_too(content):
    survives(content.encode("utf-8"))


def test_loading_and_checking_agree_on_a_broken_file():
    with pytest.raises(BrokenBank) as caught:
        load("about: [", "fuzz.yaml")
    assert caught.value.problems == check("about: [", "fuzz.yaml")
