"""Answer patterns worth a word of caution, and how far to trust the whole (docs/method.md 3.15).

Neither changes a score.
"""

from collections.abc import Collection, Mapping, Sequence
from itertools import groupby

from bank.model import Bank
from scoring.coverage import Coverage
from scoring.evidence import MOST_LEVEL, ClaimGap
from scoring.thresholds import below, reaches


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


def trust(
    bank: Bank,
    flags: Collection[str],
    trace_status: str,
    coverages: Collection[Coverage],
    budget_known: bool,
    high_severity: bool,
    gap: ClaimGap,
) -> str:
    """*lower*, *medium* or *higher*. There is no "high": it is one person's account."""
    numbers = bank.numbers.confidence
    thin = any(below(coverage.share, numbers.coverage_below) for coverage in coverages)
    if flags or trace_status == "none" or thin:
        return "lower"
    apart = gap.mean_abs is not None and reaches(gap.mean_abs, numbers.gap_from)
    if trace_status == "partial" or not budget_known or high_severity or apart:
        return "medium"
    return "higher"
