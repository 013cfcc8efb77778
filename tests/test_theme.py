"""Colours: enough contrast in both variants, and the same ones that Streamlit is told."""

import tomllib
from pathlib import Path

import pytest

import theme

ROOT = Path(__file__).resolve().parent.parent
VARIANTS = {"light": theme.LIGHT, "dark": theme.DARK}
TEXT = [
    ("ink", "paper"),
    ("ink", "surface"),
    ("ink", "accent_tint"),
    ("ink", "track"),
    ("secondary", "paper"),
    ("secondary", "surface"),
    ("accent", "paper"),
    ("accent", "surface"),
    ("accent", "accent_tint"),
    ("secondary", "accent_tint"),
    ("on_accent", "accent"),
    ("warning", "paper"),
    ("warning", "warning_tint"),
]
MARKS = [
    ("mark", "paper"),
    ("mark", "track"),
    ("primary", "paper"),
    ("accent", "track"),
    ("warning", "track"),
    ("ink", "track"),
]


@pytest.mark.parametrize("variant", VARIANTS)
@pytest.mark.parametrize(("front", "ground"), TEXT)
def test_text_can_be_read(variant, front, ground):
    colours = VARIANTS[variant]
    assert theme.contrast(getattr(colours, front), getattr(colours, ground)) >= 4.5


@pytest.mark.parametrize("variant", VARIANTS)
@pytest.mark.parametrize(("front", "ground"), MARKS)
def test_marks_can_be_seen(variant, front, ground):
    colours = VARIANTS[variant]
    assert theme.contrast(getattr(colours, front), getattr(colours, ground)) >= 3


def test_contrast_is_that_of_the_guidelines():
    assert theme.contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert theme.contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.005)
    assert theme.contrast("#12606F", "#12606F") == 1


@pytest.mark.parametrize("variant", VARIANTS)
def test_streamlit_is_told_the_same_colours(variant):
    told = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text("utf-8"))["theme"][variant]
    colours = VARIANTS[variant]
    assert told["backgroundColor"] == colours.paper
    assert told["secondaryBackgroundColor"] == colours.surface
    assert told["textColor"] == colours.ink
    assert told["borderColor"] == colours.hairline
    assert told["redColor"] == colours.warning

    assert told["primaryColor"] == colours.primary


@pytest.mark.parametrize("variant", VARIANTS)
def test_a_button_can_be_read_in_white(variant):
    assert theme.contrast("#FFFFFF", VARIANTS[variant].primary) >= 4.5


def test_the_accent_is_the_primary_colour_on_paper():
    assert theme.LIGHT.primary == theme.LIGHT.accent


def test_an_unknown_variant_reads_as_light():
    assert theme.palette(None) is theme.palette("light") is theme.LIGHT
    assert theme.palette("dark") is theme.DARK


def test_shapes_differ_without_their_colours():
    assert len({shape.path for shape in theme.SHAPES.values()}) == len(theme.SHAPES) == 4
