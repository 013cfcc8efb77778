"""The 30/60/90 plan as tables with room for an owner and a date, and why it is in this order."""

from report.story.teller import Teller
from scoring.moves import COLUMNS
from scoring.scorecard import Scorecard
from scoring.words.formulas import how_moves, how_plan
from scoring.words.headlines import moves_headline
from scoring.words.moves import to_do, when

SHARES = (0.68, 0.18, 0.14)


def tell(teller: Teller, card: Scorecard) -> None:
    """Every column that holds a move; the order explained."""
    teller.finding(moves_headline(card))
    words = card.bank.shown.moves
    if not card.moves:
        teller.say(words.none if card.responses.levels else words.unanswered)
        return
    teller.say(f"{words.plan_title}.")
    names, look = when(card.bank), teller.look
    style = look.small.but(colour=look.colours.ink)
    for column in COLUMNS[:-1]:
        items = card.plan.column(column)
        if items:
            rows = [(to_do(card, item), "", "") for item in items]
            teller.table(
                (names[column], "Owner", "Date"),
                rows,
                SHARES,
                style,
            )
    later = card.plan.column(COLUMNS[-1])
    if later:
        teller.part(names[COLUMNS[-1]])
        teller.bullets([to_do(card, item) for item in later], look.tiny)
    teller.aside(f"Why this order: {how_plan(card.bank)} {how_moves(card.bank)}")
