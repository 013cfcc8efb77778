"""Soon after the start, then daily: deletes what was kept for long enough. Warms fonts before."""

import logging
from collections.abc import Callable, Mapping
from dataclasses import asdict
from threading import Event
from typing import Final

from events import say
from report.text.faces import load_faces
from storage import Store, StoreFault
from storage.desk import Retained
from storage.desk.keeping import WrongKeeping, keeping

LOG: Final = logging.getLogger(__name__)
BREATH: Final = 2.0
"""Seconds after the start before anything begins: the first visitors come first."""
DAY: Final = 86_400.0
AGAIN: Final = 600.0
"""Seconds until the next try after a fault."""


class Tidier:
    """The worker that cleans up. Two processes may do so at once: each deletes what is left."""

    def __init__(
        self,
        store: Callable[[], Store],
        settings: Mapping[str, str],
        *,
        breath: float = BREATH,
        every: float = DAY,
        again: float = AGAIN,
    ) -> None:
        """A worker that begins with `run`, waits `breath` seconds, and works `every` so many."""
        self._store, self._settings = store, settings
        self._breath, self._every, self._again = breath, every, again
        self._stop = Event()

    def run(self) -> None:
        """Work until `stop`. Raises nothing: a fault is one line, then a shorter pause."""
        if self._stop.wait(self._breath):
            return
        warm()
        while not self._stop.is_set():
            self._stop.wait(self._every if self.tidy() else self._again)

    def stop(self) -> None:
        """Let `run` end; a deletion that has begun is finished or rolled back by the store."""
        self._stop.set()

    def tidy(self) -> bool:
        """Delete what was kept for long enough; false if that has to be tried again soon."""
        try:
            kept = keeping(self._settings)
            _tell(self._store().desk.retention.run(**kept._asdict()))
        except WrongKeeping as wrong:
            LOG.error("Retention: %s Nothing is deleted until then.", wrong)
        except StoreFault as fault:
            LOG.warning("Retention: the store cannot be used (%s); trying later", fault.code)
            return False
        except Exception as fault:  # a thread that died would delete nothing any more
            LOG.error("Retention: stumbled over %s; trying later", type(fault).__name__)
            return False
        return True


def warm() -> None:
    """Make the paper’s faces, so that the first PDF need not wait for them."""
    try:
        load_faces()
    except Exception as fault:  # the first PDF will say so to somebody
        LOG.error("Fonts: stumbled over %s", type(fault).__name__)


def _tell(retained: Retained) -> None:
    """Say how much was deleted; not `scrubbed` while somebody reads, then text is wiped later."""
    say("retained", **asdict(retained))
