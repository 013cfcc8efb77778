"""What lint reports to an author. A problem is a value; printing it is someone else's job."""

from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A stretch of one line in the file: line and column count from 1, `length` in characters."""

    line: int
    column: int
    length: int = 1


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One mistake or doubt, ordered by where it stands in the file.

    `message` says what is wrong and `fix` what to do about it, both in the author's words.
    """

    line: int
    column: int
    rule: str
    message: str
    fix: str
    severity: Severity = "error"
    length: int = 1


@dataclass(frozen=True, slots=True)
class Wording:
    """What one rule says about one mistake, before its place is known."""

    message: str
    fix: str


def problem_at(place: Place, rule: str, wording: Wording, severity: Severity = "error") -> Problem:
    """The problem that `rule` reports at `place`."""
    return Problem(
        line=place.line,
        column=place.column,
        rule=rule,
        message=wording.message,
        fix=wording.fix,
        severity=severity,
        length=place.length,
    )


class BrokenFile(Exception):  # noqa: N818 - a file is broken, not an error
    """A file that cannot be used. Carries every problem found, warnings included, in file order.

    `name` is what the file was called and `text` what it held, so that a page or a terminal can
    show the lines.
    """

    def __init__(self, name: str, text: str, problems: tuple[Problem, ...]) -> None:
        super().__init__(name, text, problems)
        self.name = name
        self.text = text
        self.problems = problems

    def __str__(self) -> str:
        errors = [problem for problem in self.problems if problem.severity == "error"]
        first = errors[0]
        more = f" ({len(errors) - 1} more)" if len(errors) > 1 else ""
        return f"{self.name}:{first.line}:{first.column}: {first.message}{more}"


class BrokenBank(BrokenFile):
    """A bank that cannot be used."""
