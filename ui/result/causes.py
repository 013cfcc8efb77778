"""Fifth block: what hurts, what it may come from, and how far that can be trusted."""

import streamlit as st

from scoring.scorecard import Scorecard
from scoring.words import causes, formulas, headlines
from ui import navigation
from ui.escape import escape
from ui.result.layout import as_list, bullets, finding, worked_out


def draw(card: Scorecard) -> None:
    """Shares by area in words, capabilities by the bank's words, and the limits of both."""
    finding(headlines.causes_headline(card))
    if not card.causes.shares:
        st.markdown(escape(causes.why_none(card)))
        navigation.link("hurts", "Go to what hurts")
        return
    words = card.bank.shown.causes
    if most := causes.what_hurts(card):
        st.markdown(escape(f"{words.most_title}:"))
        bullets(most)
    st.markdown(escape(f"{words.from_title}:"))
    st.markdown("\n".join(f"- {_area(area)}" for area in causes.cause_areas(card)))
    st.caption(escape(card.bank.causes.limits))
    worked_out(
        "How these shares are worked out",
        escape(formulas.how_causes(card.bank)),
        as_list(causes.what_points_where(card)),
    )
    _load(card)


def _area(area: causes.CauseArea) -> str:
    """One area's share in words, with its likely parts; what lies outside is said as plainly."""
    return f"**{escape(area.name)}: {escape(area.share)}.** {escape(area.text)}".strip()


def _load(card: Scorecard) -> None:
    """How far the work has grown beside the team, where that is known."""
    words = causes.load_words(card)
    if words:
        st.markdown(f"**{escape(words[0])}** {escape(words[1])}")
        worked_out("How the load is worked out", escape(formulas.how_load(card.bank)))
