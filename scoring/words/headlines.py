"""Which of the bank's headlines each block of the result has, computed from the scorecard."""

from scoring.rounding import half_up_whole
from scoring.scorecard import Scorecard
from scoring.trace import FACETS
from scoring.wording import look_together
from scoring.words.filling import capital, fill
from scoring.words.filling import count as count


def verdict_headline(card: Scorecard) -> str:
    """The verdict, in the bank's words."""
    return next(entry.headline for entry in card.bank.verdicts if entry.code == card.verdict.code)


def areas_headline(card: Scorecard) -> str:
    """Which of the three stands highest and which lowest."""
    words = card.bank.headlines.areas
    finals = {name: entry.final for name, entry in card.dimensions.items()}
    known = {name: final for name, final in finals.items() if final is not None}
    if not known:
        return words.none
    if len(known) < len(finals):
        return capital(fill(words.some, {"count": count(card.bank, len(known))}))
    shown = {str(half_up_whole(final)) for final in known.values()}
    if len(shown) == 1:
        return fill(words.even, {"score": shown.pop()})
    names = card.bank.dimension_by_id
    low, high = (names[end(known, key=known.__getitem__)].name for end in (min, max))
    return fill(words.apart, {"highest": high, "lowest": low})


def trace_headline(card: Scorecard) -> str:
    """How far the first priority can be followed."""
    trace, words = card.trace, card.bank.headlines.trace
    if trace.status == "none" or trace.top is None:
        return words.none
    if trace.clear == trace.clear_possible:
        return fill(words.every, {"count": count(card.bank, trace.clear)})
    top = trace.priorities[trace.top]
    by_clear = {0: words.unclear, 1: words.one, len(FACETS): words.first}
    blanks = {"priority": top.name, "count": count(card.bank, top.clear)}
    return fill(by_clear.get(top.clear, words.some), blanks)


def thing(card: Scorecard) -> str:
    """What the split divides: *money* or *time*, in the bank's word for it."""
    things = card.bank.shown.things
    return things.time if _is_time(card) else things.money


def money_headline(card: Scorecard) -> str:
    """Whether the money sits where the priorities say."""
    found, words = card.alignment, card.bank.headlines.money
    if found.index is None:
        code = found.reason or "split_not_known"
        reason = next(entry for entry in card.bank.budget.reasons if entry.code == code)
        return fill(reason.headline, {"thing": thing(card)})
    if any(entry.code == "K05" for entry in card.contradictions):
        return words.not_first_time if _is_time(card) else words.not_first
    band = next(entry.text for entry in card.bank.budget.bands if entry.id == found.band)
    return fill(words.band, {"thing": thing(card), "band": band})


def together_headline(card: Scorecard) -> str:
    """How many sets of answers are hard to square."""
    words = card.bank.headlines.together
    found = sum(entry.screen is not None for entry in look_together(card))
    if not found:
        return words.none if card.responses.levels else words.unanswered
    if found == 1:
        return words.one
    return capital(fill(words.several, {"count": count(card.bank, found)}))


def causes_headline(card: Scorecard) -> str:
    """Where what hurts may come from."""
    shares, words = card.causes.by_dimension, card.bank.headlines.causes
    if not shares:
        return words.none if card.assessment.symptoms else words.unanswered
    first = max(shares, key=shares.__getitem__)
    if first == card.bank.causes.outside:
        return words.outside
    return fill(words.area, {"area": card.bank.dimension_by_id[first].name})


def moves_headline(card: Scorecard) -> str:
    """How many moves come first and how quick they are."""
    words = card.bank.headlines.moves
    first = card.moves[: card.bank.numbers.moves.shown_first]
    if not first:
        return words.none if card.responses.levels else words.unanswered
    if len(first) == 1:
        return words.one
    quick = sum(move.effort == 1 for move in first)
    by_quick = {0: words.several, 1: words.one_quick, len(first): words.all_quick}
    blanks = {"count": count(card.bank, len(first)), "quick": count(card.bank, quick)}
    return capital(fill(by_quick.get(quick, words.some_quick), blanks))


def scores_headline(card: Scorecard) -> str:
    """What holds the overall score back most."""
    overall, words = card.overall, card.bank.headlines.scores
    if overall.score is None or overall.lowest is None:
        return words.none
    if len({entry.final for entry in card.dimensions.values()}) == 1:
        return words.even
    return fill(words.lowest, {"area": card.bank.dimension_by_id[overall.lowest].name})


def trust_headline(card: Scorecard) -> str:
    """How much was answered and what that is good for."""
    answered, asked = answered_of(card)
    word = next(entry.word for entry in card.bank.confidence if entry.code == card.confidence)
    blanks = {"answered": str(answered), "asked": str(asked), "confidence": word}
    return fill(card.bank.headlines.trust, blanks)


def answered_of(card: Scorecard) -> tuple[int, int]:
    """Questions answered, and questions that apply."""
    entries = card.dimensions.values()
    return (
        sum(entry.coverage.answered for entry in entries),
        sum(entry.coverage.applicable for entry in entries),
    )


def _is_time(card: Scorecard) -> bool:
    budget = card.assessment.budget
    return budget is not None and budget.basis == "time"
