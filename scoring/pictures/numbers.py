"""A picture's numbers as a table of texts, for readers who cannot or will not look at it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Numbers:
    """A table of texts; the first column names the row."""

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
