"""Money against words, in words."""

from scoring.rounding import half_up_whole
from scoring.scorecard import Scorecard
from scoring.words.headlines import thing


def money_in_words(card: Scorecard) -> tuple[str, ...]:
    """The first priority's points, what they should be, and the index; or why there is none."""
    found, top = card.alignment, card.trace.top or 0
    if found.index is None:
        return (why_no_comparison(card),)
    movable = half_up_whole(100 * (1 - (found.fixed_share or 0.0)))
    priority = card.trace.priorities[top]
    band = next(entry.text for entry in card.bank.budget.bands if entry.id == found.band)
    return (
        f"{half_up_whole(found.shares[top] * movable)} of your {movable} movable points serve "
        f"“{priority.name}”, your first priority.",
        f"By the importance you gave it, it would be {half_up_whole(priority.weight * movable)}.",
        f"In all, {half_up_whole(found.index * movable)} of the {movable} movable points sit where "
        f"your priorities say ({half_up_whole(100 * found.index)} of 100): your {thing(card)} is "
        f"{band}.",
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
    return (
        f"Disc: the importance you gave it. Ring: its share of the movable {thing(card)}. Both of "
        "100; the number on the right is the difference."
    )
