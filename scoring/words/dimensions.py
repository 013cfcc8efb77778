"""The three areas in words: what a score means, what would lift it, where levels begin."""

from scoring.coverage import PROVISIONAL
from scoring.maturity import DimensionScore
from scoring.rounding import half_up_whole
from scoring.scorecard import Scorecard
from scoring.wording import held_back
from scoring.words.answers import answer_words
from scoring.words.formulas import halfway


def what_it_means(card: Scorecard, name: str) -> str:
    """What holds the score, or what its level looks like, and what to bear in mind with it."""
    scored = card.dimensions[name]
    if scored.final is None:
        return too_few(card, name)
    held = held_back(card, name)
    level = next(entry for entry in card.bank.levels if entry.level == scored.level)
    said = (
        f"{held.text} {held.lift}" if held else f"Your answers suggest: {level.descriptions[name]}"
    )
    if scored.coverage.status == PROVISIONAL:
        coverage = scored.coverage
        said += f" Provisional: {coverage.answered} of {coverage.applicable} questions answered."
    if "UNVERIFIED" in scored.caps and not (held and held.code == "UNVERIFIED"):
        said += " Unverified: nothing was shown for it yet."
    if scored.depends_on_weights:
        said += " This level depends on how the questions are weighted."
    return said


def too_few(card: Scorecard, name: str) -> str:
    """Why an area has no score yet, and what it takes."""
    coverage, least = card.dimensions[name].coverage, card.bank.numbers.coverage.provisional
    return (
        f"{coverage.answered} of {coverage.applicable} questions are answered. From "
        f"{half_up_whole(100 * least)} % on a provisional score is shown."
    )


def lift(card: Scorecard, name: str) -> str:
    """The limit to lift, or the one answer that would do most; empty without a score."""
    scored, held = card.dimensions[name], held_back(card, name)
    if scored.final is None:
        return ""
    one = _one_line_up(card, scored)
    if held is None:
        return one or "No single answer would lift it."
    return f"{one} {held.lift}".strip()


def _one_line_up(card: Scorecard, scored: DimensionScore) -> str:
    band, final = scored.band, half_up_whole(scored.final or 0.0)
    if band is None or not band.high_item or half_up_whole(band.high) <= final:
        return ""
    item = card.bank.item_by_id[band.high_item]
    return (
        f"One line up on “{item.stem}” would lift it from {final} to {half_up_whole(band.high)}; "
        f"today you chose {answer_words(card, item.id)}."
    )


def first_move(card: Scorecard, name: str) -> str | None:
    """The most worthwhile move of an area; `None` when it needs none."""
    bank = card.bank
    for move in card.moves:
        item = bank.item_by_id[move.item]
        if bank.capability_by_id[item.capability].dimension == name:
            return item.first_move
    return None


def equal_weights(card: Scorecard, name: str) -> str:
    """What an area's answers would give if every question weighed the same."""
    scored = card.dimensions[name]
    return (
        f"With equal weights your answers would give {_whole(scored.equal_weights_raw)} instead "
        f"of {_whole(scored.raw)}."
    )


def pulled(card: Scorecard) -> str:
    """How the overall score comes about, or what it needs."""
    overall = card.overall
    if overall.score is None:
        return "It needs a score in all three areas."
    return (
        f"Pulled {halfway(card.bank)} from your average ({_whole(overall.mean)}) towards your "
        "lowest area, because the three depend on each other."
    )


def levels_as_words(card: Scorecard) -> str:
    """Where the levels above the lowest begin."""
    return ", ".join(
        f"{level.name} from {half_up_whole(level.start)}" for level in card.bank.levels[1:]
    )


def _whole(score: float | None) -> int:
    return half_up_whole(score or 0.0)
