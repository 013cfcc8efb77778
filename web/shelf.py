"""The last few PDFs, so that a second click costs nothing."""

from collections import OrderedDict
from collections.abc import Callable
from threading import Lock
from typing import Final

from report.paper import Paper, fingerprint, scorecard_pdf
from scoring.scorecard import Scorecard
from storage.forgetting import will_forget
from web.papers import File, told

MOST_KEPT: Final = 16
"""PDFs kept in memory; each takes about 100 KB."""


class Shelf:
    """PDFs by the fingerprint of what they show. Safe to use from any thread."""

    def __init__(self, most: int = MOST_KEPT) -> None:
        """A shelf with room for `most`."""
        self.most = most
        self._kept: OrderedDict[bytes, File] = OrderedDict()
        self._lock = Lock()
        will_forget(self)

    def get(self, card: Scorecard, paper: Paper, before: Callable[[], None]) -> File:
        """The PDF of this card on this paper: from the shelf, or made now and put there.

        `before` is called before one is made; what it raises stops that.
        """
        key = fingerprint(card, paper)
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
        before()
        made = told("scorecard", lambda: scorecard_pdf(card, paper))
        with self._lock:
            self._kept[key] = made
            while len(self._kept) > self.most:
                self._kept.popitem(last=False)
        return made

    def forget(self) -> None:
        """Keep none: somebody deleted what one of them shows."""
        with self._lock:
            self._kept.clear()
