"""Charts: valid for Altair, fed with the worked examples' numbers, and told in words."""

import altair as alt
import pytest

from scoring.pictures import bars as shown_bars
from scoring.pictures import capabilities as shown_capabilities
from scoring.pictures import grid as shown_grid
from scoring.pictures import money as shown_money
from tests.ui.results import STATES, card
from theme import DARK, LIGHT
from ui.charts import bars, capabilities, dumbbells, grid
from ui.charts.look import fit, specification

DIMENSIONS = ("OWN", "RES", "REV")
PLANS = (
    bars.bar_plan,
    grid.grid_plan,
    dumbbells.dumbbell_plan,
    capabilities.capability_plan,
)


def drawings(state, colours):
    shown = card(state)
    found = [
        bars.draw_bar(bar, colours)
        for name in DIMENSIONS
        if (bar := shown_bars.bar_of(shown, name))
    ]
    if rows := shown_grid.trace_rows(shown):
        found.append(grid.draw_grid(rows, colours))
    if rows := shown_money.money_rows(shown):
        found.append(dumbbells.draw_dumbbells(rows, colours, "money"))
    rows = shown_capabilities.capability_bars(shown)
    return [*found, capabilities.draw_capabilities(rows, colours)]


@pytest.mark.parametrize("plan", PLANS)
def test_altair_accepts_the_plan(plan):
    plan().to_dict(validate=True)


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("state", STATES)
def test_altair_accepts_the_chart_with_its_values(state, colours):
    for drawing in drawings(state, colours):
        spec = specification(drawing)
        alt.LayerChart.from_dict(spec, validate=True)
        assert spec["height"] == drawing.height
        assert 0 < len(drawing.alt) < 120


@pytest.mark.parametrize("state", STATES)
def test_no_chart_points_at_data_from_elsewhere(state):
    for drawing in drawings(state, LIGHT):
        for layer in specification(drawing)["layer"]:
            assert list(layer["data"]) == ["values"]


def test_two_visitors_do_not_share_values():
    first, second = (drawings(state, LIGHT)[0] for state in ("P1", "P5"))
    before = str(specification(first))
    assert str(specification(second)) != before
    assert str(specification(first)) == before


@pytest.mark.parametrize(
    ("state", "name", "words"),
    [
        ("P1", "OWN", "Ownership: 52 of 100, Documented; one answer: 46–57."),
        ("P1", "REV", "Review: 42 of 100, Documented; one answer: 37–48."),
        ("P4", "OWN", "Ownership: 63 of 100, Managed; one answer: 58–69."),
        (
            "P5",
            "OWN",
            "Ownership: 37 of 100, Informal; no single answer moves it; "
            "held at 37 · answers give 100.",
        ),
    ],
)
def test_a_bar_says_score_level_band_and_limit(state, name, words):
    assert bars.draw_bar(shown_bars.bar_of(card(state), name), LIGHT).alt == words


def test_a_bar_without_a_limit_shows_none():
    values = bars.draw_bar(shown_bars.bar_of(card("P1"), "OWN"), LIGHT).values
    assert (values["limits"], values["answers"]) == ([], [])


def test_a_limit_is_a_tick_with_what_the_answers_give_behind_it():
    values = bars.draw_bar(shown_bars.bar_of(card("P5"), "OWN"), LIGHT).values
    assert [tick["x"] for tick in values["limits"]] == [37]
    assert [outline["x2"] for outline in values["answers"]] == [100]


def test_level_marks_stand_where_levels_begin():
    values = bars.draw_bar(shown_bars.bar_of(card("P1"), "OWN"), LIGHT).values
    assert [mark["x"] for mark in values["levels"]] == [12.5, 37.5, 62.5, 87.5]


def test_the_grid_uses_shape_colour_and_word():
    cells = grid.draw_grid(shown_grid.trace_rows(card("P1")), LIGHT).values["cells"]
    by_word = {cell["text"]: (cell["shape"], cell["ground"]) for cell in cells}
    assert len(set(by_word.values())) == len(by_word) == 3


def test_cells_of_the_grid_are_outlined_only_where_that_is_asked_for():
    rows = shown_grid.trace_rows(card("P1"))
    assert grid.draw_grid(rows, LIGHT).values["outlines"] == []
    values = grid.draw_grid(rows, LIGHT, [(0, 1), (1, 3)]).values
    assert [each["ink"] for each in values["outlines"]] == [LIGHT.ink] * 2
    tops, lefts = ({each[name] for each in values["outlines"]} for name in ("top", "x"))
    assert (len(tops), lefts) == (2, {25.0, 75.0})


def test_dumbbells_show_stated_weight_and_share_of_movable_money():
    rows = shown_money.money_rows(card("P1"))
    assert [shown_money.difference(row) for row in rows[:-1]] == ["−36", "−16", "+18", "+33"]
    assert rows[-1].stated is None
    labels = dumbbells.draw_dumbbells(rows, LIGHT, "money").values
    assert {"money 24", "stated 15", "stated 0"} <= {label["text"] for label in labels["right"]}


def test_marks_on_one_spot_share_a_label():
    labels = dumbbells.draw_dumbbells(shown_money.money_rows(card("P2")), LIGHT, "money").values
    texts = {label["text"] for side in ("left", "right") for label in labels[side]}
    assert "stated 25 · money 25" in texts


def test_a_long_name_ends_in_an_ellipsis():
    assert fit("Lead generation") == "Lead generation"
    assert len(fit("x" * 60)) == 44
    assert fit("x" * 60).endswith("…")
