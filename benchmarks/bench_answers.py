"""One answer's round trip, save included, beside a bare Streamlit page with the same two questions.

Both run on the same settings (`.streamlit/config.toml`), both are asked over a real websocket by
the same client, in turn, so that other programs disturb both alike. Processor time is what the two
server processes used; wall time is what the client waited for. Then the result page's first full
render beside a bare page with the same number of charts, and what an open session takes in memory.
"""

import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from os import sysconf
from pathlib import Path
from statistics import mean, median
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
BARS = {"answer": 1.5, "result": 3.0, "memory": 1.5}


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
    ours: tuple[Server, Callable[[int], object]],
    bare: tuple[Server, Callable[[int], object]],
    rounds: int,
    times: int,
) -> tuple[Measured, Measured]:
    """Measure both, round by round in turn; the middle of the rounds of each."""
    found: tuple[list[Measured], list[Measured]] = ([], [])
    for _ in range(rounds):
        for kept, (server, work) in zip(found, (ours, bare), strict=True):
            kept.append(measure(server, times, work))
    first, second = (
        Measured(median(each.cpu for each in kept), median(each.wall for each in kept))
        for kept in found
    )
    return first, second


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


def answers(ours: Server, bare: Server) -> bool:
    """One answer's round trip."""
    mine = ours.visitor().open().press("Start").go("questions")
    peers = bare.visitor().open()

    def click(visitor: Visitor) -> Callable[[int], object]:
        return lambda number: answer(visitor, number % 5)

    found = in_turn((ours, click(mine)), (bare, click(peers)), ROUNDS, CLICKS)
    assert ours.stored()[f"answer:{FIRST.id}"] == (CLICKS - 1) % 5
    return report("One answer, saved", BARS["answer"], *found)


def results(ours: Server, bare: Server) -> bool:
    """The result page's first full render in a new session."""
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
        (ours, render(ours, "result", f"t={token}")),
        (bare, render(bare, "", f"charts={charts}")),
        RENDERS,
        1,
    )
    return report("The result's first render", BARS["result"], *found)


def sessions(ours: Server, bare: Server) -> bool:
    """What one more open session takes, each with an answer given; batch by batch in turn.

    The first batches fill what a process has freed before and load what a first visitor needs, so
    they are left out; of the others all the growth is counted, because batches differ.
    """
    begin: dict[str, tuple[Server, Callable[[], Visitor]]] = {
        "ours": (ours, lambda: ours.visitor().open().press("Start").go("questions")),
        "bare": (bare, lambda: bare.visitor().open()),
    }
    growth: dict[str, list[float]] = {name: [] for name in begin}
    for _ in range(WARM + BATCHES):
        for name, (server, session) in begin.items():
            before = memory(server)
            for number in range(SESSIONS):
                answer(session(), number % 5)
            growth[name].append((memory(server) - before) / SESSIONS)
    mine, peers = (mean(growth[name][WARM:]) for name in begin)
    print(f"One more open session (at most {BARS['memory']:g} times)")
    print(f"  memory     {mine / peers:5.2f} times   {mine:7.0f} kB beside {peers:.0f} kB")
    return mine / peers <= BARS["memory"]


def main() -> int:
    """Measure everything; 1 if a bar is missed."""
    with tempfile.TemporaryDirectory() as folder:
        servers = [Server(Path(folder, name)) for name in ("ours", "bare")]
        for server, script in zip(servers, ("app.py", "benchmarks/bare_app.py"), strict=True):
            server.folder.mkdir()
            server.script = script
        try:
            ours, bare = (server.start() for server in servers)
            kept = [part(ours, bare) for part in (answers, results, sessions)]
        finally:
            for server in servers:
                server.end()
    return 0 if all(kept) else 1


if __name__ == "__main__":
    sys.exit(main())
