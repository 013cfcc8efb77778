"""Keeps a fault that lasts from filling the disk with lines: what repeats is said now and then."""

import logging
from collections.abc import Callable
from threading import Lock
from time import monotonic
from typing import Any, Final

ONCE_IN: Final = 10.0
"""Seconds in which the same warning is one line."""
MOST_KNOWN: Final = 500
"""Different warnings that are remembered; with more, all begin anew."""

Key = tuple[Any, ...]


class Sparing(logging.Filter):
    """Lets the first of the same warnings pass; the next line says how many were left out."""

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        """`clock` gives seconds."""
        super().__init__()
        self._clock = clock
        self._lock = Lock()
        self._said: dict[Key, tuple[float, int]] = {}

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether the record is to be a line; `left_out` of the record counts those before it."""
        if record.levelno < logging.WARNING:
            return True
        key, now = key_of(record), self._clock()
        with self._lock:
            at, left_out = self._said.get(key, (now - ONCE_IN, 0))
            if now - at < ONCE_IN:
                self._said[key] = at, left_out + 1
                return False
            if len(self._said) >= MOST_KNOWN:
                self._said.clear()
            self._said[key] = now, 0
        record.left_out = left_out
        return True


def key_of(record: logging.LogRecord) -> Key:
    """What makes two warnings the same: the place, the event with its codes, the kind of error."""
    facts = getattr(record, "facts", {})
    codes = tuple(sorted(each for each in facts.items() if isinstance(each[1], str)))
    kind = record.exc_info[0] if record.exc_info else None
    return record.name, record.lineno, getattr(record, "event", ""), codes, kind
