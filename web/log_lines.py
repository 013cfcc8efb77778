"""The lines of the log: one event, one line, plain or JSON, without a word that a visitor wrote.

What our own code says is passed on. What libraries say is passed on without their words, because a
message may quote an address or an answer: the logger, the place and the kind of error remain.
"""

import logging
import sys
import threading
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from traceback import walk_tb
from types import TracebackType
from typing import Any, Final

from pythonjsonlogger.json import JsonFormatter

from events import LOG as EVENTS
from web.sparing import Sparing

SETTING: Final = "DIAGNOSTIC_LOG"
"""Setting: `plain` or `json`."""
ROOT: Final = Path(__file__).resolve().parent.parent
OURS: Final = frozenset({"access", "bank", "brand", "report", "scoring", "storage", "ui", "web"})
"""Whose words are passed on: each is written so that nothing of a visitor's is in it."""
MOST_FRAMES: Final = 12
MOST_WORDS: Final = 500

Line = dict[str, Any]


def set_up(settings: Mapping[str, str]) -> None:
    """Have everything that is logged from now on pass through here, errors nobody caught as well.

    Call it once when the program is loaded, and `take_over` when it serves.
    """
    lines = logging.StreamHandler()
    lines.setLevel(logging.INFO)
    lines.addFilter(is_wanted)
    lines.addFilter(Sparing())
    lines.setFormatter(JsonLines() if is_json(settings) else PlainLines())
    root = logging.getLogger()
    for old in root.handlers[:]:
        root.removeHandler(old)
    root.addHandler(lines)
    for name in OURS:
        logging.getLogger(name).setLevel(logging.INFO)
    logging.captureWarnings(True)
    take_over()
    sys.excepthook = _uncaught
    threading.excepthook = lambda args: _uncaught(
        args.exc_type, args.exc_value or args.exc_type(), args.exc_traceback
    )
    sys.unraisablehook = lambda args: _uncaught(
        args.exc_type, args.exc_value or args.exc_type(), args.exc_traceback
    )


def is_json(settings: Mapping[str, str]) -> bool:
    """Whether the setting asks for JSON; anything else means lines for a person at a terminal."""
    return settings.get(SETTING, "").strip().lower() == "json"


def take_over() -> None:
    """Take away the outlets that libraries have made for themselves; their records come here."""
    for name in list(logging.root.manager.loggerDict):
        theirs = logging.getLogger(name)
        for outlet in theirs.handlers[:]:
            if isinstance(outlet, logging.StreamHandler):
                theirs.removeHandler(outlet)
        theirs.propagate = True


def is_wanted(record: logging.LogRecord) -> bool:
    """Libraries are heard from a warning on; we are heard always."""
    return record.levelno >= logging.WARNING or is_ours(record)


def is_ours(record: logging.LogRecord) -> bool:
    """Whether our own code says this."""
    return record.name == EVENTS.name or record.name.partition(".")[0] in OURS


def told(record: logging.LogRecord) -> Line:
    """What is passed on of a record, by name; every line has `time`, `level` and `event`."""
    at = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
    line: Line = {"time": at.replace("+00:00", "Z"), "level": record.levelname.lower()}
    if left_out := getattr(record, "left_out", 0):
        line["left_out"] = left_out
    if record.name == EVENTS.name:
        return {**line, "event": getattr(record, "event", ""), **getattr(record, "facts", {})}
    place = {"logger": record.name, "at": f"{_short(record.pathname)}:{record.lineno}"}
    error = record.exc_info[1] if record.exc_info else None
    if error is not None:
        return {**line, "event": "unhandled", **place, **_kind(error)}
    if is_ours(record):
        event = getattr(record, "event", "note")
        return {**line, "event": event, "logger": record.name, "words": one_line(record)}
    return {**line, "event": "framework", **place}


def one_line(record: logging.LogRecord) -> str:
    """The words of a record in one line that no terminal takes for a command."""
    words = "".join(each if each.isprintable() else " " for each in record.getMessage())
    return words[:MOST_WORDS]


class JsonLines(JsonFormatter):
    """One JSON object for each record, in ASCII."""

    def format(self, record: logging.LogRecord) -> str:
        """See `told`."""
        return self.serialize_log_record(told(record))


class PlainLines(logging.Formatter):
    """The same for a person: time, level, words."""

    def format(self, record: logging.LogRecord) -> str:
        """See `told`."""
        line = told(record)
        more = f"({line['left_out']} more before) " if "left_out" in line else ""
        start = f"{line['time']} {line['level'].upper():7} {more}"
        if line["event"] == "unhandled":
            frames = "".join(f"; {each}" for each in line["frames"])
            return f"{start}Unhandled {line['error']}{frames}"
        if line["event"] == "framework":
            return f"{start}{line['logger']} says something at {line['at']}"
        return start + one_line(record)


def _kind(error: BaseException) -> Line:
    """The type of an error and of those it came from, and where; none of its words or values."""
    line: Line = {"error": _named(error), "frames": list(_frames(error.__traceback__))}
    before = list(_before(error))
    return {**line, "because": before} if before else line


def _before(error: BaseException) -> Iterator[str]:
    for _ in range(3):
        cause = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
        if cause is None:
            return
        yield _named(cause)
        error = cause


def _named(error: BaseException) -> str:
    kind = type(error)
    place = "" if kind.__module__ == "builtins" else f"{kind.__module__}."
    return f"{place}{kind.__qualname__}"


def _frames(traceback: TracebackType | None) -> Iterator[str]:
    found = [
        f"{_short(frame.f_code.co_filename)}:{line} {frame.f_code.co_name}"
        for frame, line in walk_tb(traceback)
    ]
    yield from found[-MOST_FRAMES:]


def _short(name: str) -> str:
    """A file's path without the folders of this machine."""
    path = Path(name)
    if "site-packages" in path.parts:
        return "/".join(path.parts[path.parts.index("site-packages") + 1 :])
    return path.relative_to(ROOT).as_posix() if path.is_relative_to(ROOT) else path.name


def _uncaught(
    kind: type[BaseException], error: BaseException, traceback: TracebackType | None
) -> None:
    """An error that nobody caught, in a thread or before anything is served."""
    if issubclass(kind, KeyboardInterrupt):
        return
    logging.getLogger("web").error("", exc_info=(kind, error, traceback))
