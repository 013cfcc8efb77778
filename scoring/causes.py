"""From what hurts to what it may come from, here or outside (docs/method.md 3.12).

The weights are expert judgement, not probabilities. When the answers are strong, the same
symptoms point outside: that is how the diagnostic says "it is not your infrastructure".
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from bank.model import Bank
from scoring.evidence import MOST_LEVEL
from scoring.method import Method
from scoring.thresholds import reaches


class Cause(NamedTuple):
    """A capability, or the outside cause, with its share (0-1) and the word for it."""

    cause: str
    share: float
    word: str


@dataclass(frozen=True, slots=True)
class Causes:
    """Likely causes. `shares` add up to 1, in bank order; empty when nothing hurts."""

    symptoms_present: int
    shares: Mapping[str, float]
    ranked: tuple[Cause, ...]
    top: tuple[str, ...]
    by_dimension: Mapping[str, float]
    outside: float | None

    @property
    def infrastructure_share(self) -> float | None:
        """All but the outside share; never shown as a finding."""
        return None if self.outside is None else 1 - self.outside


def find_causes(
    method: Method, symptoms: Mapping[str, int], held: Mapping[str, float | None]
) -> Causes:
    """Weigh each symptom's causes by how wide the capability's gap is.

    A = L·(base + slope·gap) with gap = 1 - held/4; a capability without a value has the
    bank's gap for the unknown. The outside cause has a weight of its own.
    """
    present = sum(value > 0 for value in symptoms.values())
    amounts = _amounts(method, symptoms, held)
    total = sum(amounts)
    if not total:
        return Causes(present, {}, (), (), {}, None)
    shares = {cause: amount / total for cause, amount in zip(method.causes, amounts, strict=True)}
    outside = method.causes[-1]
    ranked = sorted(shares, key=lambda cause: -round(shares[cause], 12))
    by_dimension = {dimension.id: 0.0 for dimension in method.dimensions} | {outside: 0.0}
    for cause, dimension in zip(method.causes, method.cause_dimension, strict=True):
        by_dimension[dimension] += shares[cause]
    return Causes(
        symptoms_present=present,
        shares=shares,
        ranked=tuple(
            Cause(cause, shares[cause], _word(method.bank, shares[cause])) for cause in ranked
        ),
        top=tuple(cause for cause in ranked if cause != outside)[: method.bank.numbers.causes.top],
        by_dimension=by_dimension,
        outside=shares[outside],
    )


def _amounts(
    method: Method, symptoms: Mapping[str, int], held: Mapping[str, float | None]
) -> list[float]:
    numbers = method.bank.numbers.causes
    amounts = [0.0] * len(method.causes)
    for symptom in method.symptoms:
        value = symptoms.get(symptom.id, 0)
        if value:
            strength = value / method.most_symptom
            for position, share in symptom.causes:
                amounts[position] += strength * share
    for position, cause in enumerate(method.causes[:-1]):
        level = held[cause]
        gap = numbers.unknown_gap if level is None else 1 - level / MOST_LEVEL
        amounts[position] *= numbers.gap_base + numbers.gap_slope * gap
    amounts[-1] *= numbers.outside_factor
    return amounts


def _word(bank: Bank, share: float) -> str:
    return next(band.text for band in bank.causes.words if reaches(share, band.start))
