"""Runs `python -m scoring` inside the test's own process, on streams of bytes."""

import io
import json
from dataclasses import dataclass

import pytest

import bank
from scoring import __main__ as command
from tests.scoring.answer_files import BANK, BANK_BYTES, as_bytes

LOADED = {BANK_BYTES: BANK}


def loaded(content, name):
    """Load a bank, each content once; a broken bank is reported with its own name every time."""
    if content not in LOADED:
        LOADED[content] = bank.load(content, name)
    return LOADED[content]


def older(version="0.9.0"):
    """The bank of today as it would have been released under another version."""
    today = f"\n  version: {BANK.about.version}".encode()
    return BANK_BYTES.replace(today, f"\n  version: {version}".encode(), 1)


@dataclass(frozen=True)
class Outcome:
    """What a run left behind."""

    status: int
    output: bytes
    errors: str

    @property
    def json(self):
        return json.loads(self.output)

    @property
    def lines(self):
        return [json.loads(line) for line in self.output.splitlines()]


def run(*arguments, given=b""):
    """Run with these arguments and `given` on standard input."""
    streams = command.Streams(io.BytesIO(given), io.BytesIO(), io.BytesIO())
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(command, "load", loaded)
        status = command.main([str(argument) for argument in arguments], streams)
    return Outcome(status, streams.output.getvalue(), streams.errors.getvalue().decode())


def written(folder, name, value):
    """Write a file, and the folders above it, and give its path."""
    path = folder / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(as_bytes(value))
    return path
