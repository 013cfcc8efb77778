"""The five pairs confirmed or revised, and what that does to the scores, side by side."""

from typing import Final

import streamlit as st

from bank.model import Bank
from discovery.confirmed import Confirmed, ConfirmedScore, confirm
from discovery.rating import RatingRow, rating_rows
from discovery.said import answer_text
from scoring.rounding import half_up_whole
from scoring.scorecard import Scorecard
from storage.desk.call_fields import MOST_REMARK
from ui import asking
from ui.escape import as_html, escape
from ui.result.layout import bullets, table
from ui.workspace import entries
from ui.workspace.call_sheet import CallSheet

EVIDENCE: Final = ((0.75, "most of it"), (0.25, "part of it"), (0.0, "little of it"))
"""What the trace shows, in words, from these shares on."""


def draw(card: Scorecard) -> None:
    """Each pair with the answer beside it, its five lines, whether proof was seen, and a remark."""
    words = card.bank.call.ratings
    st.markdown(escape(words.prompt))
    for row in rating_rows(card):
        st.subheader(escape(row.name), anchor=False)
        st.html(_answered(card.bank, row))
        lines = {option.level: escape(f"{option.level} · {option.text}") for option in row.options}
        asking.lines_of_choice(f"rating:{row.pair}", escape(row.stem), lines, "ask-lines")
        proof = f"{words.proof} for {row.name[0].lower()}{row.name[1:]}"
        entries.yes_or_no(f"proof:{row.pair}", escape(proof))
        asking.note(f"remark:{row.pair}", "Remark", MOST_REMARK)


def compared(card: Scorecard, sheet: CallSheet) -> Confirmed:
    """The scores as claimed and as confirmed by what is stored."""
    found = {
        row.pair: level
        for row in rating_rows(card)
        if type(level := sheet.stored(f"rating:{row.pair}")) is int
    }
    return confirm(card, found)


def draw_compared(confirmed: Confirmed) -> None:
    """Both scorecards in one table, and why they differ."""
    rated = sum(pair.change != "not_rated" for pair in confirmed.pairs)
    st.markdown(f"**{rated}** of {len(confirmed.pairs)} pairs rated.")
    scores = (*confirmed.dimensions, confirmed.overall)
    rows = [(score.name, _said(score, 0), _said(score, 1)) for score in scores]
    table(("Score", "As answered", "As confirmed"), rows, first=34)
    if not confirmed.changed:
        st.caption("No rating differs from an answer so far.")
        return
    for score in scores:
        if score.because:
            st.markdown(f"**{escape(score.name)}**")
            bullets(score.lines)
    if confirmed.verdict:
        st.markdown(escape(confirmed.verdict))


def _answered(bank: Bank, row: RatingRow) -> str:
    if row.claimed is None:
        said = "<b>Not answered.</b>"
    else:
        level = f" ({row.claimed})" if isinstance(row.claimed, int) else ""
        said = f"<b>Answered{level}:</b> {as_html(answer_text(bank, row.item, row.claimed))}"
    if row.evidence is None:
        return f'<p class="answered">{said} Nothing was traced for it.</p>'
    word = next(words for least, words in EVIDENCE if row.evidence >= least)
    return f'<p class="answered">{said} What was traced shows {word}.</p>'


def _said(score: ConfirmedScore, which: int) -> str:
    value = (score.claimed, score.confirmed)[which]
    level = (score.claimed_level, score.confirmed_level)[which]
    if value is None:
        return "no score"
    return f"{half_up_whole(value)} · {level}" if level else str(half_up_whole(value))
