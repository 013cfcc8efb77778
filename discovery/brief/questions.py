"""Part 10 of the brief: three questions for this call, from the three highest moves."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from discovery.said import answer_text
from scoring.moves import Move
from scoring.scorecard import Scorecard
from scoring.thresholds import at_most
from scoring.wording import fill

MOST_QUESTIONS: Final = 3


@dataclass(frozen=True, slots=True)
class CallQuestion:
    """What to ask, why this, and the move that could follow; `item` is the question behind it."""

    item: str
    capability: str
    ask: str
    why: str
    move: str


def three_questions(card: Scorecard) -> tuple[CallQuestion, ...]:
    """One question for each of the highest moves, most worthwhile first; fewer when fewer are."""
    return tuple(_question(card, move) for move in card.moves[:MOST_QUESTIONS])


def _question(card: Scorecard, move: Move) -> CallQuestion:
    item = card.bank.item_by_id[move.item]
    return CallQuestion(
        item=item.id,
        capability=card.bank.capability_by_id[item.capability].name,
        ask=item.ask,
        why=" ".join(_reasons(card, move)),
        move=item.first_move,
    )


def _reasons(card: Scorecard, move: Move) -> Iterator[str]:
    """What was chosen, then everything that puts this move above others."""
    words, item = card.bank.call.brief.reasons, card.bank.item_by_id[move.item]
    rests_on: str = getattr(words, move.basis)
    answer = answer_text(card.bank, item.id, card.assessment.answers[item.id])
    yield fill(rests_on, {"answer": answer})
    if move.critical and at_most(move.held, card.bank.numbers.moves.critical_at_most):
        dimension = card.bank.capability_by_id[item.capability].dimension
        yield fill(words.critical, {"dimension": card.bank.dimension_by_id[dimension].name})
    named = any(item.id in entry.items for entry in card.contradictions)
    if named and move.basis != "contradiction":
        yield words.together
    if item.capability in card.causes.top:
        yield words.cause
