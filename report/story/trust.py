"""How far to trust this: what was answered, what differs, what could be found out this week."""

from datetime import date

from report.story.teller import Teller
from scoring.scorecard import Scorecard
from scoring.wording import confidence_sentence, flag_sentences, statement
from scoring.words.headlines import trust_headline
from scoring.words.trust import (
    claim_differences,
    claim_numbers,
    claims_matched,
    coverage_words,
    find_out,
    no_benchmark,
    open_points,
)

FIND_OUT = 3
"""How many open questions are named."""


def tell(teller: Teller, card: Scorecard, on: date) -> None:
    """Confidence, coverage, claims beside evidence, the statement of uncertainty."""
    teller.finding(trust_headline(card))
    teller.say(confidence_sentence(card))
    teller.bullets(entry.text for entry in flag_sentences(card))
    teller.say(coverage_words(card))
    open_now = open_points(card)[:FIND_OUT]
    if open_now:
        teller.part(find_out(card, len(open_now)))
        teller.bullets(open_now)
    if card.claims.pairs:
        teller.part(claims_matched(card))
        teller.bullets(claim_differences(card))
        told = claim_numbers(card)
        teller.table(told.headings, told.rows, (0.6, 0.2, 0.2))
    teller.part(card.bank.shown.trust.alone_title)
    teller.say(statement(card, on))
    teller.say(no_benchmark(card))
