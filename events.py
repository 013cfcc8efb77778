"""What can happen, by name: said once, read by the log and by the metrics.

`say` is the only way to say an event. Its facts are numbers and short codes; anything else is left
out there, so that no answer, name, link or address gets into a line or a number by mistake.
"""

import logging
import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

LOG: Final = logging.getLogger("diagnostic")
LOG.setLevel(logging.DEBUG)

Fact = int | float | str
CODE: Final = re.compile(r"[A-Za-z][A-Za-z_]{0,39}")
"""A code has no digits, so that no id, link or address looks like one."""
LEFT_OUT: Final = "left_out"
"""Stands for a text that is no code."""

COUNTED: Final = logging.DEBUG
"""The level of what is counted, and too frequent for a line of its own."""
INFO, WARNING, ERROR = logging.INFO, logging.WARNING, logging.ERROR


class Event(NamedTuple):
    """How loud an event is, and its words for a person, with its facts in braces."""

    level: int
    words: str


EVENTS: Final[Mapping[str, Event]] = MappingProxyType(
    {
        "serving": Event(INFO, "Serving: the store is {store}"),
        "stopped": Event(INFO, "Stopped after {seconds} s"),
        "store_refused": Event(ERROR, "Store: refused to open ({code}); the page says why"),
        "not_saved": Event(WARNING, "Store: {deed} was not saved ({code})"),
        "not_read": Event(WARNING, "Store: {deed} could not be read ({code})"),
        "store_unwell": Event(WARNING, "Store: the look at {probe} went badly"),
        "outdated": Event(COUNTED, "Store: {deed} came too late ({code})"),
        "assessment_started": Event(COUNTED, "An assessment was started"),
        "assessment_finished": Event(COUNTED, "A result was kept"),
        "assessment_deleted": Event(INFO, "An assessment was deleted"),
        "saved": Event(COUNTED, "Answers were saved in {ms} ms"),
        "call_saved": Event(COUNTED, "Notes of a call were saved in {ms} ms"),
        "shared": Event(INFO, "An assessment was shared"),
        "withdrawn": Event(INFO, "A share was withdrawn"),
        "signed_in": Event(INFO, "Sign-in: somebody signed in"),
        "signed_out": Event(INFO, "Sign-in: somebody signed out"),
        "sign_in_refused": Event(WARNING, "Sign-in: somebody was refused"),
        "sign_in_slowed": Event(WARNING, "Sign-in: somebody has to wait {seconds} s"),
        "told": Event(COUNTED, "Webhook: {news} told at attempt {attempt}"),
        "not_told": Event(COUNTED, "Webhook: {news} not told at attempt {attempt}"),
        "retained": Event(
            INFO,
            "Retention: deleted {unshared} unshared, {shared} shared, {sign_ins} sign-ins, "
            "{attempts} tries, {outbox} events",
        ),
        "paper_made": Event(INFO, "PDF: {paper} with {pages} pages made in {ms} ms"),
        "limit_hit": Event(WARNING, "Limit: {limit} was reached"),
    }
)
"""Every event. A name, once given, stays: alarms and charts are made of it."""


def say(event: str, **facts: Fact) -> None:
    """Say that something of `EVENTS` happened; `KeyError` if it is none. Never fails otherwise.

    Times are in `ms` or `seconds`. A text that is no code becomes `left_out`.
    """
    level, words = EVENTS[event]
    if LOG.isEnabledFor(level):
        kept = {name: _plain(value) for name, value in facts.items()}
        LOG.log(level, "%s", Said(words, kept), extra={"event": event, "facts": kept})


class Said(NamedTuple):
    """The words of an event with its facts, put together when somebody reads them."""

    words: str
    facts: Mapping[str, Fact]

    def __str__(self) -> str:
        """The sentence; a fact that is missing is a question mark."""
        return re.sub(r"{(\w+)}", lambda found: str(self.facts.get(found[1], "?")), self.words)


def _plain(value: object) -> Fact:
    if isinstance(value, int):
        return int(value)
    if isinstance(value, float):
        return round(value, 3)
    return value if isinstance(value, str) and CODE.fullmatch(value) else LEFT_OUT
