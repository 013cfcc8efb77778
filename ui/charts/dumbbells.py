"""Money against words: for each priority, its stated weight and its share of movable money."""

from dataclasses import dataclass
from typing import Any, Final

import altair as alt

from scoring.rounding import half_up_whole
from scoring.scorecard import Scorecard
from theme import CLEAR, MISSING, SCREEN, Palette
from ui.charts.look import LEFT, RIGHT, across, data, down, layers

ROW, NAME, LINE = 56, 12, 34
"""Pixels: one row, the middle of its name, the middle of its line."""

MARGIN: Final = 0.28
"""Room for the labels on either side, as a share of the widest value."""

CLOSE: Final = 1
"""Up to this many whole points apart, two marks share one label."""

SHOWN_NAME: Final = 44


@dataclass(frozen=True, slots=True)
class MoneyRow:
    """Points of 100: `stated` importance and `spent` share; `stated` is `None` for fixed costs."""

    name: str
    stated: float | None
    spent: float


def money_rows(card: Scorecard) -> tuple[MoneyRow, ...]:
    """Each priority, everything else and the fixed share; empty when there is no comparison."""
    found = card.alignment
    if found.index is None:
        return ()
    return (
        *(
            MoneyRow(priority.name, 100 * priority.weight, 100 * share)
            for priority, share in zip(card.trace.priorities, found.shares, strict=True)
        ),
        MoneyRow("Everything else", 0.0, 100 * (found.unaligned or 0.0)),
        MoneyRow("Fixed, of the whole", None, 100 * (found.fixed_share or 0.0)),
    )


def dumbbell_chart(rows: tuple[MoneyRow, ...], colours: Palette) -> alt.LayerChart:
    """A filled disc for the stated weight, a ring for the money, a line for the distance."""
    height = ROW * len(rows)
    most = max(max(row.stated or 0.0, row.spent) for row in rows)
    domain = (-MARGIN * most, (1 + MARGIN) * most)
    placed = list(enumerate(rows))
    ends = [end for place, row in placed for end in _ends(place, row, colours)]
    at = {"x": across("x", domain), "y": down("y", height)}
    ink = alt.Color("ink:N", scale=None)
    sides = [_labels(place, row, colours) for place, row in placed]
    names = [{"y": ROW * place + NAME, "text": _fit(row.name)} for place, row in placed]
    gaps = [
        {"y": ROW * place + NAME, "text": difference(row)}
        for place, row in placed
        if row.stated is not None
    ]
    return layers(
        height,
        colours,
        _lines(placed, domain, height, colours),
        data(ends)
        .mark_point(filled=True, size=150, opacity=1)
        .encode(**at, shape=alt.Shape("shape:N", scale=None), color=ink),
        *(
            data([label for both in sides for label in both if label["side"] == side])
            .mark_text(align=side, dx=gap)
            .encode(**at, text="text:N", color=ink)
            for side, gap in ((RIGHT, -12), (LEFT, 12))
        ),
        data(names)
        .mark_text(align=LEFT, fontWeight=600, fontSize=SCREEN.small + 1)
        .encode(x=alt.value(0), y=down("y", height), text="text:N"),
        data(gaps)
        .mark_text(align=RIGHT, color=colours.secondary)
        .encode(x=alt.value("width"), y=down("y", height), text="text:N"),
    )


def difference(row: MoneyRow) -> str:
    """Share minus stated weight in whole points, with a sign that is not a hyphen."""
    points = half_up_whole(row.spent) - half_up_whole(row.stated or 0.0)
    return "±0" if points == 0 else f"+{points}" if points > 0 else f"−{-points}"


def _lines(
    placed: list[tuple[int, MoneyRow]],
    domain: tuple[float, float],
    height: int,
    colours: Palette,
) -> alt.Chart:
    values = [
        {
            "x": row.stated,
            "x2": row.spent,
            "y": ROW * place + LINE,
            "ink": colours.warning if row.spent < row.stated else colours.accent,
        }
        for place, row in placed
        if row.stated is not None
    ]
    return (
        data(values)
        .mark_rule(strokeWidth=2.5)
        .encode(
            x=across("x", domain),
            x2="x2:Q",
            y=down("y", height),
            color=alt.Color("ink:N", scale=None),
        )
    )


def _ends(place: int, row: MoneyRow, colours: Palette) -> list[dict[str, Any]]:
    y = ROW * place + LINE
    if row.stated is None:
        return [{"x": row.spent, "y": y, "shape": "square", "ink": colours.mark}]
    money = colours.warning if row.spent < row.stated else colours.accent
    return [
        {"x": row.stated, "y": y, "shape": CLEAR.path, "ink": colours.ink},
        {"x": row.spent, "y": y, "shape": MISSING.path, "ink": money},
    ]


def _labels(place: int, row: MoneyRow, colours: Palette) -> list[dict[str, Any]]:
    """What stands beside the marks: the smaller on the left, the larger on the right."""
    y, spent = ROW * place + LINE, half_up_whole(row.spent)
    if row.stated is None:
        return [_label(row.spent, y, f"{spent} fixed", LEFT, colours.secondary)]
    stated = half_up_whole(row.stated)
    if abs(spent - stated) <= CLOSE:
        both = f"stated {stated} · money {spent}"
        return [_label(max(row.spent, row.stated), y, both, LEFT, colours.ink)]
    ends = sorted([(row.stated, f"stated {stated}"), (row.spent, f"money {spent}")])
    return [
        _label(place_of, y, text, side, colours.ink)
        for (place_of, text), side in zip(ends, (RIGHT, LEFT), strict=True)
    ]


def _label(x: float, y: float, text: str, side: str, ink: str) -> dict[str, Any]:
    return {"x": x, "y": y, "text": text, "side": side, "ink": ink}


def _fit(name: str) -> str:
    return name if len(name) <= SHOWN_NAME else name[: SHOWN_NAME - 1].rstrip() + "…"
