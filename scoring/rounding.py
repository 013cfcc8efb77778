"""Rounding for files: half-up to four decimals, as a person would do it on paper."""

from math import floor
from typing import Final

PLACES: Final = 4
_SCALE: Final = 10**PLACES
_NOISE: Final = 1e-6
"""A half that floating point left a hair short still rounds up (in units of the last place)."""


def half_up(value: float) -> float:
    """`value` to four decimals; halves go away from zero, and there is no minus zero."""
    rounded = floor(abs(value) * _SCALE + 0.5 + _NOISE) / _SCALE
    return -rounded if value < 0 and rounded else rounded


def half_up_whole(value: float) -> int:
    """`value` as the whole number shown on screen and paper; halves go away from zero."""
    whole = floor(abs(value) + 0.5 + _NOISE)
    return -whole if value < 0 else whole
