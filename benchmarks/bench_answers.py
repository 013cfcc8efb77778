"""One answer's round trip, save included, beside plain Streamlit that saves nothing.

Two peers: `bare_app.py` is one page with the same two radio groups and nothing else,
`bare_pages.py` the same screens with the same widgets. All run on the same settings
(`.streamlit/config.toml`) and are asked over a real websocket by the same client, in turn, so that
other programs disturb all alike. Processor time is what the server processes used; wall time is
what the client waited for. Then the result page's first full render beside a bare page with the
same number of charts, and what an open session takes in memory.
"""

import sys
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from os import sysconf
from pathlib import Path
from statistics import median
from time import clock_gettime, perf_counter

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from storage import open_store  # noqa: E402
from storage.fields import fields_of  # noqa: E402
from tests.scoring.verbs import person  # noqa: E402
from tests.storage.verbs import TEXT, the_bank  # noqa: E402
from tests.web.screen import FIRST, answer  # noqa: E402
from tests.web.server import Server  # noqa: E402
from tests.web.visitor import Visitor  # noqa: E402

ROUNDS, CLICKS = 30, 20
RENDERS = 30
WARM, BATCHES, SESSIONS = 3, 8, 40
BARS = {"answer": 1.5, "answer of the same screens": 1.3, "result": 3.0, "memory": 1.5}
SCRIPTS = {
    "ours": "app.py",
    "bare": "benchmarks/bare_app.py",
    "pages": "benchmarks/bare_pages.py",
}


@dataclass
class Measured:
    """Milliseconds for one call: of the server's processor, and on the client's clock."""

    cpu: float
    wall: float


def cpu(server: Server) -> float:
    """Milliseconds of processor time that a server has used, by the clock of its process."""
    return 1000 * clock_gettime(~server.pid << 3 | 2)


def memory(server: Server) -> float:
    """Kilobytes of memory that a server holds."""
    words = Path(f"/proc/{server.pid}/statm").read_text("ascii").split()
    return int(words[1]) * sysconf("SC_PAGE_SIZE") / 1024


def measure(server: Server, times: int, work: Callable[[int], object]) -> Measured:
    """Call `work` some times; what one call took in the middle, and of the processor on average."""
    waited = []
    used = cpu(server)
    for number in range(times):
        began = perf_counter()
        work(number)
        waited.append(1000 * (perf_counter() - began))
    return Measured((cpu(server) - used) / times, median(waited))


def in_turn(
    works: Mapping[str, tuple[Server, Callable[[int], object]]], rounds: int, times: int
) -> dict[str, Measured]:
    """Measure all, round by round in turn; the middle of the rounds of each."""
    found: dict[str, list[Measured]] = {name: [] for name in works}
    for _ in range(rounds):
        for name, (server, work) in works.items():
            found[name].append(measure(server, times, work))
    return {
        name: Measured(median(each.cpu for each in kept), median(each.wall for each in kept))
        for name, kept in found.items()
    }


def report(name: str, bar: float, ours: Measured, bare: Measured) -> bool:
    """Print what was measured beside its bar; whether both ratios keep to it."""
    ratios = ours.cpu / bare.cpu, ours.wall / bare.wall
    print(f"{name} (at most {bar:g} times)")
    for kind, ratio, mine, peers in (
        ("processor", ratios[0], ours.cpu, bare.cpu),
        ("wall", ratios[1], ours.wall, bare.wall),
    ):
        print(f"  {kind:10} {ratio:5.2f} times   {mine:7.2f} ms beside {peers:.2f} ms")
    return max(ratios) <= bar


def session(name: str, server: Server) -> Visitor:
    """A new session at the first two questions, on the way that its pages have."""
    visitor = server.visitor().open()
    if name == "ours":
        return visitor.press("Start").go("questions")
    if name == "pages":
        visitor.press("Start").page_hash = visitor.pages["questions"]
        visitor.rerun()
    return visitor


def answers(servers: Mapping[str, Server]) -> bool:
    """One answer's round trip."""

    def click(visitor: Visitor) -> Callable[[int], object]:
        return lambda number: answer(visitor, number % 5)

    works = {name: (each, click(session(name, each))) for name, each in servers.items()}
    found = in_turn(works, ROUNDS, CLICKS)
    assert servers["ours"].stored()[f"answer:{FIRST.id}"] == (CLICKS - 1) % 5
    ours, bare, pages = (found[name] for name in SCRIPTS)
    return all(
        (
            report("One answer, saved, beside the two questions", BARS["answer"], ours, bare),
            report(
                "One answer, saved, beside the same screens",
                BARS["answer of the same screens"],
                ours,
                pages,
            ),
        )
    )


def results(servers: Mapping[str, Server]) -> bool:
    """The result page's first full render in a new session."""
    ours, bare = servers["ours"], servers["bare"]
    store = open_store(str(ours.database))
    fields = fields_of(person("P1"))
    token = store.start(TEXT, the_bank(), fields).token
    store.close()

    def render(server: Server, page: str, query: str) -> Callable[[int], object]:
        def once(_: int) -> Visitor:
            visitor = server.visitor().open(page, query)
            visitor.drop()
            return visitor

        return once

    first = ours.visitor().open("result", f"t={token}")
    charts = sum(1 for _ in first.found("vega_lite_chart"))
    print(f"The result page has {charts} charts.")
    found = in_turn(
        {
            "ours": (ours, render(ours, "result", f"t={token}")),
            "bare": (bare, render(bare, "", f"charts={charts}")),
        },
        RENDERS,
        1,
    )
    return report("The result's first render", BARS["result"], *found.values())


def sessions(servers: Mapping[str, Server]) -> bool:
    """What one more open session takes, each with an answer given; batch by batch in turn.

    The first batches fill what a process has once: they are opened, and not counted. After that all
    growth counts, because memory comes in pieces that are larger than one session.
    """
    growth = dict.fromkeys(servers, 0.0)
    for batch in range(WARM + BATCHES):
        for name, server in servers.items():
            before = memory(server)
            for number in range(SESSIONS):
                answer(session(name, server), number % 5)
            growth[name] += (memory(server) - before) * (batch >= WARM)
    mine, bare, pages = (growth[name] / BATCHES / SESSIONS for name in SCRIPTS)
    print(f"One more open session (at most {BARS['memory']:g} times the two questions)")
    print(f"  memory     {mine / bare:5.2f} times   {mine:7.0f} kB beside {bare:.0f} kB")
    print(f"  {mine / pages:16.2f} times the same screens' {pages:.0f} kB")
    return mine / bare <= BARS["memory"]


def main() -> int:
    """Measure everything; 1 if a bar is missed."""
    with tempfile.TemporaryDirectory() as folder:
        servers = {name: Server(Path(folder, name), script=each) for name, each in SCRIPTS.items()}
        try:
            for server in servers.values():
                server.folder.mkdir()
                server.start()
            kept = [part(servers) for part in (answers, results, sessions)]
        finally:
            for server in servers.values():
                server.end()
    return 0 if all(kept) else 1


if __name__ == "__main__":
    sys.exit(main())
