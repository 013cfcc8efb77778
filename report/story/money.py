"""The money against the words: the points that serve the priorities, and every row in numbers."""

from report.story.teller import Teller
from scoring.pictures.money import money_rows, numbers
from scoring.scorecard import Scorecard
from scoring.words.formulas import how_money
from scoring.words.headlines import money_headline, thing
from scoring.words.money import money_in_words, money_notes, why_no_comparison


def tell(teller: Teller, card: Scorecard) -> None:
    """The comparison, or why there is none yet."""
    teller.finding(money_headline(card))
    if card.alignment.index is None:
        teller.say(why_no_comparison(card))
        return
    for sentence in money_in_words(card):
        teller.say(sentence)
    told = numbers(money_rows(card), thing(card))
    teller.table(told.headings, told.rows, (0.46, 0.16, 0.22, 0.16))
    for note in money_notes(card):
        teller.aside(note)
    teller.aside(how_money(card.bank, thing(card)))
