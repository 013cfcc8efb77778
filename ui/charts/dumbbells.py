"""Money against words: for each priority, its stated weight and its share of movable money."""

from typing import Final

import altair as alt

from scoring.pictures.money import MoneyRow, alt_text, difference
from scoring.rounding import half_up_whole
from theme import CLEAR, MISSING, SCREEN, Palette
from ui.charts.look import (
    LEFT,
    RIGHT,
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

ROW, NAME, LINE = 56, 12, 34
"""Pixels: one row, the middle of its name, the middle of its line."""

MARGIN: Final = 24.0
"""Room for the labels on either side, in points of 100 of the width."""

CLOSE: Final = 2
"""Up to this many whole points apart, two marks share one label."""

SQUARE: Final = "M-0.8,-0.8L0.8,-0.8L0.8,0.8L-0.8,0.8Z"


def draw_dumbbells(rows: tuple[MoneyRow, ...], colours: Palette, thing: str) -> Drawing:
    """Discs for stated weights, rings for the money, lines for the distance. Needs a row.

    `thing` is what is split: *money* or *time*.
    """
    most = max(max(row.stated or 0.0, row.spent) for row in rows) or 1.0
    placed = list(enumerate(rows))
    pairs = [(place, row, row.stated) for place, row in placed if row.stated is not None]
    labels = [label for each in placed for label in _labels(*each, most, colours, thing)]
    return Drawing(
        plan=dumbbell_plan,
        values={
            "lines": [
                {
                    "x": _across(stated, most),
                    "x2": _across(row.spent, most),
                    "y": ROW * place + LINE,
                    "ink": _money_ink(row, colours),
                }
                for place, row, stated in pairs
            ],
            "ends": [end for each in placed for end in _ends(*each, most, colours)],
            "names": [
                {"y": ROW * place + NAME, "text": fit(row.name), "ink": colours.ink}
                for place, row in placed
            ],
            "gaps": [
                {"y": ROW * place + NAME, "text": difference(row), "ink": colours.secondary}
                for place, row, _ in pairs
            ],
            LEFT: [label for label in labels if label["side"] == LEFT],
            RIGHT: [label for label in labels if label["side"] == RIGHT],
        },
        height=ROW * len(rows),
        alt=alt_text(thing),
    )


def dumbbell_plan() -> alt.LayerChart:
    """How the dumbbells are built up."""
    place = {"x": across(), "y": down(), "color": inked()}
    return layers(
        layer("lines")
        .mark_rule(strokeWidth=2.5)
        .encode(x=across(), x2=alt.X2(field="x2"), y=down(), color=inked()),
        layer("ends").mark_point(size=150).encode(**place, shape=shaped()),
        layer("names")
        .mark_text(align=LEFT, fontWeight=600, fontSize=SCREEN.small + 1)
        .encode(x=alt.value(0), y=down(), text=said(), color=inked()),
        layer("gaps")
        .mark_text(align=RIGHT)
        .encode(x=alt.value("width"), y=down(), text=said(), color=inked()),
        *(
            layer(side).mark_text(align=side, dx=gap).encode(**place, text=said())
            for side, gap in ((LEFT, 11), (RIGHT, -11))
        ),
    )


def _across(points: float, most: float) -> float:
    return MARGIN + (100 - 2 * MARGIN) * points / most


def _money_ink(row: MoneyRow, colours: Palette) -> str:
    short = row.stated is not None and row.spent < row.stated
    return colours.warning if short else colours.accent


def _ends(place: int, row: MoneyRow, most: float, colours: Palette) -> list[Value]:
    spent = {"x": _across(row.spent, most), "y": ROW * place + LINE}
    if row.stated is None:
        return [{**spent, "shape": SQUARE, "ink": colours.mark}]
    stated = {**spent, "x": _across(row.stated, most)}
    return [
        {**stated, "shape": CLEAR.path, "ink": colours.ink},
        {**spent, "shape": MISSING.path, "ink": _money_ink(row, colours)},
    ]


def _labels(place: int, row: MoneyRow, most: float, colours: Palette, thing: str) -> list[Value]:
    """What stands beside the marks: the smaller on the left, the larger on the right."""
    spent, stated = half_up_whole(row.spent), half_up_whole(row.stated or 0.0)
    far = max(row.spent, row.stated or 0.0)
    side = LEFT if 2 * far < most else RIGHT
    if row.stated is None:
        said_at = [(far, f"{spent} of the whole", side)]
    elif abs(spent - stated) <= CLOSE:
        near = min(row.spent, row.stated) if side == RIGHT else far
        said_at = [(near, f"stated {stated} · {thing} {spent}", side)]
    else:
        ends = sorted([(row.stated, f"stated {stated}"), (row.spent, f"{thing} {spent}")])
        said_at = [(*ends[0], RIGHT), (*ends[1], LEFT)]
    return [
        {
            "x": _across(at, most),
            "y": ROW * place + LINE,
            "text": text,
            "side": side,
            "ink": colours.ink,
        }
        for at, text, side in said_at
    ]
