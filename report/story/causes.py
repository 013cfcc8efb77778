"""What hurts, what it may come from, and the share that lies outside this diagnostic."""

from report.story.teller import Teller
from report.text.spans import Span
from scoring.scorecard import Scorecard
from scoring.words.causes import CauseArea, cause_areas, load_words, what_hurts, why_none
from scoring.words.formulas import how_causes
from scoring.words.headlines import causes_headline


def tell(teller: Teller, card: Scorecard) -> None:
    """Symptoms, causes in words, the limits of both, the load."""
    teller.finding(causes_headline(card))
    hurts, areas = what_hurts(card), cause_areas(card)
    if hurts:
        teller.part(card.bank.shown.causes.most_title)
        teller.bullets(hurts)
    if areas:
        teller.part(card.bank.shown.causes.from_title)
        teller.bullets([_area(area) for area in areas])
        teller.aside(f"{card.bank.causes.limits} {how_causes(card.bank)}")
    if not areas:
        teller.say(why_none(card))
    load = load_words(card)
    if load:
        teller.say([Span(f"{load[0]} ", bold=True), Span(load[1])])


def _area(area: CauseArea) -> list[Span]:
    return [Span(f"{area.name}: {area.share}. ", bold=True), Span(area.text)]
