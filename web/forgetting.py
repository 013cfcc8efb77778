"""Every minute: drops the names and papers that this process keeps, as another may delete them."""

from threading import Event
from typing import Final

from storage.forgetting import forget_all

MINUTE: Final = 60.0


class Forgetter:
    """The worker that bounds how long a copy outlives its deletion by another process.

    Whoever deletes in this process lets it forget at once.
    """

    def __init__(self, every: float = MINUTE) -> None:
        """A worker that lets the process forget `every` so many seconds."""
        self._every, self._stop = every, Event()

    def run(self) -> None:
        """Work until `stop`. Raises nothing."""
        while not self._stop.wait(self._every):
            forget_all()

    def stop(self) -> None:
        """Let `run` end."""
        self._stop.set()
