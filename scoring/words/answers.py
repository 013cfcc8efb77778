"""What was answered to an item, in the words that were on screen."""

from scoring.scorecard import Scorecard
from scoring.words.filling import fill


def answer_words(card: Scorecard, item: str) -> str:
    """The option chosen, or why nothing counts for `item`."""
    scale, given, words = card.bank.scale, card.responses, card.bank.shown.answers
    if item in given.levels:
        options = card.bank.item_by_id[item].options
        text = next(entry.text for entry in options if entry.level == given.levels[item])
        return fill(words.chosen, {"answer": text})
    if item in given.unknown:
        return fill(words.left_out, {"answer": scale.unknown})
    if item in given.not_applicable:
        return fill(words.left_out, {"answer": scale.not_applicable})
    if item in given.na_rejected:
        return fill(words.not_believed, {"answer": scale.not_applicable})
    return words.unanswered


def stem_and_answer(card: Scorecard, item: str) -> str:
    """The question and what was answered to it, on one line."""
    return f"{card.bank.item_by_id[item].stem} {answer_words(card, item)}"
