"""Threat 12: no regular expression of the program takes long on a thousand repeated signs."""

import ast
import re
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ROOMS = ("access", "bank", "discovery", "report", "scoring", "storage", "ui", "web")
CALLS = {"compile", "match", "fullmatch", "search", "sub", "split", "findall", "finditer"}
LONGEST = 1_000
SECONDS = 0.1
UNITS = ("a", "0", " ", "-", ".", "\\", '"', "{", "[", "@a.", "a-", "a'", "0/", "http", "<script>")
ENDS = ("", "!", "\x00")


def written():
    """Every pattern that stands as a plain literal in a call of `re`, by the place it stands in."""
    for path in [p for room in ROOMS for p in sorted((ROOT / room).rglob("*.py"))]:
        for call in ast.walk(ast.parse(path.read_text("utf-8"))):
            if (
                isinstance(call, ast.Call)
                and isinstance(call.func, ast.Attribute)
                and call.func.attr in CALLS
                and getattr(call.func.value, "id", "") == "re"
                and isinstance(call.args[0], ast.Constant)
            ):
                flags = re.DOTALL if "DOTALL" in ast.unparse(call) else re.NOFLAG
                place = f"{path.relative_to(ROOT)}:{call.lineno}"
                yield pytest.param(call.args[0].value, flags, id=place)


def slowest(pattern, flags):
    """The processor seconds of the slowest text, and that text's beginning."""
    asked = re.compile(pattern, flags)
    worst = (0.0, "")
    for unit in UNITS:
        for end in ENDS:
            text = (unit * LONGEST)[:LONGEST] + end
            given = text.encode() if isinstance(pattern, bytes) else text
            for way in (asked.fullmatch, asked.search):
                begun = time.process_time()
                way(given)
                worst = max(worst, (time.process_time() - begun, text[:20] + "…" + end))
    return worst


@pytest.mark.threat(12)
@pytest.mark.parametrize(("pattern", "flags"), list(written()))
def test_a_pattern_answers_a_thousand_repeated_signs_quickly(pattern, flags):
    seconds, text = slowest(pattern, flags)
    assert seconds < SECONDS, (seconds, text)
