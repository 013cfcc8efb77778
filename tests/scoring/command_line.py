"""Runs `python -m scoring` inside the test's own process, on streams of bytes."""

import functools
import io
import json
from dataclasses import dataclass

import bank
from scoring import __main__ as command


@functools.cache
def loaded(content, name):
    return bank.load(content, name)


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
    """Run with these arguments and `given` on standard input; wrong usage gives its status too."""
    streams = command.Streams(io.BytesIO(given), io.BytesIO(), io.BytesIO())
    status = command.main([str(argument) for argument in arguments], streams)
    return Outcome(status, streams.output.getvalue(), streams.errors.getvalue().decode())
