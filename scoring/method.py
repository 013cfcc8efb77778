"""The bank arranged for arithmetic: weights and values in the order the formulas walk them.

Made once for a bank and kept, so that scoring one assessment looks nothing up twice.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from bank.model import Bank, Item, Level


@dataclass(frozen=True, slots=True)
class CapabilityTable:
    """A capability with its weight in the dimension and its items with their weights."""

    id: str
    weight: float
    items: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class DimensionTable:
    """A dimension with its critical item, its capabilities and all its items in bank order."""

    id: str
    critical: str
    capabilities: tuple[CapabilityTable, ...]
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MoveTable:
    """What a move's value needs to know of its item."""

    item: str
    capability: str
    weight: float
    effort: int
    critical: bool
    needs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SymptomTable:
    """A symptom and its row of the cause table, as pairs of cause position and share."""

    id: str
    causes: tuple[tuple[int, float], ...]


@dataclass(frozen=True, eq=False)
class Method:
    """A bank's tables. `causes` are the capability ids in bank order, then the outside cause;
    `pointing` turns the cause table round: the symptoms that point to each cause.
    """

    bank: Bank
    dimensions: tuple[DimensionTable, ...]
    items: tuple[str, ...]
    moves: tuple[MoveTable, ...]
    symptoms: tuple[SymptomTable, ...]
    causes: tuple[str, ...]
    pointing: Mapping[str, tuple[tuple[str, float], ...]]
    cause_dimension: tuple[str, ...]
    trace_values: Mapping[str, Mapping[str, float]]
    ratios: Mapping[str, float]
    caps: Mapping[str, float]
    levels: tuple[Level, ...]
    level_starts: tuple[float, ...]
    most_symptom: int


@lru_cache(maxsize=16)
def method_of(bank: Bank) -> Method:
    """Arrange `bank` for scoring; the same bank gives the same tables back."""
    causes = (*(capability.id for capability in bank.capabilities), bank.causes.outside)
    position = {cause: place for place, cause in enumerate(causes)}
    return Method(
        bank=bank,
        dimensions=tuple(_dimension(bank, dimension.id) for dimension in bank.dimensions),
        items=tuple(item.id for item in bank.items),
        moves=tuple(_move(bank, item) for item in bank.items),
        symptoms=tuple(
            SymptomTable(
                symptom.id,
                tuple((position[cause], share) for cause, share in symptom.causes.items()),
            )
            for symptom in bank.symptoms.checklist
        ),
        causes=causes,
        pointing={
            cause: tuple(
                (symptom.id, symptom.causes[cause])
                for symptom in bank.symptoms.checklist
                if cause in symptom.causes
            )
            for cause in causes
        },
        cause_dimension=(
            *(capability.dimension for capability in bank.capabilities),
            bank.causes.outside,
        ),
        trace_values={
            part.id: {choice.code: choice.value for choice in part.choices}
            for part in bank.trace.parts
        },
        ratios={choice.code: choice.ratio for choice in bank.profile.change_choices},
        caps={cap.code: cap.cap for cap in bank.caps},
        levels=bank.levels,
        level_starts=tuple(level.start for level in bank.levels),
        most_symptom=len(bank.symptoms.answers) - 1,
    )


def _dimension(bank: Bank, dimension_id: str) -> DimensionTable:
    capabilities = [entry for entry in bank.capabilities if entry.dimension == dimension_id]
    inside = {entry.id for entry in capabilities}
    return DimensionTable(
        id=dimension_id,
        critical=bank.dimension_by_id[dimension_id].critical,
        capabilities=tuple(
            CapabilityTable(
                entry.id,
                entry.weight,
                tuple((item.id, item.weight) for item in bank.items if item.capability == entry.id),
            )
            for entry in capabilities
        ),
        items=tuple(item.id for item in bank.items if item.capability in inside),
    )


def _move(bank: Bank, item: Item) -> MoveTable:
    capability = bank.capability_by_id[item.capability]
    return MoveTable(
        item=item.id,
        capability=capability.id,
        weight=item.weight * capability.weight,
        effort=item.effort,
        critical=bank.dimension_by_id[capability.dimension].critical == item.id,
        needs=item.needs,
    )
