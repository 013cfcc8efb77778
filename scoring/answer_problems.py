"""What is wrong with an answer file, as values: printing them is someone else's job."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from bank.quoting import LONGEST, nearest, quote

Path = tuple[str | int, ...]
"""Where in the file: keys and places in lists, from the outermost object inwards."""

MOST_PROBLEMS: Final = 100
"""Reading stops after this many problems, so that a hostile file costs a bounded time."""
LARGEST_SHOWN: Final = 10**15
"""Numbers from here on are not spelled out in a message."""

PLAIN_KEY: Final = re.compile(r"[A-Za-z0-9_+-]{1,40}")


@dataclass(frozen=True, slots=True)
class AnswerProblem:
    """One thing to put right. `path` is empty when the file as a whole is meant."""

    path: str
    message: str

    def __str__(self) -> str:
        return f"{self.path}: {self.message}" if self.path else self.message


class BrokenAnswerFile(Exception):  # noqa: N818 - named like BrokenBank
    """An answer file that cannot be used, with all its problems in the order of the file."""

    def __init__(self, problems: Iterable[AnswerProblem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


class TooManyProblems(Exception):  # noqa: N818 - it ends the reading, it is no fault of the code
    """Raised inside the reader when `MOST_PROBLEMS` are found."""


class ProblemList:
    """The problems met so far while one file is read."""

    def __init__(self) -> None:
        self.found: list[tuple[Path, str]] = []

    def add(self, path: Path, message: str) -> None:
        """Note one problem; raises `TooManyProblems` when the list is full."""
        self.found.append((path, message))
        if len(self.found) >= MOST_PROBLEMS:
            raise TooManyProblems

    def in_file_order(self, root: object) -> tuple[AnswerProblem, ...]:
        """All problems, sorted by where their paths stand in the document `root`."""
        places: dict[int, dict[object, int]] = {}
        ordered = sorted(self.found, key=lambda found: _position(root, found[0], places))
        problems = [AnswerProblem(path_text(path), message) for path, message in ordered]
        if len(problems) >= MOST_PROBLEMS:
            problems.append(AnswerProblem("", f"Reading stopped after {MOST_PROBLEMS} problems."))
        return tuple(problems)


def _position(root: Any, path: Path, places: dict[int, dict[object, int]]) -> tuple[int, ...]:
    """Where `path` stands; a key that is missing stands before the object's own keys."""
    position = []
    for step in path:
        if isinstance(step, int):
            position.append(step)
            root = root[step]
        else:
            if id(root) not in places:
                places[id(root)] = {key: place for place, key in enumerate(root)}
            position.append(places[id(root)].get(step, -1))
            root = root.get(step)
    return tuple(position)


def path_text(path: Path) -> str:
    """A path as an author would write it: `priorities[1].review_cadence`."""
    text = ""
    for step in path:
        if isinstance(step, int):
            text += f"[{step}]"
        else:
            name = step if PLAIN_KEY.fullmatch(step) else shown(step)
            text += f".{name}" if text else name
    return text


def shown(value: object) -> str:
    """A value of the file as a message names it."""
    if isinstance(value, str):
        return quote(value[: LONGEST + 1])
    if isinstance(value, Mapping):
        return "an object"
    if isinstance(value, list):
        return "a list"
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, int | float) and abs(value) < LARGEST_SHOWN:
        return str(value)
    return "NaN" if value != value else "a number this large"


def did_you_mean(word: object, known: Iterable[str]) -> str:
    """The end of a message: the known word nearest to `word`, or nothing when none is near."""
    if not isinstance(word, str) or len(word) > LONGEST:
        return ""
    by_folded = {each.casefold(): each for each in known}
    near = nearest(word.strip().casefold(), tuple(by_folded))
    return f"; did you mean '{by_folded[near]}'?" if near else ""
