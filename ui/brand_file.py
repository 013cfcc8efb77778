"""The brand that is shown; the last good one if its file breaks, as with the question bank.

Streamlit sends its theme along with every run, so the colours of its own widgets are set once when
a brand is taken up, here and not in a file that the firm would have to keep in step.
"""

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from threading import Lock
from typing import Any, Final

from streamlit import config

from bank import Problem
from brand import DEFAULT, Brand, BrokenBrand, chosen, load
from theme import DARK, LIGHT, TEXT, Palette, branded, readable
from ui.streamlit_parts import describe_settings_anew

LOG: Final = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class BrandTrouble:
    """Why the brand file cannot be used: the problems in it, or a sentence if it was not read."""

    name: str
    problems: tuple[Problem, ...] = ()
    reason: str = ""


_lock = Lock()
_good: Brand | None = None
_stamp: tuple[object, ...] | None = None
_trouble: BrandTrouble | None = None
_configured: dict[str, Any] = {}
"""Streamlit's theme options as its configuration file has them, while others are set."""


def current() -> Brand | BrandTrouble:
    """The brand; the last good one if its file broke while the app runs."""
    with _lock:
        _look()
        _paint(shown().accent)
        return _good or _trouble or DEFAULT


def shown() -> Brand:
    """The brand as it was last looked at; the neutral one if there is none that can be used."""
    return _good or DEFAULT


@lru_cache(maxsize=2)
def version(content: bytes) -> str:
    """What tells one logo from another in its address, so that a browser may keep it."""
    return sha256(content).hexdigest()[:12]


def _look() -> None:
    """Read the file again if it is another one or has changed, or its folder has."""
    global _good, _stamp, _trouble
    file = chosen()
    stamp = _stamp_of(file)
    if stamp == _stamp:
        return
    if _stamp is None or _stamp[0] != stamp[0]:
        _good = None
    _stamp, before = stamp, _trouble
    try:
        _good, _trouble = load(file), None
    except OSError as error:
        _trouble = BrandTrouble(str(file), reason=f"It cannot be read: {error.strerror}.")
    except BrokenBrand as broken:
        _trouble = BrandTrouble(broken.name, broken.problems)
    if _trouble is not None and _trouble != before:
        _log(_trouble)


def _log(trouble: BrandTrouble) -> None:
    """Every problem, for the operator, once until it changes."""
    if trouble.reason:
        LOG.error("%s: %s", trouble.name, trouble.reason)
    for problem in trouble.problems:
        where = f"{trouble.name}:{problem.line}:{problem.column}"
        LOG.error("%s: %s %s [%s]", where, problem.message, problem.fix, problem.rule)


def _stamp_of(file: Path | None) -> tuple[object, ...]:
    """Changes when the file does, or anything in its folder is added, renamed or removed."""
    if file is None:
        return (None,)
    stamps = [str(file)]
    for path in (file, file.parent):
        try:
            state = path.stat()
        except OSError:
            continue
        stamps.append(f"{state.st_mtime_ns}:{state.st_size}")
    return tuple(stamps)


def _paint(accent: str) -> None:
    """Set the colours of Streamlit's own widgets; for our own accent, as its configuration says.

    In every run: a change of the configuration file would bring its colours back.
    """
    wanted = {} if accent == LIGHT.accent else options(accent)
    if wanted and not _configured:
        _configured.update({name: config.get_option(name) for name in wanted})
    for name, colour in (wanted or _configured).items():
        if config.get_option(name) != colour:
            config.set_option(name, colour)
            describe_settings_anew()
    if not wanted:
        _configured.clear()


@lru_cache(maxsize=4)
def options(accent: str) -> Mapping[str, str]:
    """Streamlit's theme options that follow the accent, by their full names."""
    both = {"light": branded(LIGHT, accent), "dark": branded(DARK, accent)}
    return {
        f"theme.{variant}.{name}": colour
        for variant, colours in both.items()
        for name, colour in _options(colours, lighter=variant == "dark").items()
    }


def _options(colours: Palette, lighter: bool) -> dict[str, str]:
    return {
        "primaryColor": colours.primary,
        "linkColor": colours.accent,
        "blueColor": colours.accent,
        "blueTextColor": readable(colours.accent, (colours.accent_tint,), TEXT, lighter),
        "blueBackgroundColor": colours.accent_tint,
    }
