"""Fifth block: what hurts, what it may come from, and how far that can be trusted."""

from collections.abc import Mapping

import streamlit as st

from scoring.scorecard import Scorecard
from ui import navigation
from ui.escape import escape
from ui.result import formulas, headlines
from ui.result.layout import bullets, finding, worked_out

OFTEN = 2
"""From this answer a symptom counts as happening several times."""


def draw(card: Scorecard) -> None:
    """Shares by area in words, capabilities by the bank's words, and the limits of both."""
    finding(headlines.causes_headline(card))
    if not card.causes.shares:
        lines = len(card.bank.symptoms.checklist)
        st.markdown(
            "Where nothing hurts there is no cause to look for."
            if card.assessment.symptoms
            else f"Once its {lines} lines are answered, likely causes can be named."
        )
        navigation.link("hurts", "Go to what hurts")
        return
    _what_hurts(card)
    st.markdown("What that may come from, the largest share first:")
    shares = card.causes.by_dimension
    order = sorted(shares, key=lambda area: -shares[area])
    st.markdown("\n".join(f"- {_area(card, area, shares[area])}" for area in order))
    st.caption(escape(card.bank.causes.limits))
    worked_out("How these shares are worked out", formulas.how_causes(), _reported(card))
    _load(card)


def _what_hurts(card: Scorecard) -> None:
    answers, given = card.bank.symptoms.answers, card.assessment.symptoms
    often = [entry for entry in card.bank.symptoms.checklist if given.get(entry.id, 0) >= OFTEN]
    if often:
        ranked = sorted(often, key=lambda entry: -given[entry.id])
        st.markdown("What you said happens most:")
        bullets(f"{entry.text} {answers[given[entry.id]]}." for entry in ranked[:3])


def _area(card: Scorecard, area: str, share: float) -> str:
    """One area's share in words, with its likely parts; what lies outside is said as plainly."""
    causes, part = card.bank.causes, formulas.fraction(share)
    if area == causes.outside:
        return f"**{escape(causes.outside_name)}: {part}.** {escape(causes.outside_text)}"
    least = causes.words[-1].text
    parts = [
        f"{card.bank.capability_by_id[entry.cause].name} ({entry.word})"
        for entry in card.causes.ranked
        if entry.cause in card.bank.capability_by_id
        and card.bank.capability_by_id[entry.cause].dimension == area
        and entry.word != least
    ]
    text = f"**{escape(card.bank.dimension_by_id[area].name)}: {part}.**"
    return f"{text} {escape('; '.join(parts))}{'.' if parts else ''}"


def _reported(card: Scorecard) -> str:
    """Every symptom above “not at all”, with the causes it points to."""
    names = {entry.id: entry.name for entry in card.bank.capabilities}
    names[card.bank.causes.outside] = card.bank.causes.outside_name
    given = card.assessment.symptoms
    return "\n".join(
        f"- {escape(entry.text)} *{escape(card.bank.symptoms.answers[given[entry.id]])}.* "
        f"Points to: {escape('; '.join(names[cause] for cause in _strongest(entry.causes)))}."
        for entry in card.bank.symptoms.checklist
        if given.get(entry.id)
    )


def _strongest(shares: Mapping[str, float]) -> list[str]:
    return sorted(shares, key=lambda cause: -shares[cause])


def _load(card: Scorecard) -> None:
    """How far the work has grown beside the team, where that is known."""
    load = card.bank.load
    band = next((entry.text for entry in load.bands if entry.id == card.load.band), None)
    if band:
        st.markdown(f"**The load is {escape(band)}.** {escape(load.text)}")
        worked_out("How the load is worked out", formulas.how_load())
