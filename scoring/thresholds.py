"""Comparing with a cut-off so that 62.5 counts as 62.5, whatever floating point made of it."""

from typing import Final

TOLERANCE: Final = 1e-9
"""How far a value may miss a cut-off and still count as equal to it (docs/method.md 3)."""


def reaches(value: float, cutoff: float) -> bool:
    """Is `value` at or above `cutoff`?"""
    return value >= cutoff - TOLERANCE


def below(value: float, cutoff: float) -> bool:
    """Is `value` under `cutoff`?"""
    return value < cutoff - TOLERANCE


def above(value: float, cutoff: float) -> bool:
    """Is `value` over `cutoff`?"""
    return value > cutoff + TOLERANCE


def at_most(value: float, cutoff: float) -> bool:
    """Is `value` at or under `cutoff`?"""
    return value <= cutoff + TOLERANCE
