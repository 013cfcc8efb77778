"""One dimension as a bar: score, one-answer band, level marks, and the cap where one holds it."""

from dataclasses import dataclass

from scoring.rounding import half_up_whole
from scoring.scorecard import Scorecard
from scoring.thresholds import below


@dataclass(frozen=True, slots=True)
class Bar:
    """What one bar shows, in points of 100; `limit` is set when a cap holds the score."""

    name: str
    level_name: str
    raw: float
    final: float
    low: float
    high: float
    limit: float | None
    level_starts: tuple[float, ...]
    is_low: bool


def bar_of(card: Scorecard, dimension: str) -> Bar | None:
    """The bar of one dimension, `None` when too little was answered for a score."""
    scored = card.dimensions[dimension]
    if scored.raw is None or scored.final is None or scored.band is None:
        return None
    return Bar(
        name=card.bank.dimension_by_id[dimension].name,
        level_name=scored.level_name or "",
        raw=scored.raw,
        final=scored.final,
        low=scored.band.low,
        high=scored.band.high,
        limit=scored.final if scored.capped else None,
        level_starts=tuple(level.start for level in card.bank.levels[1:]),
        is_low=below(scored.final, card.bank.numbers.verdict.fix_dimension_below),
    )


def band_words(bar: Bar) -> str:
    """What one answer a step off would do, in whole numbers."""
    if not is_movable(bar):
        return "no single answer moves it"
    return f"one answer: {half_up_whole(bar.low)}–{half_up_whole(bar.high)}"


def is_movable(bar: Bar) -> bool:
    """Would any single answer, a step lower or higher, change the whole number shown?"""
    return half_up_whole(bar.low) != half_up_whole(bar.high)


def limit_words(bar: Bar) -> str:
    """What the answers give beside what the limit leaves; empty without a limit."""
    if bar.limit is None:
        return ""
    return f"held at {half_up_whole(bar.limit)} · answers give {half_up_whole(bar.raw)}"


def alt_text(bar: Bar) -> str:
    """The whole bar in words."""
    text = f"{bar.name}: {half_up_whole(bar.final)} of 100, {bar.level_name}; {band_words(bar)}"
    return f"{text}; {limit_words(bar)}." if bar.limit is not None else f"{text}."
