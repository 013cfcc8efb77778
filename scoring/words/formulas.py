"""How each number is worked out: the bank's explanations with the bank's numbers in place."""

from bank.model import Bank
from scoring.rounding import half_up_whole
from scoring.words.filling import fill


def cap_names(bank: Bank) -> dict[str, str]:
    """Each limit as the second half of “a score is held when …”."""
    return {entry.code: entry.why for entry in bank.caps}


def fractions(bank: Bank) -> tuple[tuple[float, str], ...]:
    """Shares (0-1) from the largest to the smallest, with the words that begin there."""
    falling = sorted(bank.causes.shares, key=lambda band: -band.start)
    return tuple((band.start, band.text) for band in falling)


def fraction(bank: Bank, share: float) -> str:
    """A share (0-1) in words."""
    return next(words for start, words in fractions(bank) if share >= start)


def halfway(bank: Bank) -> str:
    """How far the overall score is pulled from the average to the lowest area."""
    share, words = bank.numbers.overall.lowest_share, bank.shown.areas
    return words.halfway if share == 0.5 else fill(words.part_way, {"share": _of_100(share)})


def how_overall(bank: Bank) -> str:
    """The overall score."""
    levels = str(bank.numbers.overall.levels_above_lowest)
    return fill(bank.explained.overall, {"way": halfway(bank), "levels": levels})


def how_dimension(bank: Bank) -> str:
    """A dimension's score."""
    return bank.explained.area


def how_band(bank: Bank) -> str:
    """The one-answer band."""
    return bank.explained.band


def how_trace(bank: Bank) -> str:
    """The trace score."""
    return fill(bank.explained.trace, {"clear": _of_100(bank.numbers.trace.clear_from)})


def how_money(bank: Bank, thing: str) -> str:
    """The budget comparison; `thing` is what is split."""
    return fill(bank.explained.money, {"thing": thing})


def how_causes(bank: Bank) -> str:
    """The likely causes."""
    return bank.explained.causes


def how_moves(bank: Bank) -> str:
    """The order of moves."""
    numbers = bank.numbers.moves
    blanks = {
        "critical": _of_100(numbers.critical_boost),
        "together": _of_100(numbers.contradiction_boost),
        "cause": _of_100(numbers.cause_boost),
    }
    return fill(bank.explained.moves, blanks)


def how_plan(bank: Bank) -> str:
    """The plan's columns."""
    return fill(bank.explained.plan, {"most": str(bank.numbers.moves.per_column)})


def how_claims(bank: Bank) -> str:
    """Claims beside evidence."""
    return fill(bank.explained.claims, {"gap": _of_100(bank.numbers.claims.gap_from)})


def how_confidence(bank: Bank) -> str:
    """The confidence word."""
    numbers = bank.numbers.confidence
    blanks = {"coverage": _of_100(numbers.coverage_below), "gap": _of_100(numbers.gap_from)}
    return fill(bank.explained.confidence, blanks)


def how_load(bank: Bank) -> str:
    """The load."""
    return bank.explained.load


def all_of(bank: Bank) -> dict[str, str]:
    """Every formula in words, under the name of what it works out."""
    names = bank.explained.names
    return {
        names.area: how_dimension(bank),
        names.band: how_band(bank),
        names.overall: how_overall(bank),
        names.trace: how_trace(bank),
        names.money: how_money(bank, bank.shown.things.money),
        names.claims: how_claims(bank),
        names.causes: how_causes(bank),
        names.load: how_load(bank),
        names.moves: how_moves(bank),
        names.plan: how_plan(bank),
        names.confidence: how_confidence(bank),
    }


def _of_100(share: float) -> str:
    """A share (0-1) as whole points of 100."""
    return str(half_up_whole(100 * share))
