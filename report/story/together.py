"""Answers to look at together, each with the questions and answers that it is about."""

from report.story.teller import Teller
from report.text.spans import Span
from scoring.scorecard import Scorecard
from scoring.wording import look_together
from scoring.words.answers import stem_and_answer
from scoring.words.headlines import together_headline


def tell(teller: Teller, card: Scorecard) -> None:
    """Every set that a respondent may read, high severity first."""
    teller.finding(together_headline(card))
    rules = {rule.id: rule for rule in card.bank.rules}
    found = [entry for entry in look_together(card) if entry.screen is not None]
    if not found:
        teller.say(card.bank.shown.together.none)
    for entry in found:
        teller.say([Span(entry.screen or "", bold=True)], before=3, after=1)
        teller.bullets(
            (stem_and_answer(card, item) for item in rules[entry.code].items), teller.look.small
        )
