"""The priority trace: each priority with its four answers, and its trigger rule or the blank."""

from report.story.teller import Teller
from report.text.spans import Span
from scoring.pictures.grid import WORDS, trace_rows
from scoring.rounding import half_up_whole
from scoring.scorecard import Scorecard
from scoring.words.formulas import how_trace
from scoring.words.headlines import trace_headline
from scoring.words.priorities import (
    blank_rule,
    trace_in_words,
    trigger_rule,
    where_it_breaks,
)


def tell(teller: Teller, card: Scorecard) -> None:
    """The trace in words and numbers."""
    teller.finding(trace_headline(card))
    rows = trace_rows(card)
    teller.say(trace_in_words(card))
    if not rows:
        teller.say([Span("A rule to fill in: ", bold=True), Span(blank_rule(card.bank))])
        return
    teller.table(
        ("Priority", "Weight", *rows[0].facets, "Points"),
        [
            (
                priority.name,
                str(half_up_whole(100 * priority.weight)),
                *(WORDS[state] for state in row.clarities),
                str(half_up_whole(priority.score)),
            )
            for priority, row in zip(card.trace.priorities, rows, strict=True)
        ],
        (0.34, 0.09, *(0.48 / len(rows[0].facets),) * len(rows[0].facets), 0.09),
    )
    for place, priority in enumerate(card.trace.priorities):
        teller.part(priority.name)
        teller.say(where_it_breaks(card, place), after=2)
        rule = trigger_rule(card, place)
        if rule:
            teller.say([Span("Your rule: ", bold=True), Span(f"“{rule}”")])
        else:
            teller.say([Span("Your rule, to fill in: ", bold=True), Span(blank_rule(card.bank))])
    teller.aside(how_trace(card.bank))
