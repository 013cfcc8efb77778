"""Who keeps what is shared in memory, and lets go of it once something was deleted."""

from threading import Lock
from typing import Final, Protocol
from weakref import WeakSet


class Keeper(Protocol):
    """Something that keeps names or files so that they need not be made again."""

    def forget(self) -> None:
        """Let go of all of it. Called from any thread; what is needed again is made anew."""
        ...


_keepers: Final[WeakSet[Keeper]] = WeakSet()
_known: Final = Lock()


def will_forget(keeper: Keeper) -> None:
    """Have `keeper` forget with the others for as long as it lives."""
    with _known:
        _keepers.add(keeper)


def forget_all() -> None:
    """Let every keeper of this process forget: something was deleted, here or elsewhere."""
    with _known:
        keepers = tuple(_keepers)
    for keeper in keepers:
        keeper.forget()
