"""Dimensions and capabilities: every score with what it means, and the twelve parts behind them."""

from collections.abc import Sequence

from report.charts.capabilities import draw_capabilities, height_of
from report.story.teller import Teller
from report.text.spans import Span
from scoring.pictures.bars import band_words, bar_of, limit_words
from scoring.pictures.capabilities import alt_text, capability_bars
from scoring.rounding import half_up_whole
from scoring.scorecard import Scorecard
from scoring.words.dimensions import equal_weights, how_to_read, lift, what_it_means
from scoring.words.formulas import how_band, how_dimension, how_overall
from scoring.words.headlines import scores_headline
from scoring.words.verdict import first_reasons, other_reasons


def tell(teller: Teller, card: Scorecard, already: int) -> None:
    """The scores; `already` reasons of the verdict stand on the first page."""
    teller.finding(scores_headline(card))
    if card.overall.score is not None:
        teller.say(how_overall(card.bank))
    _reasons(teller, "The other reasons for the verdict", first_reasons(card)[already:])
    _reasons(teller, card.bank.shown.verdict.others_title, other_reasons(card))
    for name in card.dimensions:
        _dimension(teller, card, name)
    rows = capability_bars(card)
    teller.part(card.bank.shown.areas.parts_title, room=height_of(rows) + 40)
    teller.picture(
        height_of(rows),
        lambda pen: draw_capabilities(pen, rows, teller.look, teller.width),
        _in_words(card),
    )
    teller.aside(
        f"{how_dimension(card.bank)} {card.bank.shown.areas.target} {how_band(card.bank)} "
        f"{how_to_read(card)}"
    )


def _reasons(teller: Teller, title: str, reasons: Sequence[str]) -> None:
    if reasons:
        teller.part(title)
        teller.bullets(reasons)


def _dimension(teller: Teller, card: Scorecard, name: str) -> None:
    """One dimension: name, score, level, band, limit; what it means; what would lift it."""
    look, title = teller.look, card.bank.dimension_by_id[name].name
    bar = bar_of(card, name)
    if bar is None:
        teller.part(f"{title}: no score yet")
        teller.say(what_it_means(card, name))
        return
    teller.part(f"{title} {half_up_whole(bar.final)} · {bar.level_name}")
    aside = "; ".join(filter(None, (band_words(bar), limit_words(bar))))
    told = f"({aside[:1].upper()}{aside[1:]}. {equal_weights(card, name)})"
    spans = [Span(f"{what_it_means(card, name)} "), Span(told, colour=look.colours.secondary)]
    teller.say(spans, after=2)
    teller.say([Span("What would lift it: ", bold=True), Span(lift(card, name))])


def _in_words(card: Scorecard) -> str:
    """The picture's summary and every number in it."""
    rows = capability_bars(card)
    each = "; ".join(
        f"{row.name} {'no answer' if row.points is None else half_up_whole(row.points)}"
        for row in rows
    )
    return f"{alt_text(rows)} {each}."
