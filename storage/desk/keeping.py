"""For how long answers are kept: two settings, read in one way by whoever deletes or tells."""

from collections.abc import Mapping
from typing import Final, NamedTuple

from storage.desk.retention import SHARED_MONTHS, UNSHARED_DAYS

DAYS: Final = "DIAGNOSTIC_KEEP_UNSHARED_DAYS"
"""Setting: days without change after which an unshared assessment is deleted."""
MONTHS: Final = "DIAGNOSTIC_KEEP_SHARED_MONTHS"
"""Setting: months after sharing after which a shared assessment is deleted."""
MOST_DAYS: Final = 3_650
MOST_MONTHS: Final = 120


class WrongKeeping(ValueError):  # noqa: N818 - says what is wrong, as `StoreFault` does
    """A setting that is no number of days or months; its text is one sentence for the operator."""


class Keeping(NamedTuple):
    """How long assessments are kept before they are deleted for real."""

    unshared_days: int = UNSHARED_DAYS
    shared_months: int = SHARED_MONTHS


def keeping(settings: Mapping[str, str]) -> Keeping:
    """What the settings say, usually `os.environ`; 30 days and 12 months where they say nothing.

    Raises `WrongKeeping` for anything else than a whole number from 1 to ten years. There is no
    guess then: what was deleted by mistake does not come back.
    """
    return Keeping(
        _number(settings, DAYS, UNSHARED_DAYS, MOST_DAYS),
        _number(settings, MONTHS, SHARED_MONTHS, MOST_MONTHS),
    )


def _number(settings: Mapping[str, str], name: str, usual: int, most: int) -> int:
    text = settings.get(name, "").strip()
    if not text:
        return usual
    number = int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else 0
    if not 1 <= number <= most:
        raise WrongKeeping(f"{name} has to be a whole number from 1 to {most}.")
    return number
