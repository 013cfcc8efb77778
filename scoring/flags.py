"""Answer patterns worth a word of caution, and how far to trust the whole (docs/method.md 3.15).

Neither changes a score.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from bank.model import Bank
from bank.verdicts import CONFIDENCE_CAUSES
from scoring.coverage import Coverage
from scoring.evidence import MOST_LEVEL, ClaimGap
from scoring.thresholds import below, reaches
from scoring.trace import Trace


def find_flags(
    bank: Bank, levels: Mapping[str, int], unknown: Collection[str], seconds: float | None
) -> tuple[str, ...]:
    """Codes of the patterns found, in the bank's order. `seconds` is the time for all items."""
    numbers, answers = bank.numbers.flags, list(levels.values())
    count = len(answers)
    same = count >= numbers.same_answer_from and len(set(answers)) == 1
    top = sum(answer == MOST_LEVEL for answer in answers)
    found = (
        ("SAME_ANSWER", same),
        ("LONG_RUN", not same and _longest_run(answers) >= numbers.long_run_from),
        (
            "CEILING",
            count >= numbers.ceiling_from and reaches(top, numbers.ceiling_share * count),
        ),
        (
            "FAST",
            seconds is not None
            and count > 0
            and below(seconds / count, numbers.fast_below_seconds),
        ),
        ("MANY_UNKNOWN", len(unknown) >= numbers.unknown_from),
    )
    return tuple(code for code, holds in found if holds)


def _longest_run(answers: Sequence[int]) -> int:
    return max((len(list(run)) for _, run in groupby(answers)), default=0)


@dataclass(frozen=True, slots=True)
class Doubts:
    """What keeps confidence down, as codes of the bank's causes; `thin` are the areas meant."""

    codes: tuple[str, ...]
    thin: tuple[str, ...]


def doubts(
    bank: Bank,
    followed: Trace,
    coverages: Mapping[str, Coverage],
    budget_known: bool,
    high_severity: bool,
    gap: ClaimGap,
) -> Doubts:
    """Everything that keeps confidence down, but for the flags; coverage is by dimension."""
    numbers = bank.numbers.confidence
    thin = tuple(
        name for name, entry in coverages.items() if below(entry.share, numbers.coverage_below)
    )
    is_open = not all(entry.complete for entry in followed.priorities)
    found = (
        ("no_trace", followed.status == "none"),
        ("thin", bool(thin)),
        ("one_priority", followed.status == "partial" and len(followed.priorities) == 1),
        ("partial_trace", followed.status == "partial" and is_open),
        ("no_split", not budget_known),
        ("hard_to_square", high_severity),
        ("far_apart", gap.mean_abs is not None and reaches(gap.mean_abs, numbers.gap_from)),
    )
    return Doubts(tuple(code for code, holds in found if holds), thin)


def trust(flags: Collection[str], found: Doubts) -> str:
    """*lower*, *medium* or *higher*. There is no "high": it is one person's account."""
    if flags or not set(CONFIDENCE_CAUSES["lower"]).isdisjoint(found.codes):
        return "lower"
    return "medium" if found.codes else "higher"
