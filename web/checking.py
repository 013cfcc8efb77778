"""Looks at passphrases away from the event loop, and at no more than a few at once."""

from asyncio import Semaphore
from typing import Final

from starlette.concurrency import run_in_threadpool

from access.passphrase import matches

AT_ONCE: Final = 2
"""Each takes 64 MiB and a tenth of a second of four cores."""
MOST_WAITING: Final = 8


class Busy(Exception):  # noqa: N818  what is said to the visitor is no error
    """More people are signing in than can be looked at soon."""


class Checking:
    """A queue of passphrases to look at. Used by one event loop."""

    def __init__(self) -> None:
        self._free = Semaphore(AT_ONCE)
        self._waiting = 0

    async def matches(self, passphrase_hash: str, passphrase: str) -> bool:
        """Whether this is the passphrase; raises `Busy` if too many are waiting already."""
        if self._waiting >= AT_ONCE + MOST_WAITING:
            raise Busy
        self._waiting += 1
        try:
            async with self._free:
                return await run_in_threadpool(matches, passphrase_hash, passphrase)
        finally:
            self._waiting -= 1
