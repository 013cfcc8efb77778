"""The brief on screen, in its order: `discovery`’s words, the pictures that the result has too."""

from collections.abc import Iterable

import streamlit as st

from bank.calls import BriefHeadings
from discovery.brief import Brief
from discovery.brief.questions import CallQuestion
from discovery.brief.scores import Bar
from discovery.brief.traced import GridRow
from scoring.pictures.bars import bar_of
from scoring.pictures.grid import WORDS, trace_rows
from scoring.pictures.money import money_rows
from scoring.scorecard import Scorecard
from scoring.words import headlines
from ui.charts.bars import draw_bar
from ui.charts.dumbbells import draw_dumbbells
from ui.charts.grid import draw_grid
from ui.charts.look import show
from ui.escape import as_html, escape
from ui.result.layout import bullets, colours, folded, name_and_number, table


def draw(brief: Brief, card: Scorecard) -> None:
    """All parts, on a wide screen in two columns; `card` is what the brief was made from."""
    named = brief.headings
    where_it_stands, what_to_ask = st.columns(2, gap="large")
    with where_it_stands:
        _standing(brief, named)
        _head(named.scores)
        for bar in brief.scores:
            _score(bar, card)
        _head(named.trace)
        _trace(brief.trace, card)
        _head(named.money)
        _money(brief, card)
    with what_to_ask:
        _answers(brief, named)
        _questions(brief.questions, brief.questions_none, named)
        _head(named.trust)
        bullets(brief.trust.lines)
        if brief.notes:
            _head(named.notes)
            _pairs((note.stem, note.note) for note in brief.notes)


def _standing(brief: Brief, named: BriefHeadings) -> None:
    _head(named.who)
    st.text(brief.who.line)
    bullets(brief.who.priorities)
    _head(named.verdict)
    st.markdown(f"**{escape(brief.verdict.headline)}** {escape(brief.verdict.text)}")
    bullets(reason.text for reason in brief.verdict.reasons)
    st.caption(escape(brief.voice))


def _head(text: str) -> None:
    st.header(escape(text), anchor=False)


def _score(bar: Bar, card: Scorecard) -> None:
    number = "–" if bar.score is None else str(bar.score)
    name_and_number(bar.name, number, bar.level_name or "no score yet")
    picture = bar_of(card, bar.dimension)
    if picture is not None:
        show(draw_bar(picture, colours()))
    said = f"Rests on {bar.holds}." if bar.why is None else f"Held by {bar.holds}. {bar.why}"
    st.caption(
        escape(f"{said} {bar.caution[0].upper()}{bar.caution[1:]}." if bar.caution else said)
    )


def _trace(rows: tuple[GridRow, ...], card: Scorecard) -> None:
    """The grid, its emptiest cells outlined and in words."""
    if not rows:
        st.markdown("No priority was traced.")
        return
    outlined = [
        (place, column)
        for place, row in enumerate(rows)
        for column, cell in enumerate(row.cells)
        if cell.outlined
    ]
    show(draw_grid(trace_rows(card), colours(), outlined))
    empty = [
        f"{cell.name} of “{row.priority}” is {WORDS[cell.clarity]}."
        for row in rows
        for cell in row.cells
        if cell.outlined
    ]
    if empty:
        st.markdown("Outlined, because they are the emptiest, weight counted:")
        bullets(empty)
    with folded("What was chosen, cell by cell"):
        for row in rows:
            owner = f" · owner {row.owner}" if row.owner else ""
            st.markdown(f"**{escape(row.priority)}** ({row.points} of 100{escape(owner)})")
            cells = [(cell.name, WORDS[cell.clarity], cell.said) for cell in row.cells]
            table(("Question", "State", "Chosen"), cells)


def _money(brief: Brief, card: Scorecard) -> None:
    rows = money_rows(card)
    if rows:
        show(draw_dumbbells(rows, colours(), headlines.thing(card)))
    bullets(brief.money.lines)


def _answers(brief: Brief, named: BriefHeadings) -> None:
    """What the answers point to: together, hurts, blamed and tried, load."""
    _head(named.together)
    if brief.together_none:
        st.markdown(escape(brief.together_none))
    for entry in brief.together:
        st.markdown(f"**{escape(entry.text)}** ({escape(entry.code)}, {escape(entry.severity)})")
        bullets(text for _, text in entry.answers)
        _ask(entry.ask)
    _head(named.hurts)
    bullets(brief.hurts.symptoms)
    causes = [f"{cause.name}: {cause.word}" for cause in brief.hurts.causes]
    if causes:
        st.markdown("May come from:")
        bullets(causes)
    st.markdown(escape(" ".join(brief.hurts.lines)))
    _head(named.tried)
    bullets((brief.tried.blamed, brief.tried.tried))
    _head(named.load)
    bullets(brief.load)


def _questions(questions: tuple[CallQuestion, ...], none: str | None, named: BriefHeadings) -> None:
    _head(named.questions)
    if none:
        st.markdown(escape(none))
    for question in questions:
        _ask(question.ask)
        st.markdown(f"{escape(question.why)}")
        st.caption(escape(f"{question.capability}. The move behind it: {question.move}"))


def _ask(question: str) -> None:
    st.html(f'<p class="ask">{as_html(question)}</p>')


def _pairs(pairs: Iterable[tuple[str, str]]) -> None:
    rows = "".join(f"<dt>{as_html(stem)}</dt><dd>{as_html(said)}</dd>" for stem, said in pairs)
    st.html(f'<dl class="answers">{rows}</dl>')
