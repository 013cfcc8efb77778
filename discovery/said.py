"""Answers as words and shares as whole points: what several parts of a call put in blanks."""

from datetime import date

from bank.model import Bank
from scoring.assessment import NOT_APPLICABLE, UNKNOWN, Answer
from scoring.rounding import half_up_whole
from scoring.wording import MONTHS


def answer_text(bank: Bank, item: str, answer: Answer) -> str:
    """The line that was chosen for `item`, as the respondent read it."""
    if answer == UNKNOWN:
        return bank.scale.unknown
    if answer == NOT_APPLICABLE:
        return bank.scale.not_applicable
    return next(entry.text for entry in bank.item_by_id[item].options if entry.level == answer)


def chosen(bank: Bank, field: str, code: str) -> str:
    """The words for a profile answer; a text that is no code of the bank stays as it is."""
    offered = next((entry.choices for entry in bank.profile.fields if entry.id == field), ())
    return next((choice.text for choice in offered if choice.code == code), code)


def whole_points(share: float) -> str:
    """A share from 0 to 1 as whole points of 100."""
    return str(half_up_whole(100 * share))


def day_in_words(day: date) -> str:
    """A date as people write it: 25 November 2026."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def one_line(text: str) -> str:
    """What somebody typed, on one line: line breaks and runs of spaces become one space."""
    return " ".join(text.split())
