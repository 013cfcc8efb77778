"""What the charts show, as values and words: the same for screen and paper."""

import pytest

from scoring.pictures import bars, capabilities, grid, money
from tests.ui.results import STATES, avoided, card, decimals


def test_a_dimension_without_a_score_has_no_bar():
    assert bars.bar_of(card("empty"), "OWN") is None


def test_the_grid_tells_clear_partial_and_missing_apart():
    assert grid.numbers(grid.trace_rows(card("P1"))).rows == (
        ("Lead generation", "partial", "partial", "partial", "partial"),
        ("Customer retention", "partial", "partial", "partial", "missing"),
        ("Brand awareness", "clear", "clear", "clear", "partial"),
    )


def test_an_open_question_is_not_called_missing():
    assert grid.trace_rows(card("half"))[0].clarities == (
        "unanswered",
        "clear",
        "unanswered",
        "unanswered",
    )


@pytest.mark.parametrize("state", ["P5", "empty", "half", "core"])
def test_without_a_comparison_there_are_no_dumbbells(state):
    assert money.money_rows(card(state)) == ()


def test_capability_bars_show_the_worked_numbers_and_what_is_low():
    rows = capabilities.capability_bars(card("P1"))
    assert [row[2] for row in capabilities.numbers(rows).rows] == (
        ["58", "35", "60", "50", "58", "40", "50", "25", "50", "65", "25", "38"]
    )
    assert [row.name for row in rows if row.is_low][:1] == ["Decisions and approvals"]


def test_a_part_without_an_answer_says_so():
    rows = capabilities.capability_bars(card("empty"))
    assert {row[2] for row in capabilities.numbers(rows).rows} == {"no answer"}


@pytest.mark.parametrize("state", STATES)
def test_every_picture_has_a_text_and_a_table_in_whole_numbers(state):
    shown = card(state)
    rows, spent = grid.trace_rows(shown), money.money_rows(shown)
    parts = capabilities.capability_bars(shown)
    known = [bar for name in shown.dimensions if (bar := bars.bar_of(shown, name))]
    texts = [bars.alt_text(bar) for bar in known]
    texts += [grid.alt_text(rows), money.alt_text("money"), capabilities.alt_text(parts)]
    for table in (
        grid.numbers(rows),
        money.numbers(spent, "money"),
        capabilities.numbers(parts),
    ):
        texts += [cell for row in table.rows for cell in row[1:]]
        assert all(len(row) == len(table.headings) for row in table.rows if table.headings)
    for text in texts:
        assert decimals(text) == avoided(text) == []
        assert text


def test_a_share_beside_its_weight_is_told_with_its_difference():
    assert [money.difference(row) for row in money.money_rows(card("P1"))[:-1]] == [
        "−36",
        "−16",
        "+18",
        "+33",
    ]
