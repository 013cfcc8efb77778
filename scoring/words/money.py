"""Money against words, in words."""

from scoring.rounding import half_up_whole
from scoring.scorecard import Scorecard
from scoring.words.filling import fill
from scoring.words.headlines import thing


def money_in_words(card: Scorecard) -> tuple[str, ...]:
    """The first priority's points, what they should be, and the index; or why there is none."""
    found, top = card.alignment, card.trace.top or 0
    if found.index is None:
        return (why_no_comparison(card),)
    movable = half_up_whole(100 * (1 - (found.fixed_share or 0.0)))
    priority, words = card.trace.priorities[top], card.bank.shown.money
    blanks = {
        "movable": str(movable),
        "priority": priority.name,
        "index": str(half_up_whole(100 * found.index)),
        "thing": thing(card),
        "band": next(entry.text for entry in card.bank.budget.bands if entry.id == found.band),
    }
    said = ((words.first, found.shares[top]), (words.stated, priority.weight))
    return tuple(
        fill(text, blanks | {"points": str(half_up_whole(share * movable))})
        for text, share in (*said, (words.index, found.index))
    )


def why_no_comparison(card: Scorecard) -> str:
    """What is missing for a comparison."""
    reasons = {entry.code: entry.text for entry in card.bank.budget.reasons}
    return reasons[card.alignment.reason or "split_not_known"]


def money_notes(card: Scorecard) -> tuple[str, ...]:
    """What to bear in mind with the comparison."""
    notes = {entry.code: entry.text for entry in card.bank.budget.notes}
    return tuple(notes[code] for code in card.alignment.notes)


def how_to_read(card: Scorecard) -> str:
    """What the marks of the picture are."""
    return fill(card.bank.shown.money.marks, {"thing": thing(card)})
