"""What is fuzzed: three readers of whatever people send, each with what has to hold afterwards."""

import re
import unicodedata
from collections.abc import Callable
from typing import Final

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from report.text.clean import clean
from tests.bank.broken_bank import SAMPLE
from tests.bank.test_fuzz import SIGNS, survives
from tests.scoring.answer_files import EXAMPLES, PEOPLE
from tests.scoring.test_answer_file_fuzz import JSON, as_bytes, attempt
from ui.escape import CONTROL_BUT_LINES, MARKS, as_html, escape, isolate, tidy_line, tidy_lines

BANK: Final = SAMPLE.encode()
FILES: Final = [(EXAMPLES / f"{name}.json").read_bytes() for name in PEOPLE]
PIECES: Final = [sign.encode("utf-8", "surrogatepass") for sign in SIGNS]
ESCAPED: Final = re.compile(r"(?:\\[!-/:-@\[-`{-~]|[^!-/:-@\[-`{-~])*")
ENTITIES: Final = ("&lt;", "&gt;", "&amp;", "&quot;", "&#x27;")
TROUBLE: Final = st.sampled_from(
    [
        *"\x00\x07\r\n\t\u2028\u2029\u00ad\u200b\u200d\u202e\u2066\u2067\u2068\u2069\ufeff\ud800",
        *("![x](//e.example)", "<b>", "https://", "www.", "a@b", ":red[x]", "$x$", "->", "\\", "`"),
        *("=1+1", "\u0301" * 9, "ﷺ", "שלום", "👩‍👩‍👧", "&lt;", "&#x27;"),
    ]
)


def mutated(whole: SearchStrategy[bytes], pieces: SearchStrategy[bytes]) -> SearchStrategy[bytes]:
    """A good file with up to four stretches of it replaced, repeated or gone."""
    cut = st.tuples(st.floats(0, 1), st.integers(0, 400), pieces, st.integers(0, 3))

    def carried_out(
        pair: tuple[bytes, list[tuple[float, int, bytes, int]]],
    ) -> bytes:
        data, cuts = pair
        for place, length, piece, times in cuts:
            start = int(place * len(data))
            kept = data[start : start + length] * times
            data = data[:start] + kept + piece + data[start + length :]
        return data

    return st.tuples(whole, st.lists(cut, min_size=1, max_size=4)).map(carried_out)


def text_is_harmless(text: str) -> None:
    """What holds of text that people wrote, wherever it is drawn."""
    for sign in MARKS.sub("", escape(text)):
        assert unicodedata.category(sign) not in {"Cc", "Cs"}
    assert ESCAPED.fullmatch(escape(text))
    page = as_html(text)
    for entity in ENTITIES:
        page = page.replace(entity, "")
    assert not set("<>\"'&") & set(page)
    assert not CONTROL_BUT_LINES.search(page)
    level = 0
    for sign in isolate(text):
        level += (sign in "\u2066\u2067\u2068") - (sign == "\u2069")
        assert level >= 0
    assert level == 0 or isolate(text) == text
    assert "\n" not in tidy_line(text, 50)
    assert len(tidy_lines(text, 50)) <= 50
    drawn = clean(text, 60)
    assert len(drawn) <= 60
    assert clean(drawn, 60) == drawn
    drawn.encode("utf-8")
    assert not {unicodedata.category(sign) for sign in drawn.replace("\n", "")} & {"Cc", "Cs"}


TARGETS: Final[dict[str, tuple[SearchStrategy[object], Callable[..., None]]]] = {
    "bank": (
        st.one_of(
            st.binary(max_size=400),
            mutated(st.just(BANK), st.sampled_from(PIECES) | st.binary(max_size=6)),
        ),
        survives,
    ),
    "answers": (
        st.one_of(
            st.binary(max_size=200),
            JSON.map(as_bytes),
            mutated(
                st.sampled_from(FILES),
                st.binary(max_size=4) | st.sampled_from([b'"', b"{", b"[", b",", b"1e999", b"-"]),
            ),
        ),
        attempt,
    ),
    "text": (
        st.one_of(
            st.text(max_size=80),
            st.lists(TROUBLE | st.characters(), max_size=40).map("".join),
        ),
        text_is_harmless,
    ),
}
"""By name: what is made up, and what has to survive it."""
