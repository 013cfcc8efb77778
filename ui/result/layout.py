"""Small shapes that the blocks of the result share: a finding, a table, a line with a number."""

from collections.abc import Iterable, Sequence
from html import escape as escape_html
from typing import Final

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from scoring.pictures.numbers import Numbers
from theme import SERIF, Palette, branded, palette
from ui import brand_file
from ui.escape import escape

CELL: Final = (
    "padding:0.5rem 0.75rem 0.5rem 0;text-align:left;vertical-align:top;border:0;"
    "overflow-wrap:anywhere"
)
"""How a cell of a table looks; a long word breaks before it widens a phone's page."""


def colours() -> Palette:
    """The colours of what the visitor looks at."""
    return branded(palette(st.context.theme.type), brand_file.shown().accent)


def finding(sentence: str) -> None:
    """A block's heading: what was found, after a hairline."""
    st.divider()
    st.header(escape(sentence), anchor=False)


def table(headings: Sequence[str], rows: Iterable[Sequence[str]], first: int = 0) -> None:
    """A plain table with hairlines; `first` is the first column's width in percent, 0 for any.

    Written as HTML, so that what people typed is shown literally and a phone has room for it.
    """
    line = f"border-bottom:1px solid {colours().hairline}"
    width = f"width:{first}%;" if first else ""
    head = "".join(
        f'<th scope="col" style="{"" if place else width}{CELL};{line}">{escape_html(text)}</th>'
        for place, text in enumerate(headings)
    )
    cell = f'<td style="{CELL};{line}">'
    body = "".join(
        f"<tr>{''.join(f'{cell}{escape_html(text)}</td>' for text in cells)}</tr>" for cells in rows
    )
    st.html(
        '<table style="width:100%;border-collapse:collapse;font-size:0.9375rem">'
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    )


def folded_table(label: str, numbers: Numbers) -> None:
    """A table to open."""
    with folded(label):
        table(numbers.headings, numbers.rows)


def bullets(sentences: Iterable[str]) -> None:
    """A list of plain sentences, shown literally; nothing at all without any."""
    text = as_list(sentences)
    if text:
        st.markdown(text)


def as_list(sentences: Iterable[str]) -> str:
    """Plain sentences as the Markdown of a list that shows them literally."""
    return "\n".join(f"- {escape(sentence)}" for sentence in sentences)


def folded(label: str) -> DeltaGenerator:
    """Something to open."""
    return st.expander(label, type="compact")


def worked_out(label: str, how: str, steps: str = "", numbers: Numbers | None = None) -> None:
    """What is behind a number, folded: a chart's table, the formula in words, its steps."""
    with folded(label):
        if numbers:
            table(numbers.headings, numbers.rows)
        st.markdown(how)
        if steps:
            st.markdown(steps)


def name_and_number(name: str, number: str, remark: str) -> None:
    """A line with a name on the left and its number on the right."""
    said = escape_html(remark)
    st.html(
        '<p style="display:flex;justify-content:space-between;align-items:baseline;'
        f'gap:1rem;margin:0.75rem 0 0">'
        f"<strong>{escape_html(name)}</strong>"
        f'<span style="text-align:right"><strong style="font-size:1.25rem">'
        f"{escape_html(number)}</strong> {said}</span></p>"
    )


def figure(number: str, unit: str, remark: str) -> None:
    """The one large number of a page, as on paper."""
    ink = colours()
    st.html(
        '<p style="margin:0">Overall</p><p style="margin:0;line-height:1;white-space:nowrap">'
        f"<span style=\"font-family:'{SERIF}',serif;font-size:4.5rem\">{escape_html(number)}</span>"
        f' <span style="color:{ink.secondary}">{escape_html(unit)}</span></p>'
        f'<p style="margin:0.25rem 0 0;color:{ink.accent}">'
        f"<strong>{escape_html(remark)}</strong></p>"
    )


def level_strip(reached: int, levels: int) -> None:
    """Five short strokes, filled up to the level reached; the words beside it say the same."""
    ink = colours()
    inks = (ink.accent if place < reached else ink.track for place in range(levels))
    strokes = "".join(f'<span style="flex:1;height:5px;background:{each}"></span>' for each in inks)
    st.html(f'<div aria-hidden="true" style="display:flex;gap:3px;max-width:14rem">{strokes}</div>')
