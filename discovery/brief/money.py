"""Part 5 of the brief: each priority's weight beside its share of the money that can move."""

from dataclasses import dataclass

from discovery.said import whole_points
from scoring.rounding import half_up_whole
from scoring.scorecard import Scorecard
from scoring.wording import fill


@dataclass(frozen=True, slots=True)
class MoneyRow:
    """Whole points of 100: the weight given, and the share of movable money (or time) if known."""

    priority: str
    weight: int
    share: int | None


@dataclass(frozen=True, slots=True)
class Money:
    """Two bars a priority, everything else, the fixed share, and what they come to in words."""

    rows: tuple[MoneyRow, ...]
    other: int | None
    fixed: int | None
    lines: tuple[str, ...]


def weigh_money(card: Scorecard) -> Money:
    """The rows with their sentences; without a comparison, why there is none."""
    found = card.alignment
    shares: tuple[float | None, ...] = found.shares or (None,) * len(card.trace.priorities)
    rows = tuple(
        MoneyRow(
            entry.name,
            half_up_whole(100 * entry.weight),
            None if share is None else half_up_whole(100 * share),
        )
        for entry, share in zip(card.trace.priorities, shares, strict=True)
    )
    return Money(
        rows=rows,
        other=None if found.unaligned is None else half_up_whole(100 * found.unaligned),
        fixed=None if found.fixed_share is None else half_up_whole(100 * found.fixed_share),
        lines=_lines(card),
    )


def _lines(card: Scorecard) -> tuple[str, ...]:
    words, found, section = card.bank.call.brief, card.alignment, card.bank.budget
    if found.index is None or found.unaligned is None or found.fixed_share is None:
        return tuple(entry.text for entry in section.reasons if entry.code == found.reason)
    budget = card.assessment.budget
    blanks = {
        "thing": words.time if budget and budget.basis == "time" else words.money,
        "band": next(band.text for band in section.bands if band.id == found.band),
        "points": whole_points(found.index),
    }
    return (
        fill(words.index, blanks),
        fill(words.other, {"points": whole_points(found.unaligned)}),
        fill(words.fixed, {"points": whole_points(found.fixed_share)}),
        *(entry.text for entry in section.notes if entry.code in found.notes),
    )
