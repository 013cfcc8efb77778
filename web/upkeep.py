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

from events import say
from storage import Store
from web.forgetting import Forgetter
from web.hook.sending import Sender
from web.hook.settings import read
from web.hook.worker import Teller
from web.log_lines import take_over
from web.tidying import Tidier

LOG: Final = logging.getLogger(__name__)
STORE: Final = "DIAGNOSTIC_DB"
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
    begun = monotonic()
    take_over()
    say("serving", store=kind_of(os.environ))
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
        say("stopped", seconds=round(monotonic() - begun))


def wait_for(threads: list[Thread], seconds: float) -> None:
    """Wait until all have ended, but no longer than this."""
    until = monotonic() + seconds
    for thread in threads:
        thread.join(max(0.0, until - monotonic()))


def kind_of(settings: Mapping[str, str]) -> str:
    """What kind of store is used, such as *sqlite*; not where it is."""
    kind, named, _ = settings.get(STORE, "").partition("://")
    return kind.partition("+")[0] if named else "sqlite"
