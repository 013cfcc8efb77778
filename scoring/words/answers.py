"""What was answered to an item, in the words that were on screen."""

from scoring.coverage import Responses
from scoring.scorecard import Scorecard


def answer_words(card: Scorecard, item: str) -> str:
    """The option chosen, or why nothing counts for `item`."""
    scale, given = card.bank.scale, card.responses
    if item in given.levels:
        options = card.bank.item_by_id[item].options
        text = next(entry.text for entry in options if entry.level == given.levels[item])
        return f"“{text}”"
    return _left_out(given, item, scale.unknown, scale.not_applicable)


def stem_and_answer(card: Scorecard, item: str) -> str:
    """The question and what was answered to it, on one line."""
    return f"{card.bank.item_by_id[item].stem} {answer_words(card, item)}"


def _left_out(given: Responses, item: str, unknown: str, not_applicable: str) -> str:
    if item in given.unknown:
        return f"“{unknown}”, left out"
    if item in given.not_applicable:
        return f"“{not_applicable}”, left out"
    if item in given.na_rejected:
        return f"“{not_applicable}”, counted as open because the facts you gave speak against it"
    return "not answered, left out"
