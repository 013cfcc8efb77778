"""How each number is worked out, in words, with the bank's own numbers in place.

The sentences are to move into the bank, beside the numbers they explain.
"""

from typing import Final

from bank.model import Bank
from scoring.rounding import half_up_whole

CAP_NAMES: Final = {
    "CRIT_0": "the question everything else rests on has the lowest answer",
    "CRIT_1": "the question everything else rests on has the second-lowest answer",
    "CRIT_MISSING": "the question everything else rests on has no answer",
    "EVIDENCE_THIN": "very little of it shows in your priorities",
    "EVIDENCE": "less than half of it shows in your priorities",
    "UNVERIFIED": "nothing was shown for it yet",
    "WEAK_CAPABILITY": "one part of it is below the third line",
}

FRACTIONS: Final = (
    (0.9, "nearly all"),
    (0.7, "about three quarters"),
    (0.6, "about two thirds"),
    (0.45, "about half"),
    (0.36, "about two fifths"),
    (0.29, "about a third"),
    (0.225, "about a quarter"),
    (0.175, "about a fifth"),
    (0.125, "about a seventh"),
    (0.075, "about a tenth"),
    (0.0, "hardly any"),
)
"""Shares in words; the shares behind them are not exact enough for numbers."""


def cap_names(bank: Bank) -> dict[str, str]:
    """Each limit as the second half of “a score is held when …”."""
    return {entry.code: CAP_NAMES[entry.code] for entry in bank.caps}


def fractions(bank: Bank) -> tuple[tuple[float, str], ...]:
    """Shares (0-1) from the largest to the smallest, with the words that begin there."""
    return FRACTIONS


def fraction(bank: Bank, share: float) -> str:
    """A share (0-1) in words."""
    return next(words for start, words in fractions(bank) if share >= start)


def halfway(bank: Bank) -> str:
    """How far the overall score is pulled from the average to the lowest area."""
    share = bank.numbers.overall.lowest_share
    return "halfway" if share == 0.5 else f"{half_up_whole(100 * share)} % of the way"


def how_overall(bank: Bank) -> str:
    """The overall score."""
    return (
        f"The overall score is pulled {halfway(bank)} from your average towards your lowest area, "
        "because the three depend on each other. It may stand at most "
        f"{bank.numbers.overall.levels_above_lowest} level above the lowest area, and no higher "
        "than the second-lowest one."
    )


def how_dimension(bank: Bank) -> str:
    """A dimension's score."""
    return (
        "The five lines of a question count 0, 25, 50, 75 and 100 points. The weighted mean of "
        "two questions makes a part, the weighted mean of the parts makes what your answers give. "
        "If a limit applies and is lower, the limit is the score."
    )


def how_band(bank: Bank) -> str:
    """The one-answer band."""
    return (
        "The thin line shows the lowest and the highest score that one single answer, a step "
        "lower or higher, would make. It is not a confidence interval."
    )


def how_trace(bank: Bank) -> str:
    """The trace score."""
    clear = half_up_whole(100 * bank.numbers.trace.clear_from)
    return (
        "Each of the four answers about a priority counts 0 to 100 points. Review is how you look "
        "at progress times how often; a trigger is as good as the weaker of its number and its "
        "action. The mean of the four is the priority’s score, and the priorities count by the "
        f"weight you gave them. An answer is clear from {clear} points on, and missing at 0."
    )


def how_money(bank: Bank, thing: str) -> str:
    """The budget comparison."""
    return (
        f"What cannot move is left out; the rest is taken as 100. For each priority the smaller "
        f"of two numbers counts: the importance you gave it, and its share of the movable {thing}. "
        f"Added up, they are the points of {thing} that sit where your priorities say."
    )


def how_causes(bank: Bank) -> str:
    """The likely causes."""
    return (
        "Each thing that hurts points to several causes with fixed weights. What happens more "
        "often counts more, and a cause counts more the lower its answers are. The outside cause "
        "keeps its weight however strong your answers are."
    )


def how_moves(bank: Bank) -> str:
    """The order of moves."""
    numbers = bank.numbers.moves
    critical, together, cause = (
        half_up_whole(100 * boost)
        for boost in (numbers.critical_boost, numbers.contradiction_boost, numbers.cause_boost)
    )
    return (
        "Four things make a move’s worth: how far the answer is from the line that moves aim at, "
        "how much the question weighs, how much speaks for it, and how long it takes. What speaks "
        f"for it: everything else rests on the question ({critical} % more), its answers are to "
        f"be looked at together ({together} % more), or its part is a likely cause of what hurts "
        f"({cause} % more). The first move is set to 100, the others are shown beside it."
    )


def how_plan(bank: Bank) -> str:
    """The plan's columns."""
    return (
        "Moves are placed by what they are worth, each after the moves it needs. One that takes "
        "days may start in the first thirty, weeks in the next, a quarter in the last. No column "
        f"takes more than {bank.numbers.moves.per_column}, so that it can be finished."
    )


def how_claims(bank: Bank) -> str:
    """Claims beside evidence."""
    gap = half_up_whole(100 * bank.numbers.claims.gap_from)
    return (
        "Five answers can be compared with what you showed us. Both sides are put on 0 to 100; "
        f"from {gap} points apart, about one line, we say so."
    )


def how_confidence(bank: Bank) -> str:
    """The confidence word."""
    numbers = bank.numbers.confidence
    return (
        "It is lower when a pattern shows in the answers, when no priority was followed, or when "
        f"less than {half_up_whole(100 * numbers.coverage_below)} % of an area is answered. It is "
        "medium when part of the trace or the split is open, when an important set of answers is "
        "hard to square, or when answers and priorities lie "
        f"{half_up_whole(100 * numbers.gap_from)} points or more apart on average. There is no "
        "“high”, because it is one person’s account."
    )


def how_load(bank: Bank) -> str:
    """The load."""
    return (
        "Growth in channels, tools, vendors, content and reporting is averaged (by the geometric "
        "mean) and divided by the growth of the team. It changes no score."
    )


def all_of(bank: Bank) -> dict[str, str]:
    """Every formula in words, under the name of what it works out."""
    return {
        "The score of an area": how_dimension(bank),
        "The one-answer band": how_band(bank),
        "The overall score": how_overall(bank),
        "The priority trace": how_trace(bank),
        "Money against words": how_money(bank, "money"),
        "Answers beside what you show": how_claims(bank),
        "Likely causes": how_causes(bank),
        "The load": how_load(bank),
        "Moves": how_moves(bank),
        "The plan": how_plan(bank),
        "Confidence": how_confidence(bank),
    }
