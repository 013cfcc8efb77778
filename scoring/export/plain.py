"""Plain JSON values: objects, and numbers rounded for files."""

from collections.abc import Mapping
from typing import Any

from scoring.rounding import half_up

Json = dict[str, Any]


def number(value: float | None) -> float | None:
    """`value` half-up to four decimals; nothing stays nothing."""
    return None if value is None else half_up(value)


def rounded(values: Mapping[str, float | None]) -> Json:
    """Every value of a mapping, rounded."""
    return {name: number(value) for name, value in values.items()}
