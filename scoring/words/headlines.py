"""What each block of the result found, as one sentence computed from the scorecard.

The sentences are to move into the bank.
"""

from typing import Final

from bank.model import Bank
from scoring.rounding import half_up_whole
from scoring.scorecard import Scorecard
from scoring.trace import FACETS
from scoring.wording import look_together

COUNTS: Final = (
    "none",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
)

NO_COMPARISON: Final = {
    "no_priorities": "Without a priority there is nothing to set the money against",
    "split_not_known": "How the money is split is not known yet",
    "split_incomplete": "A row of the split is still open",
    "no_budget": "There is no budget to compare yet",
    "does_not_add_up": "The rows of the split do not add up yet",
    "nothing_movable": "None of the money can move this year",
}


def count(bank: Bank, number: int) -> str:
    """A small number as a word."""
    return COUNTS[number] if number < len(COUNTS) else str(number)


def verdict_headline(card: Scorecard) -> str:
    """The verdict, in the bank's words."""
    return next(entry.headline for entry in card.bank.verdicts if entry.code == card.verdict.code)


def areas_headline(card: Scorecard) -> str:
    """Which of the three stands highest and which lowest."""
    finals = {name: entry.final for name, entry in card.dimensions.items()}
    known = {name: final for name, final in finals.items() if final is not None}
    if not known:
        return "Too little is answered for a score in any of the three areas"
    if len(known) < len(finals):
        return (
            f"{count(card.bank, len(known)).capitalize()} of the three areas can be scored so far"
        )
    if len({half_up_whole(final) for final in known.values()}) == 1:
        return f"All three areas stand at {half_up_whole(next(iter(known.values())))}"
    names = card.bank.dimension_by_id
    low, high = (names[end(known, key=known.__getitem__)].name for end in (min, max))
    return f"{high} stands highest, {low} lowest"


def trace_headline(card: Scorecard) -> str:
    """How far the first priority can be followed."""
    trace = card.trace
    if trace.status == "none" or trace.top is None:
        return "No priority has been followed through yet"
    if trace.clear == trace.clear_possible:
        return f"All {count(card.bank, trace.clear)} answers about your priorities are clear"
    top = trace.priorities[trace.top]
    if top.clear == len(FACETS):
        return f"“{top.name}” can be followed all the way; the rest not fully yet"
    verb = "are" if top.clear > 1 else "is"
    clear = count(card.bank, top.clear)
    return f"“{top.name}” comes first, and {clear} of its four answers {verb} clear"


def thing(card: Scorecard) -> str:
    """What the split divides: *money* or *time*."""
    budget = card.assessment.budget
    return "time" if budget is not None and budget.basis == "time" else "money"


def money_headline(card: Scorecard) -> str:
    """Whether the money sits where the priorities say."""
    found = card.alignment
    if found.index is None:
        return NO_COMPARISON[found.reason or "split_not_known"].replace("money", thing(card))
    if any(entry.code == "K05" for entry in card.contradictions):
        largest = {"money": "your largest spend", "time": "where most of the time goes"}
        return f"Your first priority is not {largest[thing(card)]}"
    band = next(entry.text for entry in card.bank.budget.bands if entry.id == found.band)
    return f"Your movable {thing(card)} is {band}"


def together_headline(card: Scorecard) -> str:
    """How many sets of answers are hard to square."""
    found = sum(entry.screen is not None for entry in look_together(card))
    if not found and not card.responses.levels:
        return "There is nothing to look at together yet"
    if not found:
        return "No answers of yours pull in different directions"
    if found == 1:
        return "One set of answers is worth looking at together"
    return f"{count(card.bank, found).capitalize()} sets of answers are worth looking at together"


def causes_headline(card: Scorecard) -> str:
    """Where what hurts may come from."""
    shares = card.causes.by_dimension
    if not shares:
        asked = bool(card.assessment.symptoms)
        return "You told us of nothing that hurts" if asked else "What hurts is not answered yet"
    first = max(shares, key=shares.__getitem__)
    if first == card.bank.causes.outside:
        return "Your answers suggest that it is not your infrastructure"
    return f"What hurts may come from {card.bank.dimension_by_id[first].name} more than elsewhere"


def moves_headline(card: Scorecard) -> str:
    """How many moves come first and how quick they are."""
    first = card.moves[: card.bank.numbers.moves.shown_first]
    if not first:
        return "No move is open" if card.responses.levels else "No move can be named yet"
    if len(first) == 1:
        return "One move is open"
    quick = sum(move.effort == 1 for move in first)
    start = f"{count(card.bank, len(first)).capitalize()} moves come first"
    if not quick:
        return start
    if quick == len(first):
        return f"{start}, and each takes only days"
    verb = "takes" if quick == 1 else "take"
    return f"{start}, and {count(card.bank, quick)} of them {verb} only days"


def scores_headline(card: Scorecard) -> str:
    """What holds the overall score back most."""
    overall = card.overall
    if overall.score is None or overall.lowest is None:
        return "There is no overall score yet"
    finals = {entry.final for entry in card.dimensions.values()}
    if len(finals) == 1:
        return "No single area holds the overall score back"
    lowest = card.bank.dimension_by_id[overall.lowest].name
    return f"{lowest} holds the overall score back most"


def trust_headline(card: Scorecard) -> str:
    """How much was answered and what that is good for."""
    answered, asked = answered_of(card)
    return f"{answered} of {asked} questions are answered; confidence is {card.confidence}"


def answered_of(card: Scorecard) -> tuple[int, int]:
    """Questions answered, and questions that apply."""
    entries = card.dimensions.values()
    return (
        sum(entry.coverage.answered for entry in entries),
        sum(entry.coverage.applicable for entry in entries),
    )
