"""A short round of what `make fuzz` does for ten minutes."""

import pytest
from hypothesis import HealthCheck, given, settings

from tests.fuzz.targets import TARGETS, text_is_harmless


def test_any_text_is_harmless_where_it_is_drawn():
    inputs, survives = TARGETS["text"]
    short = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    short(given(inputs)(survives))()


def test_a_reader_that_lets_markup_through_is_noticed(monkeypatch):
    monkeypatch.setattr("tests.fuzz.targets.as_html", str)
    with pytest.raises(AssertionError):
        text_is_harmless("<b>")
