"""Problems as lines for a terminal, a plain page, or GitHub's annotations."""

from collections.abc import Iterator
from typing import Protocol
from unicodedata import combining, east_asian_width

from bank.problem import Problem
from bank.quoting import counted, visible
from bank.tree import lines_of

WIDEST = 100
"""Most characters of one source line that are shown."""


class Examined(Protocol):
    """A file that was looked at, with its problems in file order; any kind of file."""

    @property
    def name(self) -> str:
        """What the file is called."""

    @property
    def text(self) -> str:
        """What it holds."""

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Everything that was found wrong or doubtful."""

    @property
    def found(self) -> str | None:
        """What it turned out to be, in a few words; None if it cannot be used."""


def as_text(examined: Examined) -> str:
    """Each problem with its source line, a caret below it, the fix and the rule's id."""
    lines = lines_of(examined.text)
    paragraphs = (_paragraph(examined.name, lines, problem) for problem in examined.problems)
    every_line = [line for paragraph in paragraphs for line in paragraph]
    return "\n".join([*every_line, summary(examined), ""])


def _paragraph(name: str, lines: tuple[str, ...], problem: Problem) -> Iterator[str]:
    where = f"{visible(name)}:{problem.line}:{problem.column}"
    yield f"{where}: {problem.severity}: {problem.message}"
    source = lines[problem.line - 1] if problem.line <= len(lines) else ""
    if source.strip():
        before, marked, after = _cut(source, problem)
        yield f"{problem.line:>5} | {before}{marked}{after}"
        yield f"      | {' ' * _width(before)}{'^' * max(_width(marked), 1)}"
    yield f"        {problem.fix}  [{problem.rule}]"


def _cut(source: str, problem: Problem) -> tuple[str, str, str]:
    """The source line before, at and after the problem, at most `WIDEST` characters of it."""
    start = problem.column - 1
    end = min(start + problem.length, len(source))
    first = max(0, start - WIDEST // 2) if len(source) > WIDEST else 0
    last = first + WIDEST
    before = ("…" if first else "") + visible(source[first:start])
    after = visible(source[end:last]) + ("…" if len(source) > max(last, end) else "")
    return before, visible(source[start : min(end, last)]), after


def _width(text: str) -> int:
    """Columns that `text` takes in a terminal."""
    return sum(
        0 if combining(letter) else 2 if east_asian_width(letter) in "WF" else 1 for letter in text
    )


def as_annotations(examined: Examined) -> str:
    """One GitHub workflow command for each problem, so that it shows beside the changed line."""
    file = _property(examined.name)
    commands = [
        f"::{problem.severity} file={file},line={problem.line},col={problem.column}"
        f",endColumn={problem.column + problem.length},title={_property(problem.rule)}"
        f"::{_escaped(f'{problem.message} {problem.fix}')}"
        for problem in examined.problems
    ]
    return "\n".join([*commands, summary(examined), ""])


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")


def summary(examined: Examined) -> str:
    """The last line: how many problems there are, or what the file turned out to be."""
    name = visible(examined.name)
    kinds = [problem.severity for problem in examined.problems]
    if examined.found and not kinds:
        return f"{name}: no problems; {examined.found}."
    counts = (counted(kinds.count(kind), kind) for kind in ("error", "warning") if kind in kinds)
    return f"{name}: {', '.join(counts)}."
