"""Whether this site shares with anybody, with whom, and for how long that is kept."""

import os
from dataclasses import dataclass
from typing import Final

from storage.desk.keeping import WrongKeeping, keeping
from ui import brand_file, signing_in

NOBODY: Final = (
    "This site shares with nobody: no consultant works with it. Your answers stay behind your "
    "private link."
)
NO_TIME: Final = (
    "Nothing can be shared right now, because this site does not say for how long it would keep "
    "what you share. Whoever runs it has to put a setting right first."
)


@dataclass(frozen=True, slots=True)
class Offer:
    """With whom a respondent can share, and for how many months that is kept."""

    firm: str
    months: int


def is_open() -> bool:
    """Whether somebody is there to share with: who can sign in here, or who takes calls."""
    return signing_in.is_on() or brand_file.shown().booking is not None


def offer() -> Offer | str:
    """With whom and for how long; or a sentence that says why nothing can be shared."""
    if not is_open():
        return NOBODY
    try:
        months = keeping(os.environ).shared_months
    except WrongKeeping:
        return NO_TIME
    return Offer(brand_file.shown().name, months)
