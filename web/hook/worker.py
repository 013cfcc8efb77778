"""Takes events from the outbox and tells them, one after the other, for as long as it runs."""

import logging
from collections.abc import Callable
from datetime import UTC, datetime
from threading import Event
from typing import Final, Protocol

from storage import Store, StoreFault
from storage.desk import Delivery
from storage.desk.outbox import MOST_ATTEMPTS, pause_after
from web.hook.sending import NotTold
from web.hook.settings import Hook
from web.hook.signing import body_of, headers_of

LOG: Final = logging.getLogger(__name__)
PAUSE: Final = 5.0
"""Seconds between two looks into the outbox."""
LONGER: Final = 60.0
"""Seconds after the store could not be used."""


class Sends(Protocol):
    """What a worker needs of a `Sender`."""

    def send(self, body: bytes, headers: dict[str, str]) -> None:
        """Tell it, or raise `NotTold`."""
        ...

    def cut(self) -> None:
        """End what is being sent."""
        ...


class Teller:
    """The worker of one process. Several processes share the outbox without telling twice."""

    def __init__(
        self, store: Callable[[], Store], hook: Hook, sender: Sends, *, pause: float = PAUSE
    ) -> None:
        """A worker for `hook`; it begins with `run` and looks every `pause` seconds."""
        self._store, self._hook, self._sender = store, hook, sender
        self._pause = pause
        self._stop = Event()

    def run(self) -> None:
        """Tell what is due until `stop`. Raises nothing: a fault is one line, then a pause."""
        pause = self._pause
        while not self._stop.wait(pause):  # also before the first look: visitors come first
            pause = self._pause
            try:
                while not self._stop.is_set() and self.tell_one():
                    pass
            except StoreFault as fault:
                LOG.warning("Webhook: the outbox cannot be used (%s); trying later", fault.code)
                pause = max(pause, LONGER)
            except Exception as fault:  # a thread that died would tell nobody
                LOG.error("Webhook: stumbled over %s; trying later", type(fault).__name__)
                pause = max(pause, LONGER)

    def stop(self) -> None:
        """Let `run` end, and cut off what is being sent: it comes again after the next start."""
        self._stop.set()
        self._sender.cut()

    def tell_one(self) -> bool:
        """Tell the event that is due first; false if there is none.

        Raises `StoreFault`; an event that was told by then comes again, under the same key.
        """
        outbox = self._store().desk.outbox
        delivery = outbox.claim()
        if delivery is None:
            return False
        try:
            body = body_of(delivery)
            headers = headers_of(delivery, body, self._hook.secret, datetime.now(UTC))
            self._sender.send(body, headers)
        except NotTold as reason:
            outbox.failed(delivery)
            words = (named(delivery), reason, after(delivery))
            LOG.warning("Webhook: %s not told, %s; %s", *words, extra={"event": "not_told"})
            return True
        except Exception:
            outbox.failed(delivery)  # or it would come again every minute, for ever
            raise
        outbox.delivered(delivery)
        LOG.info("Webhook: %s told", named(delivery), extra={"event": "told"})
        return True


def named(delivery: Delivery) -> str:
    """The event in a line of the log: its kind, its key, which attempt. Nothing of its content."""
    return f"{delivery.event} {delivery.key} (attempt {delivery.attempt} of {MOST_ATTEMPTS})"


def after(delivery: Delivery) -> str:
    """What happens after an attempt that failed."""
    if delivery.attempt >= MOST_ATTEMPTS:
        return "given up"
    return f"again in {pause_after(delivery.attempt)}"
