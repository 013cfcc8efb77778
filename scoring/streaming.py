"""Scorecards for one answer file per line, as they come: memory does not grow with the input."""

import json
from collections.abc import Iterator
from typing import BinaryIO, Final

from bank.model import Bank
from scoring.answer_file import BrokenAnswerFile, read_answer_file
from scoring.export import as_json
from scoring.json_document import MOST_BYTES
from scoring.known_banks import Released, no_released_banks
from scoring.scorecard import score

CHUNK: Final = 65_536
"""The rest of a line that is too long is passed over in pieces of this size, in bytes."""
TOO_LONG: Final = f"The line is longer than {MOST_BYTES:,} bytes."


def score_lines(
    source: BinaryIO, bank: Bank, released: Released = no_released_banks
) -> Iterator[tuple[bool, str]]:
    """For every line that is not blank: whether it was good, and one line of JSON.

    The JSON is the scorecard or, for a broken answer file, `{"line": number, "error": text}`.
    """
    for number, line in numbered_lines(source):
        error = TOO_LONG
        if line is not None:
            try:
                answers = read_answer_file(line, bank, released)
                yield True, _compact(as_json(score(answers.bank, answers.assessment)))
                continue
            except BrokenAnswerFile as broken:
                error = "; ".join(str(problem) for problem in broken.problems)
        yield False, _compact({"line": number, "error": error})


def numbered_lines(source: BinaryIO) -> Iterator[tuple[int, bytes | None]]:
    """Lines that are not blank, numbered from 1; `None` stands for one that is too long."""
    number = 0
    while line := source.readline(MOST_BYTES + 1):
        number += 1
        if len(line) > MOST_BYTES and not line.endswith(b"\n"):
            _pass_over(source)
            yield number, None
        elif stripped := line.strip():
            yield number, stripped


def _pass_over(source: BinaryIO) -> None:
    """Read to the end of the line without keeping it."""
    while piece := source.readline(CHUNK):
        if piece.endswith(b"\n"):
            return


def _compact(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
