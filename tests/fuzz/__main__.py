"""`python -m tests.fuzz bank --minutes 10`: made-up input for one reader until the time is over."""

import argparse
import secrets
import time

from hypothesis import HealthCheck, given, seed, settings

from tests.fuzz.targets import TARGETS

ROUND = 500
"""Inputs with one seed; the seed is printed before, so that a crash can be had again."""


def main() -> None:
    """Fuzz; the first failure ends it with the input that caused it."""
    words = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    words.add_argument("target", choices=TARGETS)
    words.add_argument("--minutes", type=float, default=10)
    words.add_argument("--seed", type=int, help="one round with this seed")
    asked = words.parse_args()
    inputs, survives = TARGETS[asked.target]
    tried = 0

    def counted(value: object) -> None:
        nonlocal tried
        tried += 1
        survives(value)

    until = time.monotonic() + 60 * asked.minutes
    while asked.seed is not None or time.monotonic() < until:
        number = secrets.randbits(32) if asked.seed is None else asked.seed
        run = settings(
            max_examples=ROUND,
            deadline=None,
            database=None,
            suppress_health_check=list(HealthCheck),
        )(seed(number)(given(inputs)(counted)))
        try:
            run()
        except BaseException:
            print(f"{asked.target}: --seed {number} finds it again")
            raise
        if asked.seed is not None:
            break
    print(f"{asked.target}: {tried:,} inputs, nothing unhandled")


main()
