"""What a store says when it could not read or keep something: a reason and an advice."""

from typing import Literal

FaultCode = Literal[
    "locked",
    "full",
    "read_only",
    "gone",
    "replaced",
    "damaged",
    "deleted",
    "changed",
    "closed",
    "not_a_store",
    "newer",
    "older",
    "unsupported",
    "unknown",
]


class StoreFault(Exception):  # noqa: N818 - the names say what happened, as a person would
    """Something the store could not do. `reason` and `advice` are sentences; no answer is in them.

    `code` is the same for every store and every wording:

    - `locked`: another process or a slow disk kept the store busy past the limit; try again.
    - `full`, `read_only`, `gone`, `replaced`, `damaged`: the place of storage has this fault.
    - `deleted`: the assessment is not there (any more). `changed`: the answers changed meanwhile.
    - `closed`: the store was closed. `not_a_store`, `newer`, `older`, `unsupported`: only at
      opening.
    """

    def __init__(self, code: FaultCode, reason: str, advice: str = "") -> None:
        self.code: FaultCode = code
        self.reason = reason
        self.advice = advice
        super().__init__(f"{reason} {advice}".strip())


class NotSaved(StoreFault):
    """Nothing of this call was acknowledged. Saying the same again with the same key is safe."""


class NotRead(StoreFault):
    """The store could not be read just now."""


class StoreRefused(StoreFault):
    """The store could not be opened; nothing in it was changed."""
