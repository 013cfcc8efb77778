"""Every question with its answer in words, so that the result can be checked without the screen."""

from collections.abc import Sequence
from typing import Final

from report.story.teller import Teller
from scoring.scorecard import Scorecard
from scoring.transcript import RULE, Passage, Row, transcript

OPEN: Final = "Not answered"
NOTE: Final = "Note: "
NOT_ASKED: Final = "–"
TWO: Final = (0.46, 0.54)
FOUR: Final = (0.37, 0.13, 0.37, 0.13)
FACTS: Final = (0.345, 0.165, 0.325, 0.165)
QUESTION: Final = 0.28
"""The share of the width for the questions about priorities."""


def tell(teller: Teller, card: Scorecard) -> None:
    """The items with notes under their answers, the priorities side by side, the rest in pairs."""
    teller.finding("Everything you answered, in words")
    passages = transcript(card.bank, card.assessment)
    items = [row for passage in passages if passage.part == "items" for row in passage.rows]
    teller.table(("Question", "Answer"), [(row.question, _answer(row)) for row in items], TWO)
    priorities = [passage for passage in passages if passage.part == "priority"]
    if priorities:
        _priorities(teller, priorities)
    for passage in passages:
        if passage.part not in ("items", "priority"):
            _pairs(teller, passage, FACTS if passage.part == "facts" else FOUR)


def _priorities(teller: Teller, passages: Sequence[Passage]) -> None:
    """A column a priority; the rule stands with the trace and is left out here."""
    said = [{row.question: _answer(row) for row in passage.rows} for passage in passages]
    questions = dict.fromkeys(question for each in said for question in each if question != RULE)
    rows = [(question, *(each.get(question, NOT_ASKED) for each in said)) for question in questions]
    share = (1 - QUESTION) / len(passages)
    headings = ("About each priority", *(passage.title for passage in passages))
    teller.table(headings, rows, (QUESTION, *(share,) * len(passages)))


def _pairs(teller: Teller, passage: Passage, shares: Sequence[float]) -> None:
    """Two questions a line, the first half down the left side."""
    half = -(-len(passage.rows) // 2)
    left, right = passage.rows[:half], passage.rows[half:]
    rows = []
    for place, row in enumerate(left):
        beside = (right[place].question, _answer(right[place])) if place < len(right) else ("", "")
        rows.append((row.question, _answer(row), *beside))
    teller.table((passage.title, "Answer", "", "Answer" if right else ""), rows, shares)


def _answer(row: Row) -> str:
    told = row.answer or OPEN
    return f"{told} \n{NOTE}{row.note}" if row.note else told
