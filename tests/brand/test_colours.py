"""Whatever accent a firm has: text reaches 4.5:1 and marks reach 3:1, in light and dark."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import theme
from brand import examine
from theme import DARK, LIGHT, branded, contrast, distance, readable

ACCENTS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06X}")
TEXT = [
    ("accent", "paper"),
    ("accent", "surface"),
    ("accent", "accent_tint"),
    ("on_accent", "accent"),
    ("ink", "accent_tint"),
    ("secondary", "accent_tint"),
]
MARKS = [("accent", "track"), ("mark", "paper"), ("primary", "paper")]
KEPT = ("paper", "surface", "ink", "secondary", "mark", "hairline", "track")


@given(ACCENTS)
@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_every_accent_can_be_read_and_seen(colours, accent):
    shown = branded(colours, accent)
    for front, ground in TEXT:
        assert contrast(getattr(shown, front), getattr(shown, ground)) >= theme.TEXT
    for front, ground in MARKS:
        assert contrast(getattr(shown, front), getattr(shown, ground)) >= theme.MARK
    assert contrast("#FFFFFF", shown.primary) >= theme.TEXT
    assert all(getattr(shown, name) == getattr(colours, name) for name in KEPT)
    assert (shown.warning, shown.warning_tint) == (colours.warning, colours.warning_tint)


@pytest.mark.parametrize("colours", [LIGHT, DARK])
def test_our_own_accent_changes_nothing(colours):
    assert branded(colours, "#12606F") is branded(colours, "#12606f") is colours


def test_an_accent_that_can_be_read_everywhere_is_left_as_it_is():
    assert branded(LIGHT, "#7a1fa2").accent == branded(LIGHT, "#7A1FA2").primary == "#7A1FA2"
    assert branded(DARK, "#7A1FA2").accent == "#BB64E1"
    assert branded(DARK, "#FFCC00").accent == "#FFCC00"
    assert branded(DARK, "#FFCC00").on_accent == LIGHT.ink


def test_the_nearest_readable_colour_keeps_the_hue_and_ends_at_black_or_white():
    assert readable("#FF0000", ("#FFFFFF",), 4.5, lighter=False) == "#ED0000"
    assert readable("#777777", ("#777777",), 21, lighter=True) == "#FFFFFF"
    assert readable("#777777", ("#777777",), 21, lighter=False) == "#000000"


def test_distance_is_that_of_oklab():
    assert distance("#000000", "#FFFFFF") == pytest.approx(1, abs=1e-4)
    assert distance("#123456", "#123456") == 0
    assert distance("#FF0000", "#00FF00") == pytest.approx(0.5197, abs=1e-3)


@given(ACCENTS)
def test_lint_refuses_exactly_what_cannot_be_read_on_white(accent):
    found = examine(f'name: A\naccent: "{accent}"'.encode(), "b", None)
    faint = any(problem.rule == "faint-accent" for problem in found.problems)
    assert faint == (contrast(accent, "#FFFFFF") < 4.5)
    assert (found.brand is None) == faint
