"""What rescoring has counted: whose level and verdict would be another one."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

NONE: Final = "none"
"""Stands for the level of a score that was not given."""
OVERALL: Final = "overall"
VERDICT: Final = "verdict"

Change = tuple[str, str, str]
"""What changes (a dimension, *overall* or *verdict*), what it was, what it becomes."""


@dataclass(frozen=True, slots=True)
class Moved:
    """One assessment whose level or verdict would be another one."""

    id: str
    changes: tuple[Change, ...]

    def as_json(self) -> dict[str, Any]:
        """The keys that the command promises."""
        return {"id": self.id, **{what: [old, new] for what, old, new in self.changes}}


@dataclass(slots=True)
class Tally:
    """Counts over assessments; `add` puts two together.

    `pairs` counts every assessment under what it has and would have, the same included.
    `scorings` is how often something was scored: a finished result is not scored again.
    `unreadable` are assessments whose own bank or result this version cannot read.
    """

    assessments: int = 0
    finished: int = 0
    scorings: int = 0
    moved: int = 0
    verdicts: int = 0
    left_out: int = 0
    unreadable: int = 0
    pairs: Counter[Change] = field(default_factory=Counter)

    def add(self, other: "Tally") -> None:
        """Count what `other` has counted as well."""
        for name in self.__slots__:
            if name == "pairs":
                self.pairs.update(other.pairs)
            else:
                setattr(self, name, getattr(self, name) + getattr(other, name))

    def note(self, name: str, old: Mapping[str, str], new: Mapping[str, str]) -> Moved | None:
        """Count an assessment by what it has and would have; what moves, if anything does."""
        changes = []
        for what in {**old, **new}:
            change = what, old.get(what, NONE), new.get(what, NONE)
            self.pairs[change] += 1
            if change[1] != change[2]:
                changes.append(change)
        self.assessments += 1
        self.moved += any(what != VERDICT for what, _, _ in changes)
        self.verdicts += any(what == VERDICT for what, _, _ in changes)
        return Moved(name, tuple(changes)) if changes else None

    def as_json(self) -> dict[str, Any]:
        """The keys that the command promises."""
        matrix: dict[str, dict[str, dict[str, int]]] = {}
        for (what, old, new), count in sorted(self.pairs.items()):
            matrix.setdefault(what, {}).setdefault(old, {})[new] = count
        plain = {name: getattr(self, name) for name in self.__slots__ if name != "pairs"}
        return {**plain, "from_to": matrix}

    def words(self) -> Iterator[str]:
        """The report for people, line by line."""
        yield (
            f"{self.assessments:,} assessments, {self.finished:,} of them finished; "
            f"scored {self.scorings:,} times."
        )
        yield f"A level moves for {self.moved:,}, the verdict for {self.verdicts:,}."
        if self.left_out:
            yield f"{self.left_out:,} have answers that the new bank does not know; left out."
        if self.unreadable:
            yield f"{self.unreadable:,} cannot be read by this version and are not counted."
        for (what, old, new), count in sorted(self.pairs.items()):
            if old != new:
                yield f"  {what}: {old} → {new}: {count:,}"
