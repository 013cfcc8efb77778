"""The budget alignment index: movable money that follows the priorities (docs/method.md 3.7)."""

from collections.abc import Sequence
from dataclasses import dataclass

from bank.model import Bank
from scoring.assessment import Budget
from scoring.thresholds import TOLERANCE, above, reaches
from scoring.trace import Trace

WHOLE = 100.0
"""What a split adds up to."""


@dataclass(frozen=True, slots=True)
class Alignment:
    """The index (0-1) and its parts as shares of movable money; `reason` says why there is none.

    `gaps` are share minus stated weight. `fixed_share` is of the whole budget.
    """

    index: float | None
    reason: str | None
    shares: tuple[float, ...] = ()
    gaps: tuple[float, ...] = ()
    unaligned: float | None = None
    fixed_share: float | None = None
    top_gap: float | None = None
    band: str | None = None
    notes: tuple[str, ...] = ()


def align(bank: Bank, budget: Budget | None, trace: Trace) -> Alignment:
    """Compare stated weights with movable spend.

    Index = Σ min(weight, share), one minus the total variation distance [E27]: the overlap
    known as the Renkonen or Czekanowski index.
    """
    if not trace.priorities:
        return Alignment(None, "no_priorities")
    if budget is None or not budget.known:
        return Alignment(None, "split_not_known")
    rows = _rows(budget, len(trace.priorities))
    if rows is None:
        return Alignment(None, "split_incomplete")
    total = sum(rows)
    reason = _refusal(bank, rows, total)
    return Alignment(None, reason) if reason else _compare(bank, rows, total, trace)


def _rows(budget: Budget, count: int) -> list[float] | None:
    """Priority rows, then fixed, then everything else; `None` when one of them is empty."""
    rows = [*budget.per_priority, budget.fixed, budget.other]
    known = [row for row in rows if row is not None]
    return known if len(known) == len(rows) == count + 2 else None


def _refusal(bank: Bank, rows: Sequence[float], total: float) -> str | None:
    if not any(rows):
        return "no_budget"
    if above(abs(total - WHOLE), bank.numbers.budget.sum_slack):
        return "does_not_add_up"
    if total - rows[-2] <= TOLERANCE:
        return "nothing_movable"
    return None


def _compare(bank: Bank, rows: Sequence[float], total: float, trace: Trace) -> Alignment:
    *spent, fixed, other = rows
    free = sum(spent) + other
    shares = tuple(row / free for row in spent)
    weights = [priority.weight for priority in trace.priorities]
    index = sum(map(min, weights, shares))
    gaps = tuple(share - weight for share, weight in zip(shares, weights, strict=True))
    return Alignment(
        index=index,
        reason=None,
        shares=shares,
        gaps=gaps,
        unaligned=other / free,
        fixed_share=fixed / total,
        top_gap=gaps[trace.top or 0],
        band=next(band.id for band in bank.budget.bands if reaches(index, band.start)),
        notes=_notes(bank, total, fixed, trace),
    )


def _notes(bank: Bank, total: float, fixed: float, trace: Trace) -> tuple[str, ...]:
    notes = (
        ("rescaled", above(abs(total - WHOLE), 0)),
        ("single_priority", len(trace.priorities) == 1),
        ("mostly_fixed", above(fixed / total, bank.numbers.budget.mostly_fixed_above)),
        ("approximate_weights", trace.weight_basis == "ranks"),
    )
    return tuple(code for code, holds in notes if holds)
