"""Rescoring in several processes, each with a connection of its own; memory does not grow."""

import gc
import multiprocessing
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import lru_cache
from typing import Any, Final

from bank import load
from bank.model import Bank
from storage.reading import Reading, open_to_read
from storage.rescoring.scoring_twice import score_twice
from storage.rescoring.tally import Moved, Tally
from storage.standing import Span

PAGE: Final = 200
"""Assessments that a process holds at once."""
METHOD: Final = "fork" if "fork" in multiprocessing.get_all_start_methods() else "spawn"
"""A forked process shares the banks that were read before; elsewhere each reads its own."""

Page = tuple[Tally, tuple[Moved, ...]]

_loaded = lru_cache(maxsize=1)(load)
_mine: dict[str, Any] = {}
"""What this process works with: its store and the new bank."""


def rescore(
    url: str, text: bytes, workers: int, listed: Callable[[Moved], None] | None = None
) -> Tally:
    """Every assessment of the store at `url` under the bank in the file `text`.

    `listed` gets everyone who moves, page after page in the order of ids. Nothing is written about
    any assessment: a result keeps its bank. Raises `BrokenBank` and `StoreFault`.
    """
    _loaded(text)
    with closing(open_to_read(url)) as store:
        spans = store.spans(PAGE)
    whole = Tally()
    gc.collect()
    gc.freeze()  # what is there now is shared by all processes and never garbage
    for tally, moved in _pages(url, text, spans, min(workers, len(spans)), listed is not None):
        whole.add(tally)
        for each in moved if listed else ():
            listed(each)  # type: ignore[misc]
    return whole


def _pages(url: str, text: bytes, spans: list[Span], workers: int, listing: bool) -> Iterator[Page]:
    """What each span gave, in order; in this process if one is enough."""
    if workers < 2:
        _begin(url, text, listing)
        try:
            yield from map(_page, spans)
        finally:
            _mine.pop("store").close()
        return
    context = multiprocessing.get_context(METHOD)
    with context.Pool(workers, _begin, (url, text, listing)) as pool:
        yield from pool.imap(_page, spans)


def _begin(url: str, text: bytes, listing: bool) -> None:
    bank = _loaded(text)
    _mine.update(store=open_to_read(url, [bank]), bank=bank, listing=listing)


def _page(span: Span) -> Page:
    store: Reading = _mine["store"]
    new: Bank = _mine["bank"]
    tally = Tally()
    found = [score_twice(one, new, store.bank, tally) for one in store.standing(span)]
    moved = sorted((each for each in found if each), key=lambda each: each.id)
    return tally, tuple(moved) if _mine["listing"] else ()
