"""What this paper is: method and versions, what was asked and kept, and how to delete it."""

from datetime import date

from report.furniture import day
from report.story.teller import Teller
from report.text.spans import Span
from scoring.scorecard import Scorecard
from scoring.wording import MONTHS
from scoring.words.formulas import how_claims, how_confidence
from scoring.words.trust import why_areas_count_the_same

KEPT = (
    "Asked: the questions on the pages before this. No name, e-mail address or company was asked "
    "for this result."
)
STORED = (
    "Kept: the answers, notes and labels you gave, under a random identifier, and nothing else."
)
UNSHARED = "Shared: nothing, unless you chose to share it and saw what would be sent."
SHARED = (
    "Shared: a copy of your answers on {day}, with your name, work e-mail and company, after you "
    "saw exactly what is sent. Your private link leads to the page where you can withdraw it."
)


def tell(
    teller: Teller, card: Scorecard, digest: str, delete_link: str | None, shared: date | None
) -> None:
    """Method, versions, data receipt; `digest` names the result, `delete_link` undoes it.

    `shared` is the day on which the answers were shared; `None` if they were not, or if whoever
    makes the paper cannot know.
    """
    about = card.bank.about
    teller.finding("How this was made, and what is kept")
    small = teller.look.small.but(colour=teller.look.colours.ink)
    teller.say(
        f"{why_areas_count_the_same(card)} {how_claims(card.bank)} {how_confidence(card.bank)}",
        small,
    )
    sent = SHARED.format(day=day(shared, MONTHS)) if shared else UNSHARED
    teller.bullets((KEPT, STORED, sent), small)
    if delete_link:
        teller.say(
            [
                Span("Delete the answers behind this paper: "),
                Span("open your private link", link=delete_link),
                Span(" and choose “Delete my answers”."),
            ],
            small,
        )
    teller.aside(
        f"Question bank {about.id} {about.version}, method {about.model}, "
        f"bank {card.bank.sha256[:12]}, result {digest[:12]}."
    )
