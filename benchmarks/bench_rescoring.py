"""All of 100,000 stored assessments under a changed bank, beside `python -m scoring --lines`.

Every second assessment is finished, so its old level stands in its result and it is scored once;
the others are scored with their own bank and with the new one. The rate counts scorings for a
second of processor time, because the machine is shared. The peer is `--lines` over the same
answers, in as many processes at once as there are cores, before and after; it scores and writes
each once. Memory is what parent and workers hold together (PSS: a page that three of them share
counts a third for each), looked at five times a second.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter, sleep

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.load.machine import children, load_average, pss  # noqa: E402
from benchmarks.load.seeding import seed, varied  # noqa: E402
from scoring.answer_file import write_answer_file  # noqa: E402
from storage.fields import assessment_of  # noqa: E402
from tests.storage.verbs import TEXT, the_bank  # noqa: E402

PEOPLE, LINES = 100_000, 6_000
CORES = os.cpu_count() or 1
LEAST, MOST = 0.9, 150.0
CHANGED = TEXT.replace(b"    weight: 1.5", b"    weight: 4")


@dataclass(frozen=True)
class Run:
    """Seconds on the clock and of processors, and the most memory in megabytes."""

    wall: float
    cpu: float
    memory: float
    said: str


def run(commands: list[list[str]]) -> Run:
    """Run commands at once and watch what they and their children take."""
    began, before = perf_counter(), os.times()
    running = [
        subprocess.Popen(
            [sys.executable, "-m", *command], cwd=ROOT, text=True, stdout=subprocess.PIPE
        )
        for command in commands
    ]
    most = 0.0
    while any(each.poll() is None for each in running):
        alive = [pid for each in running for pid in (each.pid, *children(each.pid))]
        most = max(most, sum(map(pss, alive)))
        sleep(0.2)
    wall = perf_counter() - began
    said = running[0].communicate()[0]
    assert not any(each.returncode for each in running), said
    after = os.times()
    cpu = after.children_user + after.children_system
    return Run(wall, cpu - before.children_user - before.children_system, most, said)


def peer(folder: Path) -> float:
    """Scorecards a second of `--lines` on all cores at once, the start included on both sides."""
    given = folder / "given.jsonl"
    if not given.exists():
        lines = [_line(number) for number in range(200)]
        given.write_text("".join(lines[number % 200] for number in range(LINES)), "utf-8")
    commands = [["benchmarks.load.lines", str(given)] for _ in range(CORES)]
    found = run(commands)
    print(f"  --lines in {CORES} processes: {CORES * LINES / found.wall:.0f} a second,", end=" ")
    print(f"{CORES * LINES / found.cpu:.0f} for a second of processor")
    return CORES * LINES / found.cpu


def _line(number: int) -> str:
    text = write_answer_file(assessment_of(varied(number), the_bank()), the_bank())
    return json.dumps(json.loads(text)) + "\n"


def main() -> int:
    """Seed, measure, print; 1 if a bar is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=PEOPLE)
    people = parser.parse_args().people
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        began = perf_counter()
        seed(folder / "store.db", people)
        print(f"{people:,} assessments seeded in {perf_counter() - began:.0f} s; {load_average()}")
        (folder / "new.yaml").write_bytes(CHANGED)
        rates = [peer(folder)]
        command = ["storage", "rescore", "--json", "--bank", str(folder / "new.yaml")]
        found = run([[*command, "--store", str(folder / "store.db"), "--workers", str(CORES)]])
        rates.append(peer(folder))
    counts = json.loads(found.said)
    assert counts["assessments"] == people
    ratio = counts["scorings"] / found.cpu / max(rates)
    print(f"  rescored: {people / found.wall:.0f} a second, {people / found.cpu:.0f} for a second")
    print(f"  of processor ({counts['scorings']:,} scorings; {counts['moved']:,} levels move)")
    print(f"Rescoring: {ratio:.2f} of {CORES} × the single rate in scorings (at least {LEAST:g}),")
    print(f"  {people / found.cpu / max(rates):.2f} of it in assessments")
    print(f"Memory of all processes: {found.memory:.0f} MB (under {MOST:g}); {load_average()}")
    return 0 if ratio >= LEAST and found.memory < MOST else 1


if __name__ == "__main__":
    sys.exit(main())
