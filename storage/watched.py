"""A store whose calls are told as events: what went well, what did not, and how long a save took.

One table says which call is which event, so that no page and no route has to think of it.
"""

from collections.abc import Callable, Mapping
from dataclasses import fields
from time import perf_counter
from types import MappingProxyType
from typing import Any, Final, cast

from events import Fact, say
from storage.desk import Delivery, Desk, Sent
from storage.faults import NotSaved, StoreFault
from storage.store import Store
from storage.values import Deleted, Health

COMMON: Final = ("deleted", "changed")
"""Codes of faults that are no fault of the store's: somebody else was quicker."""

Told = tuple[str, Mapping[str, Fact]] | None
"""An event and its facts, or nothing to tell."""
Telling = Callable[[Any, tuple[Any, ...]], Told]
"""What a call that went well is told as, from what it gave and what it was given."""


def _always(event: str) -> Telling:
    return lambda given, asked: (event, {})


def _if_shared(given: Sent, asked: tuple[Any, ...]) -> Told:
    return ("shared", {}) if given.shared is not None else None


def _if_deleted(given: Deleted, asked: tuple[Any, ...]) -> Told:
    return ("assessment_deleted", {}) if given.assessments else None


def _if_withdrawn(given: Deleted, asked: tuple[Any, ...]) -> Told:
    return ("withdrawn", {}) if given.shares else None


def _if_slowed(given: float, asked: tuple[Any, ...]) -> Told:
    return ("sign_in_slowed", {"seconds": round(given)}) if given > 0 else None


def _if_ended(given: bool, asked: tuple[Any, ...]) -> Told:
    return ("signed_out", {}) if given else None


def _if_unwell(given: Health, asked: tuple[Any, ...]) -> Told:
    probe = next((each.name for each in given.probes if not each.ok), None)
    return ("store_unwell", {"probe": probe}) if probe else None


def _tried(event: str) -> Telling:
    def tell(given: bool, asked: tuple[Any, ...]) -> Told:
        delivery: Delivery = asked[0]
        return event, {"news": delivery.event, "attempt": delivery.attempt}

    return tell


EVENTS: Final[Mapping[str, Telling]] = MappingProxyType(
    {
        "start": _always("assessment_started"),
        "finish": _always("assessment_finished"),
        "save": _always("saved"),
        "delete": _if_deleted,
        "health": _if_unwell,
        "sharing.share": _if_shared,
        "sharing.withdraw": _if_withdrawn,
        "workspace.delete": _if_deleted,
        "calls.save": _always("call_saved"),
        "sign_ins.begin": _always("signed_in"),
        "sign_ins.knock": _if_slowed,
        "sign_ins.refuse": _always("sign_in_refused"),
        "sign_ins.end": _if_ended,
        "outbox.delivered": _tried("told"),
        "outbox.failed": _tried("not_told"),
    }
)
"""Calls that are told, by the part of the desk and the name of the method."""


def watched(store: Store) -> Store:
    """`store`, with every call told as `EVENTS` says, and every fault by its code."""
    parts = {each.name: getattr(store.desk, each.name) for each in fields(Desk)}
    desk = Desk(**{name: cast(Any, Watched(part, f"{name}.")) for name, part in parts.items()})
    return cast(Store, Watched(store, "", desk=desk))


class Watched:
    """Something whose methods are told; everything else about it is as it was."""

    def __init__(self, inner: object, prefix: str, **instead: object) -> None:
        """Stands before `inner`; `instead` are attributes that it has itself."""
        self._inner, self._prefix = inner, prefix
        vars(self).update(instead)

    def __getattr__(self, name: str) -> Any:
        """An attribute of `inner`, asked for the first time."""
        found = getattr(self._inner, name)
        if name.startswith("_") or not callable(found):
            return found
        method = _telling(self._inner, name, f"{self._prefix}{name}")
        vars(self)[name] = method
        return method


def _telling(inner: object, name: str, full: str) -> Callable[..., Any]:
    """The method `name` of `inner`, which `EVENTS` calls `full`."""
    told = EVENTS.get(full)
    deed = full.replace(".", "_")

    def call(*asked: Any, **named: Any) -> Any:
        begun = perf_counter()
        try:
            given = getattr(inner, name)(*asked, **named)
        except StoreFault as fault:
            _tell_fault(fault, deed)
            raise
        found = told(given, asked) if told else None
        if found is not None:
            event, facts = found
            say(event, ms=round((perf_counter() - begun) * 1000, 1), **facts)
        return given

    return call


def _tell_fault(fault: StoreFault, deed: str) -> None:
    saving = "not_saved" if isinstance(fault, NotSaved) else "not_read"
    say("outdated" if fault.code in COMMON else saving, code=fault.code, deed=deed)
