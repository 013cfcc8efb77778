"""The priority trace as a grid: priorities by process, owner, review and trigger."""

from collections.abc import Collection
from typing import Final

import altair as alt

from scoring.pictures.grid import WORDS, TraceRow, alt_text
from theme import SCREEN, SHAPES, Palette
from ui.charts.look import (
    LEFT,
    Drawing,
    Value,
    across,
    down,
    fit,
    inked,
    layer,
    layers,
    said,
    shaped,
)

HEAD, ROW, NAME, CELL = 24, 68, 22, 34
"""Pixels: the line of headings, a priority with its cells, its name, one cell."""

GAP: Final = 0.6
"""Points of 100 between two cells."""

Place = tuple[int, int]
"""A cell: the priority’s number and the question’s, from 0."""


def draw_grid(
    rows: tuple[TraceRow, ...], colours: Palette, outlined: Collection[Place] = ()
) -> Drawing:
    """The grid as a chart: cells told apart by shape, colour and word. Needs a row.

    `outlined` are cells to put a line around, as in the brief on paper.
    """
    cells = {
        (place, column): cell
        for place, row in enumerate(rows)
        for column, cell in enumerate(_cells(place, row, colours))
    }
    facets = rows[0].facets
    return Drawing(
        plan=grid_plan,
        values={
            "heads": [
                {"x": _column(place, facets), "y": HEAD / 2, "text": name, "ink": colours.secondary}
                for place, name in enumerate(facets)
            ],
            "names": [
                {"y": HEAD + ROW * place + NAME / 2, "text": fit(row.name), "ink": colours.ink}
                for place, row in enumerate(rows)
            ],
            "cells": list(cells.values()),
            "outlines": [
                cell | {"ink": colours.ink} for at, cell in cells.items() if at in outlined
            ],
        },
        height=HEAD + ROW * len(rows),
        alt=alt_text(rows),
    )


def grid_plan() -> alt.LayerChart:
    """How the grid is built up."""
    return layers(
        layer("heads")
        .mark_text(align=LEFT)
        .encode(x=across(), y=down(), text=said(), color=inked()),
        layer("names")
        .mark_text(align=LEFT, fontWeight=600, fontSize=SCREEN.small + 1)
        .encode(x=alt.value(0), y=down(), text=said(), color=inked()),
        layer("cells")
        .mark_rect()
        .encode(
            x=across(),
            x2=alt.X2(field="right"),
            y=down("top"),
            y2=alt.Y2(field="bottom"),
            color=inked("ground"),
        ),
        layer("outlines")
        .mark_rect(filled=False, strokeWidth=2)
        .encode(
            x=across(),
            x2=alt.X2(field="right"),
            y=down("top"),
            y2=alt.Y2(field="bottom"),
            stroke=alt.Stroke(field="ink", type="nominal", scale=None, legend=None),
        ),
        layer("cells")
        .mark_point(size=140, xOffset=15)
        .encode(x=across(), y=down(), shape=shaped(), color=inked()),
        layer("cells")
        .mark_text(align=LEFT, dx=26)
        .encode(x=across(), y=down(), text=said(), color=inked()),
    )


def _column(place: int, facets: tuple[str, ...]) -> float:
    return 100 * place / len(facets)


def _cells(place: int, row: TraceRow, colours: Palette) -> list[Value]:
    grounds = {
        "clear": (colours.accent, colours.on_accent),
        "partial": (colours.accent_tint, colours.ink),
        "missing": (colours.warning_tint, colours.warning),
        "unanswered": (colours.track, colours.ink),
    }
    top = HEAD + ROW * place + NAME
    return [
        {
            "x": _column(column, row.facets),
            "right": _column(column + 1, row.facets) - GAP,
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
