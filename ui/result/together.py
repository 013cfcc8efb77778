"""Fourth block: answers to look at together, in neutral words."""

from collections.abc import Iterable
from typing import Final

import streamlit as st

from scoring.scorecard import Scorecard
from scoring.wording import LookTogether, look_together
from scoring.words import headlines
from scoring.words.answers import stem_and_answer
from scoring.words.filling import capital, count
from ui.escape import escape
from ui.result.layout import finding, folded

MOST_OPEN: Final = 3
"""How many sets are open before the rest is folded."""


def draw(card: Scorecard) -> None:
    """At most three sets of answers open, the rest folded; none that only a consultant sees."""
    finding(headlines.together_headline(card))
    found = [entry for entry in look_together(card) if entry.screen is not None]
    if not found:
        if card.responses.levels:
            st.markdown(escape(card.bank.shown.together.none))
        return
    st.markdown(escape(card.bank.shown.together.why))
    _sets(card, found[:MOST_OPEN])
    if rest := found[MOST_OPEN:]:
        with folded(capital(f"{count(card.bank, len(rest))} more")):
            _sets(card, rest)


def _sets(card: Scorecard, found: Iterable[LookTogether]) -> None:
    rules = {rule.id: rule for rule in card.bank.rules}
    for entry in found:
        lines = [f"**{escape(entry.screen)}**"]
        for item in rules[entry.code].items:
            lines.append(escape(stem_and_answer(card, item)))
        st.markdown("  \n".join(lines))
