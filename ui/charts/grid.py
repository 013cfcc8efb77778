"""The priority trace as a grid: priorities by process, owner, review and trigger."""

from dataclasses import dataclass
from typing import Any, Final

import altair as alt

from scoring.clarity import clarity
from scoring.scorecard import Scorecard
from theme import SCREEN, SHAPES, Palette
from ui.charts.look import LEFT, Numbers, across, data, down, layers

HEAD, ROW, NAME, CELL = 26, 70, 22, 34
"""Pixels: the line of headings, a priority with its cells, its name, one cell."""

WORDS: Final = {
    "clear": "clear",
    "partial": "partial",
    "missing": "missing",
    "unanswered": "no answer",
}
SHOWN_NAME: Final = 44
"""Characters of a name that fit on a phone; the text below has all of it."""


@dataclass(frozen=True, slots=True)
class TraceRow:
    """One priority: its name and how far each of its four answers goes."""

    name: str
    facets: tuple[str, ...]
    clarities: tuple[str, ...]


def trace_rows(card: Scorecard) -> tuple[TraceRow, ...]:
    """The rows of the grid, in the order in which the priorities were named."""
    names = tuple(facet.name for facet in card.bank.trace.facets)
    return tuple(
        TraceRow(
            priority.name,
            names,
            tuple(clarity(card.bank, value) for value in priority.facets.values()),
        )
        for priority in card.trace.priorities
    )


def numbers(rows: tuple[TraceRow, ...]) -> Numbers:
    """The grid as a table of words."""
    facets = rows[0].facets if rows else ()
    cells = ((row.name, *(WORDS[state] for state in row.clarities)) for row in rows)
    return Numbers(("Priority", *facets), tuple(cells))


def grid_chart(rows: tuple[TraceRow, ...], colours: Palette) -> alt.LayerChart:
    """Cells told apart by shape, colour and word."""
    height, facets = HEAD + ROW * len(rows), rows[0].facets
    domain = (0.0, float(len(facets)))
    cells = [cell for place, row in enumerate(rows) for cell in _cells(place, row, colours)]
    heads = [{"x": place, "text": name} for place, name in enumerate(facets)]
    names = [
        {"y": HEAD + ROW * place + NAME / 2, "text": _fit(row.name)}
        for place, row in enumerate(rows)
    ]
    place = {"x": across("x", domain), "y": down("y", height)}
    ink = alt.Color("ink:N", scale=None)
    return layers(
        height,
        colours,
        data(heads)
        .mark_text(align=LEFT, color=colours.secondary)
        .encode(x=across("x", domain), y=alt.value(HEAD / 2), text="text:N"),
        data(names)
        .mark_text(align=LEFT, fontWeight=600, fontSize=SCREEN.small + 1)
        .encode(x=alt.value(0), y=down("y", height), text="text:N"),
        data(cells)
        .mark_rect()
        .encode(
            x=across("left", domain),
            x2="right:Q",
            y=down("top", height),
            y2="bottom:Q",
            color=alt.Color("ground:N", scale=None),
        ),
        data(cells)
        .mark_point(filled=True, size=130, opacity=1, xOffset=15)
        .encode(**place, shape=alt.Shape("shape:N", scale=None), color=ink),
        data(cells).mark_text(align=LEFT, dx=26).encode(**place, text="text:N", color=ink),
    )


def _cells(place: int, row: TraceRow, colours: Palette) -> list[dict[str, Any]]:
    grounds = {
        "clear": (colours.accent, colours.on_accent),
        "partial": (colours.accent_tint, colours.ink),
        "missing": (colours.warning_tint, colours.warning),
        "unanswered": (colours.track, colours.ink),
    }
    top = HEAD + ROW * place + NAME
    return [
        {
            "x": column,
            "left": column,
            "right": column + 0.97,
            "y": top + CELL / 2,
            "top": top,
            "bottom": top + CELL,
            "shape": SHAPES[state].path,
            "text": WORDS[state],
            "ground": grounds[state][0],
            "ink": grounds[state][1],
        }
        for column, state in enumerate(row.clarities)
    ]


def _fit(name: str) -> str:
    return name if len(name) <= SHOWN_NAME else name[: SHOWN_NAME - 1].rstrip() + "…"
