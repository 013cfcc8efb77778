"""Moves and the plan in words: how long, why this one, why here."""

from collections.abc import Mapping
from typing import Final

from bank.model import Bank
from scoring.moves import Move, Placing
from scoring.rounding import half_up_whole
from scoring.scorecard import Scorecard
from scoring.thresholds import at_most
from scoring.words.answers import stem_and_answer

EFFORTS: Final = {1: "days", 2: "weeks", 3: "a quarter"}
WHEN: Final = {"30": "By day 30", "60": "By day 60", "90": "By day 90", "later": "Later"}

BASES: Final = {
    "answer": "your answer",
    "evidence": "what your priorities show, which is less than your answer",
    "contradiction": "your answer, held back because some answers are to be looked at together",
    "unknown": "an answer you do not know yet, so finding out comes first",
}


def efforts(bank: Bank) -> Mapping[int, str]:
    """How long each effort takes."""
    return EFFORTS


def when(bank: Bank) -> Mapping[str, str]:
    """The heading of each column of the plan."""
    return WHEN


def effort_and_basis(card: Scorecard, move: Move) -> str:
    """How long a move takes and what it rests on."""
    return f"Takes {efforts(card.bank)[move.effort]}. Rests on {BASES[move.basis]}."


def to_do(card: Scorecard, item: str) -> str:
    """The move that goes with `item`, with how long it takes."""
    about = card.bank.item_by_id[item]
    return f"{about.first_move} (Takes {efforts(card.bank)[about.effort]}.)"


def worth(card: Scorecard, move: Move) -> int:
    """What a move is worth beside the first, which is set to 100."""
    return half_up_whole(100 * move.value / card.moves[0].value)


def move_reasons(card: Scorecard, move: Move) -> tuple[str, ...]:
    """The parts of a move's value in words and whole numbers."""
    speaks = f"Speaks for it: {half_up_whole(100 * (move.boost - 1))} % more"
    if move.boost > 1:
        speaks += f" ({'; '.join(_boosts(card, move))})"
    taken = f"the worth is divided by {move.effort}" if move.effort > 1 else "nothing is taken off"
    return (
        stem_and_answer(card, move.item),
        f"Distance to the line aimed at: {half_up_whole(100 * move.gap)} of 100.",
        f"Weight of the question: {_weight_share(card, move)} % of its area.",
        f"{speaks}.",
        f"Takes {efforts(card.bank)[move.effort]}, so {taken}.",
    )


def placed(card: Scorecard, placing: Placing) -> str:
    """Where a move stands and what put it there."""
    stems, columns = {item.id: item.stem for item in card.bank.items}, when(card.bank)
    text = f"{columns[placing.column]}: {stems[placing.item]}"
    if placing.before:
        text += f" Brought forward, because this needs it: {stems[placing.before]}"
    if placing.needs:
        text += f" Comes after: {' '.join(stems[need] for need in placing.needs)}"
    if placing.column != placing.earliest:
        earliest = columns[placing.earliest]
        earliest = earliest[0].lower() + earliest[1:]
        text += f" It could start {earliest}, but there the plan is full."
    return text


def _weight_share(card: Scorecard, move: Move) -> int:
    """What the question counts in its dimension when everything is answered, in percent."""
    bank = card.bank
    capability = bank.capability_by_id[bank.item_by_id[move.item].capability]
    inside = sum(entry.weight for entry in bank.items if entry.capability == capability.id)
    across = sum(
        entry.weight for entry in bank.capabilities if entry.dimension == capability.dimension
    )
    return half_up_whole(100 * move.weight / inside / across)


def _boosts(card: Scorecard, move: Move) -> list[str]:
    critical = move.critical and at_most(move.held, card.bank.numbers.moves.critical_at_most)
    named = any(move.item in entry.items for entry in card.contradictions)
    capability = card.bank.item_by_id[move.item].capability
    return [
        words
        for words, holds in (
            ("everything else rests on it", critical),
            ("its answers are to be looked at together", named),
            ("its part is a likely cause of what hurts", capability in card.causes.top),
        )
        if holds
    ]
