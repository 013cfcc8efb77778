"""The question bank for new assessments; the last good one if its file breaks."""

import os
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import Final

from bank import Bank, BrokenBank, Problem, load

SETTING: Final = "DIAGNOSTIC_BANK"
DEFAULT: Final = Path(__file__).resolve().parent.parent / "questions.yaml"
MOST_BYTES: Final = 1_000_001
"""One more than a bank may have, so that the reader sees that it is too large."""


@dataclass(frozen=True, slots=True)
class BankFile:
    """A bank with the bytes it was read from; the store keeps both with every assessment."""

    text: bytes
    bank: Bank


@dataclass(frozen=True, slots=True)
class BankTrouble:
    """Why the bank's file cannot be used: the problems in it, or a sentence if it was not read."""

    name: str
    problems: tuple[Problem, ...] = ()
    reason: str = ""


_lock = Lock()
_good: BankFile | None = None
_stamp: tuple[str, int, int] | None = None
_trouble: BankTrouble | None = None


def path() -> Path:
    """The bank's file: the one named by DIAGNOSTIC_BANK, else questions.yaml beside app.py."""
    return Path(os.environ.get(SETTING) or DEFAULT)


def current() -> BankFile | BankTrouble:
    """The bank for new assessments; the last good one if the file broke while the app runs."""
    with _lock:
        _look()
        return _good or _trouble or BankTrouble(path().name, reason="The file was not read.")


def trouble() -> BankTrouble | None:
    """What is wrong with the file as it stands now, also while the last good bank is served."""
    with _lock:
        _look()
        return _trouble


def _look() -> None:
    """Read the file again if it is another one or has changed."""
    global _good, _stamp, _trouble
    file = path()
    try:
        state = file.stat()
        stamp = (str(file), state.st_mtime_ns, state.st_size)
        if stamp == _stamp:
            return
        with file.open("rb") as opened:
            text = opened.read(MOST_BYTES)
        if _stamp is not None and _stamp[0] != str(file):
            _good = None
        _stamp = stamp
        _good, _trouble = BankFile(text, load(text, file.name)), None
    except OSError as error:
        _stamp = None
        _trouble = BankTrouble(file.name, reason=f"It cannot be read: {error.strerror}.")
    except BrokenBank as broken:
        _trouble = BankTrouble(broken.name, broken.problems)
