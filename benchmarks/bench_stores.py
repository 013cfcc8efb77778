"""Answers a second through the store, on SQLite and PostgreSQL, beside the bare drivers.

Every thread answers in an assessment of its own, as people do; each save is committed to the disk
before it counts (`synchronous=FULL`, `synchronous_commit=on`, `fsync=on`). The peer is the least
that a program could do: one INSERT and its COMMIT through the driver alone, a connection for each
thread. All four take turns within one run, so that other programs disturb all alike.

    python benchmarks/bench_stores.py [SECONDS]     # 3 for each turn unless it is said
"""

import sqlite3
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median, quantiles
from threading import Barrier, Lock, Thread
from time import perf_counter

import psycopg

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from storage import open_store  # noqa: E402
from tests.postgres import running  # noqa: E402
from tests.storage.verbs import started, the_bank  # noqa: E402

THREADS = (1, 16)
TURNS = 3
Answer = Callable[[int], object]
Opened = Callable[[], tuple[Answer, Callable[[], None]]]


def through_the_store(url: str) -> Opened:
    """A person with an assessment of their own in a store that all threads share."""
    store = open_store(url, banks=[the_bank()])

    def one() -> tuple[Answer, Callable[[], None]]:
        begun, tab = started(store)
        name = f"answer:{the_bank().items[0].id}"

        def answer(number: int) -> object:
            key = f"bench {number}"
            return store.save(begun.record.id, tab, {name: number % 5}, {}, key, turn=number)

        return answer, lambda: None

    return one


def bare_sqlite(path: Path) -> Opened:
    """One row and its commit by the driver; a lock, without which SQLite makes threads starve."""
    lock = Lock()
    with sqlite3.connect(path) as first:
        first.execute("PRAGMA journal_mode=WAL")
        first.execute("CREATE TABLE answer (name TEXT, value TEXT)")

    def one() -> tuple[Answer, Callable[[], None]]:
        raw = sqlite3.connect(path, check_same_thread=False, isolation_level=None)
        raw.execute("PRAGMA synchronous=FULL")

        def answer(number: int) -> object:
            with lock:
                return raw.execute("INSERT INTO answer VALUES (?, ?)", ("OWN-01", str(number)))

        return answer, raw.close

    return one


def bare_postgresql(address: str) -> Opened:
    """One row and its commit by the driver."""
    with psycopg.connect(address) as first:
        first.execute("CREATE TABLE answer (name TEXT, value TEXT)")

    def one() -> tuple[Answer, Callable[[], None]]:
        raw = psycopg.connect(address, autocommit=True)

        def answer(number: int) -> object:
            return raw.execute("INSERT INTO answer VALUES (%s, %s)", ("OWN-01", str(number)))

        return answer, raw.close

    return one


def turn(opened: Opened, threads: int, seconds: float) -> tuple[float, list[float]]:
    """Answers a second of all threads together, and what each answer took in milliseconds."""
    took: list[float] = []
    gate = Barrier(threads)

    def work() -> None:
        answer, close = opened()
        mine, number = [], 0
        gate.wait()
        until = perf_counter() + seconds
        while (began := perf_counter()) < until:
            number += 1
            answer(number)
            mine.append(1000 * (perf_counter() - began))
        close()
        took.extend(mine)

    workers = [Thread(target=work) for _ in range(threads)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return len(took) / seconds, took


def main(seconds: float) -> int:
    """Measure and print; 1 if an answer on PostgreSQL takes more than ten bare inserts, else 0."""
    ratio = 0.0
    with tempfile.TemporaryDirectory() as folder, running() as server:
        made = {
            "SQLite, the store": through_the_store(str(Path(folder) / "store.db")),
            "SQLite, bare": bare_sqlite(Path(folder) / "bare.db"),
            "PostgreSQL, the store": through_the_store(server.first),
            "PostgreSQL, bare": bare_postgresql(server.fresh().replace("+psycopg", "")),
        }
        for threads in THREADS:
            found: dict[str, list[tuple[float, list[float]]]] = {name: [] for name in made}
            for _ in range(TURNS):
                for name, opened in made.items():
                    found[name].append(turn(opened, threads, seconds))
            print(f"{threads} thread{'s' * (threads > 1)}")
            for name, turns in found.items():
                rate = median(each[0] for each in turns)
                took = [ms for each in turns for ms in each[1]]
                p99 = quantiles(took, n=100)[98]
                print(f"  {name:22}{rate:8.0f} a second, {median(took):6.2f} ms, p99 {p99:6.1f} ms")
            rates = {name: median(each[0] for each in turns) for name, turns in found.items()}
            ratio = max(ratio, rates["PostgreSQL, bare"] / rates["PostgreSQL, the store"])
    print(f"a bare insert on PostgreSQL is {ratio:.1f} times as quick as an answer (at most 10)")
    return int(ratio > 10)


if __name__ == "__main__":
    sys.exit(main(float(sys.argv[1]) if len(sys.argv) > 1 else 3.0))
