"""The three areas in words: what a score means, what would lift it, where levels begin."""

from scoring.coverage import PROVISIONAL
from scoring.maturity import DimensionScore
from scoring.rounding import half_up_whole
from scoring.scorecard import Scorecard
from scoring.wording import held_back
from scoring.words.answers import answer_words
from scoring.words.filling import fill
from scoring.words.formulas import halfway


def what_it_means(card: Scorecard, name: str) -> str:
    """What holds the score, or what its level looks like, and what to bear in mind with it."""
    scored = card.dimensions[name]
    if scored.final is None:
        return too_few(card, name)
    held = held_back(card, name)
    level = next(entry for entry in card.bank.levels if entry.level == scored.level)
    words = card.bank.shown.areas
    said = [
        f"{held.text} {held.lift}"
        if held
        else fill(words.level, {"description": level.descriptions[name]})
    ]
    if scored.coverage.status == PROVISIONAL:
        said.append(fill(words.provisional, _answered(scored)))
    if "UNVERIFIED" in scored.caps and not (held and held.code == "UNVERIFIED"):
        said.append(words.unverified)
    if scored.depends_on_weights:
        said.append(words.weights)
    return " ".join(said)


def too_few(card: Scorecard, name: str) -> str:
    """Why an area has no score yet, and what it takes."""
    least = str(half_up_whole(100 * card.bank.numbers.coverage.provisional))
    blanks = _answered(card.dimensions[name]) | {"least": least}
    return fill(card.bank.shown.areas.too_few, blanks)


def lift(card: Scorecard, name: str) -> str:
    """The limit to lift, or the one answer that would do most; empty without a score."""
    scored, held = card.dimensions[name], held_back(card, name)
    if scored.final is None:
        return ""
    one = _one_line_up(card, scored)
    if held is None:
        return one or card.bank.shown.areas.no_lift
    return f"{one} {held.lift}".strip()


def _one_line_up(card: Scorecard, scored: DimensionScore) -> str:
    band, final = scored.band, half_up_whole(scored.final or 0.0)
    if band is None or not band.high_item or half_up_whole(band.high) <= final:
        return ""
    item = card.bank.item_by_id[band.high_item]
    blanks = {
        "item": item.stem,
        "score": str(final),
        "higher": str(half_up_whole(band.high)),
        "answer": answer_words(card, item.id),
    }
    return fill(card.bank.shown.areas.lift, blanks)


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
    blanks = {"equal": _whole(scored.equal_weights_raw), "score": _whole(scored.raw)}
    return fill(card.bank.shown.areas.equal_weights, blanks)


def pulled(card: Scorecard) -> str:
    """How the overall score comes about, or what it needs."""
    words = card.bank.shown.areas
    if card.overall.score is None:
        return words.no_overall
    return fill(words.overall, {"way": halfway(card.bank), "mean": _whole(card.overall.mean)})


def levels_as_words(card: Scorecard) -> str:
    """Where the levels above the lowest begin."""
    start = card.bank.shown.areas.level_start
    return ", ".join(
        fill(start, {"level": level.name, "score": _whole(level.start)})
        for level in card.bank.levels[1:]
    )


def how_to_read(card: Scorecard) -> str:
    """What the marks across a bar are."""
    return fill(card.bank.shown.areas.marks, {"levels": levels_as_words(card)})


def _answered(scored: DimensionScore) -> dict[str, str]:
    coverage = scored.coverage
    return {"answered": str(coverage.answered), "asked": str(coverage.applicable)}


def _whole(score: float | None) -> str:
    return str(half_up_whole(score or 0.0))
