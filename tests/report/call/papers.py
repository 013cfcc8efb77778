"""Briefs and recaps of the fifteen results, as a consultant gets them."""

from datetime import UTC, date, datetime
from pathlib import Path

from discovery.brief import make_brief
from discovery.recap import Agreed, make_recap
from report.call.papers import CallPaper, brief_pdf, recap_pdf
from report.paper import Stationery
from tests.report.fifteen import FIFTEEN, HOSTILE, LONG_WORD, SCRIPTS, result
from tests.scoring.verbs import PERSONAS, the_bank

WHEN = datetime(2026, 11, 25, 14, 30, tzinfo=UTC)
LETTERS = (*PERSONAS, "everything_differs", "scripts")
"""The briefs that are made on US Letter too."""
PICTURED = (*(f"brief-{name}" for name in PERSONAS), "letter-P1", "brief-scripts", "recap-usual")
"""The papers whose pictures are kept."""


def brief(name):
    return make_brief(result(name), notes=True, owners=True)


def brief_of(name, page="A4", **contact):
    who = {"name": "Mina Okafor", "company": "Acme Pumps", **contact}
    paper = CallPaper(WHEN, stationery=Stationery(page), **who)
    return brief_pdf(brief(name), the_bank(), paper)[1]


def told(goal="Fewer launches, all of them on time", saw=("Nobody may stop a campaign.",), **more):
    """A recap as a call leaves it."""
    said = {
        "move": Agreed("Give each owner a written limit", "AB", date(2026, 12, 4)),
        "step": Agreed("We look at the first limits together", "AB and me", date(2027, 1, 8)),
        **more,
    }
    return make_recap(the_bank(), on=WHEN.date(), goal=goal, saw=saw, **said)


RECAPS = {
    "usual": told(),
    "nothing": told("", (), move=Agreed(), step=Agreed()),
    "hostile": told(HOSTILE, (HOSTILE, "=1+1", "\u202eevil\x00"), step=Agreed(HOSTILE)),
    "scripts": told(SCRIPTS[0], SCRIPTS, step=Agreed(SCRIPTS[1])),
    "long_words": told(LONG_WORD * 20, (LONG_WORD * 3,) * 8),
    "long": told("We want to get on with it. " * 40, ("We saw a thing. " * 12,) * 12),
    "long_goal": told("We want to get on with it. " * 370, ("We saw one thing.",) * 3),
    "too_long": told("word " * 2000, ("line " * 40,) * 60),
}


def recap_of(name, page="A4"):
    paper = CallPaper(WHEN, "Mina Okafor", "Acme Pumps", Stationery(page))
    return recap_pdf(RECAPS[name], the_bank(), paper)[1]


def all_papers():
    """Every paper of a call that is looked at, by its name."""
    briefs = {f"brief-{name}": brief_of(name) for name in FIFTEEN}
    letters = {f"letter-{name}": brief_of(name, "Letter") for name in LETTERS}
    recaps = {f"recap-{name}": recap_of(name) for name in RECAPS}
    return briefs | letters | recaps


def picture_of(name):
    """Where the picture of a paper is kept."""
    return Path(__file__).with_name("golden") / f"{name}.png"
