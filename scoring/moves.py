"""Next moves and the 30/60/90 plan: most help for least effort, in an order that works.

Docs: docs/method.md 3.13.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from scoring.held import Held
from scoring.method import Method, MoveTable
from scoring.thresholds import at_most, below

COLUMNS: Final = ("30", "60", "90", "later")
"""The plan's columns: by day 30, 60, 90, and after that."""


class Move(NamedTuple):
    """An action on one item. `held` is its level (0-4), `value` what the move is worth.

    `gap` is the distance to the target as a share of it; `weight` the item's weight times its
    capability's; `effort` 1 days, 2 weeks, 3 a quarter.
    """

    item: str
    held: float
    basis: str
    gap: float
    weight: float
    boost: float
    effort: int
    value: float
    critical: bool


class Placing(NamedTuple):
    """Where a move stands in the plan, and what put it there.

    `earliest` is the column its effort and its needs allow; a later `column` means that the
    earlier ones were full. `before` names the move that this one was brought forward for.
    """

    item: str
    column: str
    earliest: str
    needs: tuple[str, ...]
    before: str | None


@dataclass(frozen=True, slots=True)
class Plan:
    """Every move once, in the order of the columns."""

    placings: tuple[Placing, ...]

    def column(self, name: str) -> tuple[str, ...]:
        """Item ids in one of `COLUMNS`."""
        return tuple(entry.item for entry in self.placings if entry.column == name)


def find_moves(
    method: Method,
    held: Mapping[str, Held],
    unknown: Sequence[str],
    contradicted: Collection[str],
    top_causes: Collection[str],
) -> tuple[Move, ...]:
    """A move for each item held below the target or not known, the most worthwhile first.

    value = gap · weight · boost / effort. Ties: critical first, then bank order.
    """
    numbers = method.bank.numbers
    found = []
    for table in method.moves:
        level, effort = held.get(table.item), table.effort
        if level is None and table.item in unknown:
            level, effort = Held(numbers.held.unknown_level, "unknown"), numbers.held.unknown_effort
        if level is None or not below(level.level, numbers.moves.target):
            continue
        boost = _boost(method, table, level.level, contradicted, top_causes)
        gap = (numbers.moves.target - level.level) / numbers.moves.target
        value = gap * table.weight * boost / effort
        found.append(
            Move(
                table.item,
                level.level,
                level.basis,
                gap,
                table.weight,
                boost,
                effort,
                value,
                table.critical,
            )
        )
    return tuple(sorted(found, key=lambda move: (-round(move.value, 9), not move.critical)))


def _boost(
    method: Method,
    table: MoveTable,
    level: float,
    contradicted: Collection[str],
    top_causes: Collection[str],
) -> float:
    numbers = method.bank.numbers.moves
    boost = 1.0
    if table.critical and at_most(level, numbers.critical_at_most):
        boost += numbers.critical_boost
    if table.item in contradicted:
        boost += numbers.contradiction_boost
    if table.capability in top_causes:
        boost += numbers.cause_boost
    return boost


@dataclass(slots=True)
class _Schedule:
    """The plan while it is being made."""

    needs: Mapping[str, tuple[str, ...]]
    effort: Mapping[str, int]
    per_column: int
    columns: dict[str, int] = field(default_factory=dict)
    counts: list[int] = field(default_factory=lambda: [0] * len(COLUMNS))
    placings: list[Placing] = field(default_factory=list)

    def place(self, item: str, before: str | None = None) -> None:
        """Place `item` after its open needs, in the first column with room."""
        if item in self.columns:
            return
        needs = tuple(need for need in self.needs[item] if need in self.effort)
        for need in needs:
            self.place(need, before=item)
        earliest = max([self.effort[item] - 1, *(self.columns[need] for need in needs)])
        column = earliest
        while column < len(COLUMNS) - 1 and self.counts[column] >= self.per_column:
            column += 1
        self.columns[item] = column
        self.counts[column] += 1
        self.placings.append(Placing(item, COLUMNS[column], COLUMNS[earliest], needs, before))


def make_plan(method: Method, moves: Sequence[Move]) -> Plan:
    """Walk the moves by worth, each after what it needs, at most three to a column."""
    schedule = _Schedule(
        needs={table.item: table.needs for table in method.moves},
        effort={move.item: move.effort for move in moves},
        per_column=method.bank.numbers.moves.per_column,
    )
    for move in moves:
        schedule.place(move.item)
    order = {name: position for position, name in enumerate(COLUMNS)}
    return Plan(tuple(sorted(schedule.placings, key=lambda entry: order[entry.column])))
