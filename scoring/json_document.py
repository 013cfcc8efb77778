"""Bytes in, JSON values out: refuses what is too large, too deep, ambiguous or no JSON at all.

Nesting is measured before the text is parsed, because the parser descends into every bracket.
"""

import codecs
import json
import math
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from scoring.answer_problems import (
    MOST_PROBLEMS,
    AnswerProblem,
    BrokenAnswerFile,
    Path,
    ProblemList,
)

MOST_BYTES: Final = 1_000_000
"""Largest answer file."""
MOST_DEPTH: Final = 20
"""Deepest nesting of lists and objects; an answer file needs six."""
MOST_BRACKETS: Final = 30_000
"""Most opening brackets in one file, those in texts included; an answer file needs fifteen."""
MOST_DIGITS: Final = 400
"""Whole numbers with more digits are read as infinite; no answer is anywhere near."""

BETWEEN_BRACKETS: Final = re.compile(rb'(?:[^][{}"]++|"(?:[^"\\]++|\\.)*+"?)++', re.DOTALL)
"""Texts, whole, and everything else that is no bracket; never gives back what it has taken."""
WORDS_FOR: Final = {
    "Expecting property name enclosed in double quotes": "a key in double quotes is expected here",
    "Expecting ':' delimiter": "a colon is expected here, after the key",
    "Expecting ',' delimiter": "a comma or a closing bracket is expected here",
    "Expecting value": "a value is expected here",
    "Extra data": "there is more text after the end of the answers",
    "Unterminated string starting at": "the text that begins here has no closing quote",
    "Invalid control character at": (
        "a text has a line break or control character here; close it with a quote or write \\n"
    ),
    "Invalid \\escape": "a backslash in a text is written as two backslashes",
    "Invalid \\uXXXX escape": "\\u is followed by four hexadecimal digits",
}


@dataclass(frozen=True, slots=True)
class Document:
    """A parsed file. `repeated` holds objects that have a key twice, each with that key."""

    root: object
    repeated: tuple[tuple[dict[str, Any], str], ...]


def refusal(message: str) -> BrokenAnswerFile:
    """The exception for a file that is refused as a whole."""
    return BrokenAnswerFile((AnswerProblem("", message),))


def read_document(data: bytes) -> Document:
    """Parse UTF-8 JSON with or without a byte order mark; raises `BrokenAnswerFile`."""
    if len(data) > MOST_BYTES:
        raise refusal(f"The file is larger than {MOST_BYTES:,} bytes.")
    text = _decoded(data)
    if not text.strip():
        raise refusal("The file is empty.")
    _refuse_deep_nesting(data)
    repeated: list[tuple[dict[str, Any], str]] = []

    def built(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found = dict(pairs)
        if len(found) != len(pairs) and len(repeated) < MOST_PROBLEMS:
            repeated.extend((found, key) for key in _repeats(pairs))
        return found

    try:
        root = _parsed(text, built)
    except json.JSONDecodeError as error:
        words = WORDS_FOR.get(error.msg, "this is not JSON")
        raise refusal(f"{_place(text, error.pos)}: {words}") from None
    return Document(root, tuple(repeated))


def _decoded(data: bytes) -> str:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise refusal("The file is not UTF-8 but UTF-16; save it as UTF-8.")
    try:
        return data.removeprefix(codecs.BOM_UTF8).decode("utf-8")
    except UnicodeDecodeError as error:
        place = _place(error.object.decode("latin-1"), error.start)
        raise refusal(f"{place}: the text is not UTF-8; save the file as UTF-8") from None


def _place(text: str, position: int) -> str:
    """Where `position` is, for people; a file of one line needs no line number."""
    line = text.count("\n", 0, position) + 1
    column = f"column {position - text.rfind(chr(10), 0, position)}"
    return f"line {line}, {column}" if "\n" in text.rstrip() else column


def _refuse_deep_nesting(data: bytes) -> None:
    """Measure depth over the brackets outside texts, in one pass and without recursion."""
    opening = data.count(b"[") + data.count(b"{")
    if opening <= MOST_DEPTH:
        return
    if opening > MOST_BRACKETS:
        raise refusal(f"The file holds more than {MOST_BRACKETS:,} opening brackets.")
    depth = 0
    for bracket in BETWEEN_BRACKETS.sub(b"", data):
        depth += 1 if bracket in b"[{" else -1
        if depth > MOST_DEPTH:
            raise refusal(f"Lists and objects are nested more than {MOST_DEPTH} deep.")


def _parsed(text: str, built: Any) -> object:
    """Parse; a number that is too long for Python to read is read again as infinite."""
    try:
        return json.loads(text, object_pairs_hook=built)
    except json.JSONDecodeError:
        raise
    except ValueError:
        return json.loads(text, object_pairs_hook=built, parse_int=_whole)


def _whole(digits: str) -> float:
    return int(digits) if len(digits) <= MOST_DIGITS else math.inf


def _repeats(pairs: Iterable[tuple[str, Any]]) -> list[str]:
    seen: set[str] = set()
    repeats: dict[str, None] = {}
    for key, _ in pairs:
        if key in seen:
            repeats[key] = None
        seen.add(key)
    return list(repeats)


def note_repeated_keys(document: Document, problems: ProblemList) -> None:
    """Report every key that stands twice in one object, wherever that object is."""
    if document.repeated:
        paths = _paths(document.root)
        for found, key in document.repeated:
            if id(found) in paths:
                problems.add((*paths[id(found)], key), "this key is written twice; keep one")


def _paths(root: object) -> dict[int, Path]:
    """The path of every object in the document, by identity."""
    paths: dict[int, Path] = {}
    waiting: list[tuple[Path, Any]] = [((), root)]
    while waiting:
        path, value = waiting.pop()
        steps: Iterable[tuple[str | int, Any]] = enumerate(value)
        if type(value) is dict:
            paths[id(value)] = path
            steps = value.items()
        waiting.extend(((*path, step), each) for step, each in steps if type(each) in (dict, list))
    return paths
