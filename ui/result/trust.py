"""Eighth block: how far to trust all this, and what could be found out this week."""

from datetime import date
from typing import Final

import streamlit as st

from scoring.evidence import ClaimGap
from scoring.rounding import half_up_whole
from scoring.scorecard import Scorecard
from scoring.trace import FACETS
from scoring.wording import confidence_sentence, flag_sentences, statement
from ui.escape import escape
from ui.result import formulas, headlines
from ui.result.layout import bullets, finding, folded, table, worked_out

FIND_OUT: Final = 3
"""How many open questions are named."""

EQUAL_WEIGHTS: Final = "The three areas count the same, because we know of no ground to rank them."


def draw(card: Scorecard, on: date) -> None:
    """Coverage, patterns, claims beside evidence, and the statement; `on` is the result's day."""
    finding(headlines.trust_headline(card))
    st.markdown(escape(confidence_sentence(card)))
    bullets(entry.text for entry in flag_sentences(card))
    _coverage(card)
    _find_out(card)
    _claims(card)
    st.subheader("One person’s account, compared with nobody", anchor=False)
    st.markdown(escape(statement(card, on)))
    least = card.bank.numbers.company.benchmark_minimum
    st.caption(
        f"We compare you with nobody yet. When at least {least} companies like yours have "
        "answered, we will show the middle half of their scores."
    )
    about = card.bank.about
    st.caption(
        f"{EQUAL_WEIGHTS} Question bank {about.version}, method {escape(about.model)}, "
        f"{on.day} {on:%B %Y}."
    )
    worked_out("How the confidence word is worked out", formulas.how_confidence(card.bank))


def _coverage(card: Scorecard) -> None:
    given, bank = card.responses, card.bank
    covered = {
        bank.dimension_by_id[name].name: entry.coverage for name, entry in card.dimensions.items()
    }
    answered = "; ".join(
        f"{name} {coverage.answered} of {coverage.applicable}" for name, coverage in covered.items()
    )
    refused = f", and {len(given.na_rejected)} not counted" if given.na_rejected else ""
    st.markdown(
        f"Answered: {escape(answered)}. “{escape(bank.scale.unknown)}”: {len(given.unknown)}. "
        f"“{escape(bank.scale.not_applicable)}”: {len(given.not_applicable)}{refused}."
    )


def _find_out(card: Scorecard) -> None:
    """What the respondent did not know, as things to find out."""
    found = _open_points(card)[:FIND_OUT]
    if found:
        number = headlines.count(len(found)).capitalize()
        noun = "things" if len(found) > 1 else "thing"
        st.subheader(f"{number} {noun} you could find out this week", anchor=False)
        bullets(found)


def _open_points(card: Scorecard) -> list[str]:
    """Don’t-knows first, then a split that is not known, then open answers of the trace."""
    items = [card.bank.item_by_id[item].stem for item in card.responses.unknown]
    money = [
        entry.text
        for entry in card.bank.budget.reasons
        if entry.code == card.alignment.reason and entry.code == "split_not_known"
    ]
    names = {facet.id: facet.name for facet in card.bank.trace.facets}
    trace = [
        f"{names[facet]} of “{priority.name}”: one of its answers is open."
        for priority in card.trace.priorities
        for facet, value in zip(FACETS, priority.facets.values(), strict=True)
        if value is None
    ]
    return [*items, *money, *trace]


def _claims(card: Scorecard) -> None:
    """Five answers beside what the priorities and the money show."""
    pairs = card.claims.pairs
    if not pairs:
        return
    matched = f"{card.claims.matched} of {len(pairs)}"
    st.subheader(f"{matched} answers match what you showed us", anchor=False)
    bullets(_differences(card, card.claims))
    with folded("The five answers beside what you showed us"):
        st.markdown(formulas.how_claims(card.bank))
        names = {entry.evidence: entry.name for entry in card.bank.claims}
        table(
            ("What", "Your answer", "What you showed"),
            [
                (
                    names[name],
                    str(half_up_whole(100 * pair.claim)),
                    str(half_up_whole(100 * pair.evidence)),
                )
                for name, pair in pairs.items()
            ],
        )


def _differences(card: Scorecard, claims: ClaimGap) -> list[str]:
    words = {entry.evidence: entry for entry in card.bank.claims}
    return [
        *(words[name].ahead for name in claims.ahead),
        *(words[name].behind for name in claims.behind),
    ]
