"""Money against words: for each priority, its stated weight and its share of movable money."""

from dataclasses import dataclass

from scoring.pictures.numbers import Numbers
from scoring.rounding import half_up_whole
from scoring.scorecard import Scorecard


@dataclass(frozen=True, slots=True)
class MoneyRow:
    """Points of 100: `stated` importance and `spent` share; `stated` is `None` for fixed costs."""

    name: str
    stated: float | None
    spent: float


def money_rows(card: Scorecard) -> tuple[MoneyRow, ...]:
    """Each priority, everything else and the fixed share; empty when there is no comparison."""
    found = card.alignment
    if found.index is None:
        return ()
    return (
        *(
            MoneyRow(priority.name, 100 * priority.weight, 100 * share)
            for priority, share in zip(card.trace.priorities, found.shares, strict=True)
        ),
        MoneyRow("Everything else", 0.0, 100 * (found.unaligned or 0.0)),
        MoneyRow("Cannot be moved this year", None, 100 * (found.fixed_share or 0.0)),
    )


def difference(row: MoneyRow) -> str:
    """Share minus stated weight in whole points, with a sign that is not a hyphen."""
    points = half_up_whole(row.spent) - half_up_whole(row.stated or 0.0)
    return "±0" if points == 0 else f"+{points}" if points > 0 else f"−{-points}"


def numbers(rows: tuple[MoneyRow, ...], thing: str) -> Numbers:
    """The comparison as a table; `thing` is what is split: *money* or *time*."""
    return Numbers(
        ("Priority", "Stated, of 100", f"Share of movable {thing}, of 100", "Difference"),
        tuple(
            (
                row.name,
                "–" if row.stated is None else str(half_up_whole(row.stated)),
                f"{half_up_whole(row.spent)} (of the whole)"
                if row.stated is None
                else str(half_up_whole(row.spent)),
                "–" if row.stated is None else difference(row),
            )
            for row in rows
        ),
    )


def alt_text(thing: str) -> str:
    """The picture in one sentence; `thing` is what is split: *money* or *time*."""
    return f"Stated weight beside share of movable {thing}, in points of 100."
