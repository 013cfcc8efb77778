"""What the trace shows beside what the answers claim (docs/method.md 3.7 and 3.8)."""

from collections.abc import Mapping
from dataclasses import dataclass

from bank.model import Bank
from scoring.budget import Alignment
from scoring.thresholds import at_most, reaches
from scoring.trace import Trace

MOST_LEVEL = 4
"""The highest level of an answer."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """Numbers from 0 to 1 that stand beside five answers; `None` is not known."""

    owner: float | None
    process: float | None
    budget: float | None
    review: float | None
    trigger: float | None

    def of(self, pair: str) -> float | None:
        """The number of one of the bank's claim pairs."""
        value: float | None = getattr(self, pair)
        return value

    def by_dimension(self) -> tuple[float | None, float | None, float | None]:
        """Evidence for Ownership, Resourcing and Review, in this order."""
        return (
            _mean(self.owner, self.process),
            self.budget,
            _mean(self.review, self.trigger),
        )


@dataclass(frozen=True, slots=True)
class Pair:
    """One answer's claim (0-1) beside its evidence (0-1); `gap` is claim minus evidence."""

    item: str
    claim: float
    evidence: float
    gap: float


@dataclass(frozen=True, slots=True)
class ClaimGap:
    """All pairs that could be compared; `ahead` and `behind` list those that differ clearly."""

    pairs: Mapping[str, Pair]
    mean: float | None
    mean_abs: float | None
    ahead: tuple[str, ...]
    behind: tuple[str, ...]

    @property
    def matched(self) -> int:
        """How many pairs are neither clearly ahead nor clearly behind."""
        return len(self.pairs) - len(self.ahead) - len(self.behind)


def gather(trace: Trace, alignment: Alignment) -> Evidence:
    """Put the trace's means and the budget alignment index side by side."""
    means = trace.facet_means
    return Evidence(means.owner, means.process, alignment.index, means.review, means.trigger)


def compare_claims(bank: Bank, levels: Mapping[str, int], evidence: Evidence) -> ClaimGap:
    """Set five answers against their evidence; a pair with either side missing is left out."""
    pairs: dict[str, Pair] = {}
    for entry in bank.claims:
        level, shown = levels.get(entry.item), evidence.of(entry.evidence)
        if level is not None and shown is not None:
            claim = level / MOST_LEVEL
            pairs[entry.evidence] = Pair(entry.item, claim, shown, claim - shown)
    gaps = [pair.gap for pair in pairs.values()]
    limit = bank.numbers.claims.gap_from
    return ClaimGap(
        pairs=pairs,
        mean=sum(gaps) / len(gaps) if gaps else None,
        mean_abs=sum(map(abs, gaps)) / len(gaps) if gaps else None,
        ahead=tuple(name for name, pair in pairs.items() if reaches(pair.gap, limit)),
        behind=tuple(name for name, pair in pairs.items() if at_most(pair.gap, -limit)),
    )


def _mean(first: float | None, second: float | None) -> float | None:
    if first is None or second is None:
        return second if first is None else first
    return (first + second) / 2
