"""One scorecard as a PDF beside plain Platypus, fpdf2 and WeasyPrint with the same content.

Ours is the whole way from a scorecard to the bytes of a tagged file, wording included. The peers
are handed the finished texts, tables and shapes of P1's paper and write no tags. All run in turn,
round by round, in this process. Then ours alone: size, memory in a fresh process, twenty at once.
"""

import os
import re
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from time import perf_counter, process_time

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

import pypdfium2  # noqa: E402

import bank  # noqa: E402
from benchmarks.paper import fpdf2, platypus, weasy  # noqa: E402
from benchmarks.paper.content import Content  # noqa: E402
from benchmarks.paper.recording import recorded  # noqa: E402
from report.paper import Paper, scorecard_pdf  # noqa: E402
from report.text.faces import load_faces  # noqa: E402
from scoring import Scorecard, score  # noqa: E402
from scoring.answer_file import read_answer_file  # noqa: E402

ROUNDS = 21
PAPER = Paper(datetime(2026, 11, 25, 14, 30, tzinfo=UTC), delete_at="https://diagnostic.example/")
EXAMPLES = ROOT / "tests" / "worked_examples"
PERSONAS = ("P1", "P2", "P3", "P4", "P5")
MOST_OF_PLATYPUS, LEAST_OF_OTHERS = 1.0, 1 / 6
MOST_KILOBYTES, MOST_MEGABYTES = 300, 80
AT_ONCE, THREADS = 20, 8
FRESH = """
import resource, sys
from pathlib import Path
from report.__main__ import main
status = main(sys.argv[1:])
unit = 1024 if sys.platform == "darwin" else 1
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // unit
now = Path("/proc/self/status")  # of this program alone; ru_maxrss counts who started it as well
if now.exists():
    peak = next(int(line.split()[1]) for line in now.open() if line.startswith("VmHWM"))
print(status, peak)
"""


@dataclass
class Times:
    """Milliseconds of every round: of the processor, and on the clock."""

    cpu: list[float] = field(default_factory=list)
    wall: list[float] = field(default_factory=list)


def card_of(name: str) -> Scorecard:
    """The scorecard of a worked example."""
    ours = bank.load((ROOT / "questions.yaml").read_bytes())
    answers = read_answer_file((EXAMPLES / f"{name}.json").read_bytes(), ours)
    return score(answers.bank, answers.assessment)


def in_turn(ways: dict[str, Callable[[], bytes]]) -> dict[str, Times]:
    """Make a file each way, round by round, after one that warms up."""
    found = {name: Times() for name in ways}
    for number in range(ROUNDS):
        order = list(ways.items())
        for name, way in order if number % 2 else reversed(order):
            began, used = perf_counter(), process_time()
            way()
            found[name].cpu.append(1000 * (process_time() - used))
            found[name].wall.append(1000 * (perf_counter() - began))
    return found


def missing(file: bytes, content: Content) -> list[str]:
    """The texts of the content that cannot be read in a file."""
    with pypdfium2.PdfDocument(file) as document:
        read = _letters("".join(page.get_textpage().get_text_range() for page in document))
    return [text for text in content.texts() if _letters(text) not in read]


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text)


def pages(file: bytes) -> int:
    """How many pages a file has."""
    with pypdfium2.PdfDocument(file) as document:
        return len(document)


def speed(card: Scorecard) -> bool:
    """Print how long each way takes beside ours; whether both bars are kept."""
    content = recorded(card, PAPER)
    ways: dict[str, Callable[[], bytes]] = {"ours": lambda: scorecard_pdf(card, PAPER)[1]}
    for name, peer in (("Platypus", platypus), ("fpdf2", fpdf2), ("WeasyPrint", weasy)):
        if peer is weasy and weasy.MISSING:
            print(f"WeasyPrint is left out, a library of the system is missing: {weasy.MISSING}")
            continue
        peer.prepare()
        ways[name] = lambda peer=peer: peer.made(content)
    print(f"{sum(1 for _ in content.texts())} texts and {content.shapes()} shapes besides rules")
    for name, way in ways.items():
        file, lost = way(), missing(way(), content)
        print(f"  {name:11}{pages(file)} pages, {len(file) / 1000:4.0f} kB, {len(lost)} texts lost")
        if lost:
            print(f"  the first text lost: {lost[0]!r}")
            return False
    times = in_turn(ways)
    kept = True
    for name in ways:
        bar = {"ours": None, "Platypus": MOST_OF_PLATYPUS}.get(name, LEAST_OF_OTHERS)
        kept &= _compare(name, times[name], times["ours"], bar)
    return kept


def _compare(name: str, peer: Times, ours: Times, bar: float | None) -> bool:
    cpu, wall = median(peer.cpu), median(peer.wall)
    told = f"  {name:11}processor {cpu:6.1f} ms, wall {wall:6.1f} ms"
    if bar is None:
        print(told)
        return True
    ratios = median(ours.cpu) / cpu, median(ours.wall) / wall
    if bar < 1:
        faster = (
            f"{1 / ratios[0]:.1f} and {1 / ratios[1]:.1f} times faster (at least {1 / bar:.0f})"
        )
        print(f"{told}; ours is {faster}")
    else:
        print(f"{told}; ours takes {ratios[0]:.2f} and {ratios[1]:.2f} of that (at most {bar:g})")
    return max(ratios) <= bar


def size(card: Scorecard) -> bool:
    """Print how large the largest of the five papers is."""
    largest = max(len(scorecard_pdf(card_of(name), PAPER)[1]) for name in PERSONAS) / 1000
    print(f"The largest of five papers: {largest:.0f} kB (under {MOST_KILOBYTES})")
    return largest < MOST_KILOBYTES


def memory() -> bool:
    """Print the most memory that `python -m report` holds for one paper."""
    run = [sys.executable, "-c", FRESH, str(EXAMPLES / "P1.json"), "-o", os.devnull]
    status, peak = subprocess.run(run, cwd=ROOT, check=True, capture_output=True).stdout.split()
    megabytes = int(peak) / 1024
    print(f"Memory in a fresh process: {megabytes:.0f} MB (under {MOST_MEGABYTES})")
    return status == b"0" and megabytes < MOST_MEGABYTES


def at_once() -> bool:
    """Make twenty papers in eight threads and compare them with those made alone."""
    cards = [card_of(PERSONAS[place % len(PERSONAS)]) for place in range(AT_ONCE)]
    alone = [scorecard_pdf(card, PAPER)[1] for card in cards]
    with ThreadPoolExecutor(THREADS) as threads:
        together = list(threads.map(lambda card: scorecard_pdf(card, PAPER)[1], cards))
    same = sum(one == other for one, other in zip(alone, together, strict=True))
    print(f"Made at once by {THREADS} threads: {same} of {AT_ONCE} the same as made alone")
    return same == AT_ONCE


def main() -> int:
    """Measure everything; 1 if a bar is missed."""
    load_faces()
    card = card_of("P1")
    return 0 if all([speed(card), size(card), memory(), at_once()]) else 1


if __name__ == "__main__":
    sys.exit(main())
