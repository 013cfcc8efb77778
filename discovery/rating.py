"""The five answers that a consultant confirms or revises on the call, on the bank's own lines."""

from dataclasses import dataclass

from bank.model import Bank, Option
from scoring.assessment import Answer
from scoring.scorecard import Scorecard


@dataclass(frozen=True, slots=True)
class RatingRow:
    """One pair: the item with its five lines, what was answered, and what the trace shows (0-1).

    `options` say what each level looks like and what would prove it.
    """

    pair: str
    name: str
    item: str
    stem: str
    options: tuple[Option, ...]
    claimed: Answer | None
    evidence: float | None


def rating_rows(card: Scorecard) -> tuple[RatingRow, ...]:
    """The five pairs in bank order, ready to be rated."""
    items = card.bank.item_by_id
    return tuple(
        RatingRow(
            pair=entry.evidence,
            name=entry.name,
            item=entry.item,
            stem=items[entry.item].stem,
            options=items[entry.item].options,
            claimed=card.assessment.answers.get(entry.item),
            evidence=card.evidence.of(entry.evidence),
        )
        for entry in card.bank.claims
    )


def check_rating(bank: Bank, pair: str, level: int) -> str:
    """The item that `pair` is about, if `level` is one of its lines.

    Raises `ValueError` that names the pairs, or the levels, there are.
    """
    found = next((entry for entry in bank.claims if entry.evidence == pair), None)
    if found is None:
        known = ", ".join(entry.evidence for entry in bank.claims)
        raise ValueError(f"There is no pair called '{pair}'. The pairs are {known}.")
    levels = [option.level for option in bank.item_by_id[found.item].options]
    if type(level) is not int or level not in levels:
        raise ValueError(f"The rating of '{pair}' is {level!r}; it is a whole number from 0 to 4.")
    return found.item
