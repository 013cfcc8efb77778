"""`python -m scoring`: answer files in, results as JSON out.

Exit status: 0 fine, 1 a broken file (its problems on standard error), 2 wrong usage.
"""

import argparse
import functools
import json
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final, TypeVar

from bank import Bank, BrokenBank, load
from scoring.answer_file import (
    AnswerFile,
    BrokenAnswerFile,
    read_answer_file,
    read_company_file,
    read_comparison_file,
)
from scoring.company import company
from scoring.comparison import NotComparableError, compare
from scoring.explanation import UnknownNumberError
from scoring.export import as_json, company_as_json, comparison_as_json, explanation_as_json
from scoring.json_document import MOST_BYTES
from scoring.known_banks import Released
from scoring.scorecard import Scorecard, score
from scoring.streaming import score_lines

FINE: Final = 0
BROKEN: Final = 1
WRONG_USAGE: Final = 2

BANK: Final = Path(__file__).resolve().parent.parent / "questions.yaml"
STANDARD_INPUT: Final = "-"
Read = TypeVar("Read")
Reader = Callable[[bytes, Bank, Released], Read]


@dataclass(frozen=True, slots=True)
class Streams:
    """The three standard streams as bytes, so that output is UTF-8 whatever the locale."""

    source: BinaryIO
    output: BinaryIO
    errors: BinaryIO


class Refused(Exception):  # noqa: N818 - it ends the run, it is no fault of the code
    """Ends the run with an exit status and the lines to print on standard error."""

    def __init__(self, status: int, *lines: str) -> None:
        super().__init__("\n".join(lines))
        self.status = status


def main(arguments: Sequence[str], streams: Streams) -> int:
    """Run one command and give its exit status."""
    command, *rest = arguments or ("",)
    run = {"compare": _compare, "company": _company}.get(command)
    try:
        return run(rest, streams) if run else _score(arguments, streams)
    except Refused as refused:
        _write(streams.errors, str(refused))
        return refused.status
    except BrokenBank as broken:
        lines = (
            f"{broken.name}:{problem.line}:{problem.column}: {problem.message} {problem.fix}"
            for problem in broken.problems
            if problem.severity == "error"
        )
        _write(streams.errors, "\n".join(lines))
        return BROKEN


def _score(arguments: Sequence[str], streams: Streams) -> int:
    """Score one answer file, or one on each line."""
    parser = _parser("", "Score an answer file. Other commands: compare, company.")
    parser.add_argument("file", help="an answer file, or - for standard input")
    one = parser.add_mutually_exclusive_group()
    one.add_argument("--lines", action="store_true", help="one answer file on each line")
    one.add_argument("--explain", metavar="ID", help="open one number: OWN, overall, move:REV-05")
    wanted = parser.parse_args(arguments)
    bank, released = _banks(wanted)
    if wanted.lines:
        return _score_lines(wanted.file, streams, bank, released)
    (answers,) = _read_all([wanted.file], streams, bank, released, read_answer_file)
    card = _scorecard(answers)
    if wanted.explain is None:
        _write_json(streams.output, as_json(card))
        return FINE
    try:
        _write_json(streams.output, explanation_as_json(card.explain(wanted.explain)))
    except UnknownNumberError as unknown:
        raise Refused(WRONG_USAGE, str(unknown)) from None
    return FINE


def _score_lines(name: str, streams: Streams, bank: Bank, released: Released) -> int:
    status = FINE
    with _opened(name, streams) as source:
        for good, line in score_lines(source, bank, released):
            _write(streams.output, line)
            status = status if good else BROKEN
    return status


def _compare(arguments: Sequence[str], streams: Streams) -> int:
    """Compare two answer files, or the two assessments in one file."""
    parser = _parser(" compare", "Compare two assessments of one respondent.")
    parser.add_argument("first", help="an answer file, or one that holds `first` and `second`")
    parser.add_argument("second", nargs="?", help="the later answer file")
    wanted = parser.parse_args(arguments)
    bank, released = _banks(wanted)
    if wanted.second is None:
        ((first, second),) = _read_all(
            [wanted.first], streams, bank, released, read_comparison_file
        )
    else:
        names = [wanted.first, wanted.second]
        first, second = _read_all(names, streams, bank, released, read_answer_file)
    try:
        comparison = compare(_scorecard(first), _scorecard(second))
    except NotComparableError as reason:
        raise Refused(BROKEN, str(reason)) from None
    _write_json(streams.output, comparison_as_json(comparison))
    return FINE


def _company(arguments: Sequence[str], streams: Streams) -> int:
    """Put several respondents of one company together."""
    parser = _parser(" company", "Show where several people of one company differ.")
    parser.add_argument("files", nargs="+", help="answer files with a role_group each")
    wanted = parser.parse_args(arguments)
    bank, released = _banks(wanted)
    read = _read_all(wanted.files, streams, bank, released, read_company_file)
    people = [person for each in read for person in each]
    if len({person.bank for person in people}) > 1:
        raise Refused(BROKEN, "The respondents of a company must have answered the same bank.")
    cards = [(person.role_group or "", _scorecard(person)) for person in people]
    _write_json(streams.output, company_as_json(company(cards)))
    return FINE


def _parser(command: str, description: str) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog=f"python -m scoring{command}", description=description)
    parser.add_argument("--bank", type=Path, default=BANK, help="the question bank in use")
    parser.add_argument("--banks", type=Path, help="a folder of released question banks")
    return parser


def _banks(wanted: argparse.Namespace) -> tuple[Bank, Released]:
    """The bank in use and, loaded when first needed, the released ones."""
    folder = wanted.banks or wanted.bank.parent / "released_banks"

    @functools.cache
    def released() -> tuple[Bank, ...]:
        return tuple(_load(path) for path in sorted(folder.glob("*.yaml")))

    return _load(wanted.bank), released


def _load(path: Path) -> Bank:
    with _open(str(path)) as file:
        return load(file.read(MOST_BYTES + 1), str(path))


def _read_all(
    names: Sequence[str], streams: Streams, bank: Bank, released: Released, reader: Reader[Read]
) -> list[Read]:
    """Read every file; refuses with the problems of all of them."""
    found: list[Read] = []
    lines: list[str] = []
    for name in names:
        with _opened(name, streams) as source:
            content = source.read(MOST_BYTES + 1)
        try:
            found.append(reader(content, bank, released))
        except BrokenAnswerFile as broken:
            lines.extend(f"{name}: {problem}" for problem in broken.problems)
    if lines:
        raise Refused(BROKEN, *lines)
    return found


def _opened(name: str, streams: Streams) -> AbstractContextManager[BinaryIO]:
    return nullcontext(streams.source) if name == STANDARD_INPUT else _open(name)


def _open(name: str) -> BinaryIO:
    try:
        return open(name, "rb")
    except OSError as error:
        raise Refused(WRONG_USAGE, f"{name}: cannot be read: {error.strerror}") from None


def _scorecard(answers: AnswerFile) -> Scorecard:
    return score(answers.bank, answers.assessment)


def _write_json(stream: BinaryIO, value: object) -> None:
    _write(stream, json.dumps(value, ensure_ascii=False, indent=1))


def _write(stream: BinaryIO, line: str) -> None:
    stream.write(f"{line}\n".encode("utf-8", "backslashreplace"))


def run() -> int:
    """`main` on the real streams; a reader that goes away early is no reason for a traceback."""
    streams = Streams(sys.stdin.buffer, sys.stdout.buffer, sys.stderr.buffer)
    try:
        status = main(sys.argv[1:], streams)
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return BROKEN
    return status


if __name__ == "__main__":
    raise SystemExit(run())
