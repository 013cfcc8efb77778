"""What runs beside the pages, in threads of its own: telling the webhook, deleting what is old.

Nothing here holds up a start, a page or a stop: the threads begin after a breath, their faults are
lines of the log, and whoever does not end in time is left behind with nothing half written.
"""

import asyncio
import logging
import os
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from threading import Thread
from time import monotonic
from typing import Final, Protocol

from storage import Store
from web.forgetting import Forgetter
from web.hook.sending import Sender
from web.hook.settings import read
from web.hook.worker import Teller
from web.tidying import Tidier

LOG: Final = logging.getLogger(__name__)
GRACE: Final = 1.5
"""Seconds in which the threads may end by themselves."""


class Worker(Protocol):
    """Something that runs in a thread until it is stopped."""

    def run(self) -> None:
        """Work until `stop`. Raises nothing."""
        ...

    def stop(self) -> None:
        """Let `run` end soon. Called from another thread."""
        ...


def workers(store: Callable[[], Store], settings: Mapping[str, str]) -> list[Worker]:
    """What the settings ask for. A webhook that is set wrongly is said in the log, and left out."""
    found = read(settings)
    for problem in found.problems:
        LOG.error("Webhook: %s Nothing is told until then.", problem)
    wanted: list[Worker] = [Tidier(store, settings), Forgetter()]
    if found.hook is not None:
        LOG.info("Webhook: events are told to %s", found.hook.host)
        wanted.append(Teller(store, found.hook, Sender(found.hook)))
    return wanted


@asynccontextmanager
async def upkeep(store: Callable[[], Store]) -> AsyncIterator[None]:
    """Keep the workers running while the app serves."""
    speak()
    running = workers(store, os.environ)
    threads = [Thread(target=each.run, name=type(each).__name__, daemon=True) for each in running]
    for thread in threads:
        thread.start()
    try:
        yield
    finally:
        for each in running:
            each.stop()
        await asyncio.to_thread(wait_for, threads, GRACE)


def wait_for(threads: list[Thread], seconds: float) -> None:
    """Wait until all have ended, but no longer than this."""
    until = monotonic() + seconds
    for thread in threads:
        thread.join(max(0.0, until - monotonic()))


def speak() -> None:
    """Let what `web` says reach the terminal, unless somebody has set up logging already."""
    log = logging.getLogger("web")
    if log.hasHandlers():
        return
    out = logging.StreamHandler()
    out.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    log.addHandler(out)
    log.setLevel(logging.INFO)
