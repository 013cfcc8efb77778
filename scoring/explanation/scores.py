"""Scores opened: overall, dimensions with their caps, capabilities, answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scoring.explanation.node import Explanation
from scoring.explanation.shown import explain_dimension_evidence
from scoring.method import CapabilityTable, DimensionTable, method_of
from scoring.thresholds import at_most

if TYPE_CHECKING:
    from scoring.scorecard import Scorecard


def explain_overall(card: Scorecard) -> Explanation:
    """Half the mean, half the lowest, under the top of the level it may reach."""
    overall, numbers = card.overall, card.bank.numbers.overall
    dimensions = tuple(
        explain_dimension(card, name)._replace(weight=1 / len(card.dimensions))
        for name in card.dimensions
    )
    lowest = tuple(
        Explanation(entry.id, "dimension", entry.value, binding=True)
        for entry in dimensions
        if entry.id == overall.lowest
    )
    level = next((entry for entry in card.bank.levels if entry.level == overall.level), None)
    formula = Explanation(
        "overall.formula",
        "weighted_mean",
        overall.formula,
        parts=(
            Explanation("overall.mean", "mean", overall.mean, numbers.mean_share, parts=dimensions),
            Explanation(
                "overall.lowest",
                "lowest",
                lowest[0].value if lowest else None,
                numbers.lowest_share,
                parts=lowest,
            ),
        ),
    )
    top = Explanation("overall.level_top", "level_top", level.top if level else None)
    capped = formula.value != overall.score
    return Explanation(
        "overall",
        "lowest",
        overall.score,
        parts=(formula._replace(binding=not capped), top._replace(binding=capped)),
    )


def explain_dimension(card: Scorecard, name: str) -> Explanation:
    """The lowest of the raw score and every cap that applies."""
    table = _table(card, name)
    scored = card.dimensions[name]
    raw = Explanation(
        f"{name}.raw",
        "weighted_mean",
        scored.raw,
        binding=scored.raw is not None and not scored.capped,
        parts=_capabilities(card, table),
    )
    caps = tuple(_cap(card, table, code) for code in scored.caps)
    return Explanation(name, "lowest", scored.final, parts=(raw, *caps))


def explain_capability(card: Scorecard, name: str) -> Explanation:
    """The weighted mean of its answered items."""
    dimension = card.bank.capability_by_id[name].dimension
    entry = next(part for part in _table(card, dimension).capabilities if part.id == name)
    return _capability(card, entry)


def explain_item(card: Scorecard, name: str) -> Explanation:
    """One answer, and the value it is held to for moves and causes."""
    held = card.held.get(name)
    parts = (Explanation(f"{name}.held", "held", held.level, choice=held.basis),) if held else ()
    return _answer(card, name, None)._replace(parts=parts)


def _capabilities(card: Scorecard, table: DimensionTable) -> tuple[Explanation, ...]:
    known = [entry for entry in table.capabilities if card.capabilities[entry.id] is not None]
    total = sum(entry.weight for entry in known)
    return tuple(
        _capability(card, entry, entry.weight / total if entry in known else None)
        for entry in table.capabilities
    )


def _capability(card: Scorecard, entry: CapabilityTable, share: float | None = None) -> Explanation:
    levels = card.responses.levels
    total = sum(weight for item, weight in entry.items if item in levels)
    return Explanation(
        entry.id,
        "weighted_mean",
        card.capabilities[entry.id],
        share,
        parts=tuple(
            _answer(card, item, weight / total if item in levels else None)
            for item, weight in entry.items
        ),
    )


def _answer(card: Scorecard, item: str, weight: float | None) -> Explanation:
    level = card.responses.levels.get(item)
    given = card.assessment.answers.get(item)
    return Explanation(
        item,
        "answer",
        level,
        weight,
        choice=None if given is None else str(given),
    )


def _cap(card: Scorecard, table: DimensionTable, code: str) -> Explanation:
    height = next(cap.cap for cap in card.bank.caps if cap.code == code)
    scored = card.dimensions[table.id]
    decides = scored.capped and scored.final is not None and at_most(height, scored.final)
    return Explanation(
        code, "cap", height, binding=decides, parts=(_cause_of_cap(card, table, code),)
    )


def _cause_of_cap(card: Scorecard, table: DimensionTable, code: str) -> Explanation:
    """What made the cap apply: the critical answer, the evidence, or the weakest capability."""
    if code.startswith("CRIT"):
        return _answer(card, table.critical, None)
    if code == "WEAK_CAPABILITY":
        known = [entry for entry in table.capabilities if card.capabilities[entry.id] is not None]
        return _capability(card, min(known, key=lambda entry: card.capabilities[entry.id] or 0.0))
    return explain_dimension_evidence(card, table.id)


def _table(card: Scorecard, name: str) -> DimensionTable:
    return next(table for table in method_of(card.bank).dimensions if table.id == name)
