"""Moves and the plan in words: how long, why this one, why here."""

from collections.abc import Mapping
from typing import Final

from bank.model import Bank
from scoring.moves import Move, Placing
from scoring.rounding import half_up_whole
from scoring.scorecard import Scorecard
from scoring.thresholds import at_most
from scoring.words.answers import stem_and_answer
from scoring.words.filling import fill

BASES: Final = ("answer", "evidence", "contradiction", "unknown")


def efforts(bank: Bank) -> Mapping[int, str]:
    """How long each effort takes."""
    words = bank.shown.moves.efforts
    return {1: words.days, 2: words.weeks, 3: words.quarter}


def when(bank: Bank) -> Mapping[str, str]:
    """The heading of each column of the plan."""
    words = bank.shown.moves.columns
    return {"30": words.by_30, "60": words.by_60, "90": words.by_90, "later": words.later}


def bases(bank: Bank) -> Mapping[str, str]:
    """What a move can rest on."""
    words = bank.shown.moves.bases
    return {basis: getattr(words, basis) for basis in BASES}


def effort_and_basis(card: Scorecard, move: Move) -> str:
    """How long a move takes and what it rests on."""
    blanks = {"effort": efforts(card.bank)[move.effort], "basis": bases(card.bank)[move.basis]}
    return fill(card.bank.shown.moves.basis, blanks)


def to_do(card: Scorecard, item: str) -> str:
    """The move that goes with `item`, with how long it takes."""
    effort = next(move.effort for move in card.moves if move.item == item)
    blanks = {
        "move": card.bank.item_by_id[item].first_move,
        "effort": efforts(card.bank)[effort],
    }
    return fill(card.bank.shown.moves.to_do, blanks)


def worth(card: Scorecard, move: Move) -> int:
    """What a move is worth beside the first, which is set to 100."""
    return half_up_whole(100 * move.value / card.moves[0].value)


def move_reasons(card: Scorecard, move: Move) -> tuple[str, ...]:
    """The parts of a move's value in words and whole numbers."""
    words, effort = card.bank.shown.moves, efforts(card.bank)[move.effort]
    boosts = "; ".join(_boosts(card, move))
    more = {"share": str(half_up_whole(100 * (move.boost - 1))), "boosts": boosts}
    taken = words.divided if move.effort > 1 else words.undivided
    return (
        stem_and_answer(card, move.item),
        fill(words.distance, {"points": str(half_up_whole(100 * move.gap))}),
        fill(words.weight, {"share": str(_weight_share(card, move))}),
        fill(words.boost, more) if boosts else words.no_boost,
        fill(taken, {"effort": effort, "number": str(move.effort)}),
    )


def placed(card: Scorecard, placing: Placing) -> str:
    """Where a move stands and what put it there."""
    words, columns = card.bank.shown.moves, when(card.bank)
    stems = {item.id: item.stem for item in card.bank.items}
    said = [fill(words.placed, {"column": columns[placing.column], "item": stems[placing.item]})]
    if placing.before:
        said.append(fill(words.before, {"item": stems[placing.before]}))
    if placing.needs:
        said.append(fill(words.after, {"items": " ".join(stems[need] for need in placing.needs)}))
    if placing.column != placing.earliest:
        earliest = columns[placing.earliest]
        said.append(fill(words.full, {"column": earliest[:1].lower() + earliest[1:]}))
    return " ".join(said)


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
    words = card.bank.shown.moves.boosts
    return [
        text
        for text, holds in (
            (words.critical, critical),
            (words.together, named),
            (words.cause, capability in card.causes.top),
        )
        if holds
    ]
