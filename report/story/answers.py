"""Every question with its answer in words, so that the result can be checked without the screen."""

from report.story.teller import Teller
from scoring.scorecard import Scorecard
from scoring.transcript import Passage, Row, transcript

OPEN = "Not answered"
NOTE = "Note: "
SHARES = (0.52, 0.48)


def tell(teller: Teller, card: Scorecard) -> None:
    """Part by part: questions on the left, answers on the right, notes under the answer."""
    teller.finding("Everything you answered, in your words")
    for passage in transcript(card.bank, card.assessment):
        _passage(teller, passage)


def _passage(teller: Teller, passage: Passage) -> None:
    rows = [(row.question, _answer(row)) for row in passage.rows]
    if rows:
        teller.table((passage.title, "Answer"), rows, SHARES)


def _answer(row: Row) -> str:
    told = row.answer or OPEN
    return f"{told}\n{NOTE}{row.note}" if row.note else told
