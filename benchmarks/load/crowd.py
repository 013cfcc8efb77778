"""Many respondents at once in one process, and what came of it."""

import asyncio
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import quantiles
from time import perf_counter

import uvloop

from benchmarks.load.respondent import Respondent, Told

CLICKS = ("answer", "turn")


@dataclass(frozen=True)
class Load:
    """How many come, how long they think, and for how many seconds; without end at 0."""

    people: int
    think: float = 5.0
    seconds: float = 0.0
    ramp: float = 0.0
    stored: bool = True
    again: bool = False
    seed: int = 1


def bring(base: str, load: Load) -> list[Told]:
    """Let them all come, one after the other during `ramp` seconds; what each has to tell.

    With `again`, another one takes the place of one who has finished, until the time is over.
    """
    return uvloop.run(_bring(base, load))


async def _bring(base: str, load: Load) -> list[Told]:
    until = perf_counter() + load.seconds if load.seconds else float("inf")
    told: list[Told] = []

    async def place(number: int) -> None:
        await asyncio.sleep(load.ramp * number / load.people)
        while True:
            one = Respondent(base, number, load.think, until, load.stored, load.seed)
            told.append(await one.live())
            number += load.people
            if not load.again or perf_counter() >= until:
                return

    await asyncio.gather(*(place(number) for number in range(load.people)))
    return told


def waits(told: Iterable[Told], since: float = 0.0, kinds: Sequence[str] = CLICKS) -> list[float]:
    """Seconds of every wait that ended after `since`, of these kinds."""
    return [
        seconds
        for each in told
        for at, kind, seconds in each.waits
        if at >= since and kind in kinds
    ]


def percentiles(seconds: list[float]) -> tuple[float, float, float]:
    """The 50th, 95th and 99th, in milliseconds; infinite if there are too few to say."""
    if len(seconds) < 2:
        return (float("inf"),) * 3
    cuts = quantiles(seconds, n=100, method="inclusive")
    return 1000 * cuts[49], 1000 * cuts[94], 1000 * cuts[98]


def words(told: list[Told]) -> str:
    """A report: who finished, what went wrong, how long each kind of deed took."""
    errors = Counter(error for each in told for error in each.errors)
    lines = [
        f"{len(told)} respondents, {sum(each.finished for each in told)} finished, "
        f"{sum(len(each.given) for each in told)} answers given, "
        f"{sum(each.papers for each in told)} papers opened, {sum(errors.values())} errors, "
        f"{sum(each.reconnects for each in told)} reconnects"
    ]
    for kind in ("open", "answer", "turn", "paper"):
        found = waits(told, kinds=(kind,))
        if found:
            p50, p95, p99 = percentiles(found)
            lines.append(
                f"  {kind:7}{len(found):7}  p50 {p50:.0f}  p95 {p95:.0f}  p99 {p99:.0f} ms"
            )
    lines += [f"  {count} × {error}" for error, count in errors.most_common(5)]
    return "\n".join(lines)
