"""The table of shares for a spreadsheet; no cell can act as a formula there."""

from collections.abc import Iterator, Sequence
from typing import Final

from scoring.export.tables import Row, as_csv
from storage.desk import Listed

BEFORE: Final = ("shared_at", "company", "name", "verdict", "confidence")
AFTER: Final = ("outcome", "next_step", "next_due", "facilitated_by", "id")


def shared_csv(lines: Sequence[Listed]) -> bytes:
    """A line for each share in the order given; `level_…` columns are 1 to 5 or empty."""
    dimensions = tuple(dict.fromkeys(name for each in lines for name in each.summary.levels))
    headings = (*BEFORE, *(f"level_{name}" for name in dimensions), *AFTER)
    return as_csv(headings, _rows(lines, dimensions))


def _rows(lines: Sequence[Listed], dimensions: Sequence[str]) -> Iterator[Row]:
    for each in lines:
        yield (
            each.at.isoformat(timespec="seconds"),
            each.company,
            each.name,
            each.summary.verdict,
            each.summary.confidence,
            *(each.summary.levels.get(name) for name in dimensions),
            each.outcome,
            each.next_step,
            each.next_due.isoformat() if each.next_due else None,
            each.facilitated_by,
            each.id,
        )
