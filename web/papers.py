"""Papers as they are made: how long it took and how many pages, and nothing of what is in them."""

import re
from collections.abc import Callable
from time import perf_counter
from typing import Final

from events import say

File = tuple[str, bytes]
"""A name and what is in the file."""
PAGE: Final = re.compile(rb"/Type\s*/Page\b")


def told(paper: str, make: Callable[[], File]) -> File:
    """What `make` makes, told as an event; `paper` is *scorecard*, *brief* or *recap*."""
    begun = perf_counter()
    made = make()
    ms = round((perf_counter() - begun) * 1000)
    say("paper_made", paper=paper, pages=len(PAGE.findall(made[1])), ms=ms)
    return made
