"""What every private download has in common: its headers, and what is said when there is none."""

from typing import Final

PRIVATE: Final = {"Cache-Control": "private, no-store"}
NOTHING_HERE: Final = "There is nothing behind this link.\n"
NOT_NOW: Final = "The answers cannot be reached right now. Please try again in a minute.\n"
