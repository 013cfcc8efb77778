"""Servers and crowds for measurements, each on a core of its own."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.load.crowd import CLICKS, percentiles
from benchmarks.load.machine import cpu_seconds, load_average, own_memory
from tests.web.waiting import free_port, wait_until

ROOT = Path(__file__).resolve().parent.parent.parent
SERVING, ASKING = "0", "1"
"""The core for the server and the one for the crowd, where there are two."""
OURS, BARE = "app.py", "benchmarks/bare_server.py"
PATIENCE = 240.0


def pinned(core: str) -> list[str]:
    """What to put before a command so that it keeps to one core."""
    return ["taskset", "-c", core] if (os.cpu_count() or 1) > 1 else []


@dataclass
class Site:
    """A server under measurement: its process, its address, its store."""

    name: str
    process: subprocess.Popen[bytes]
    base: str
    store: Path

    @property
    def memory(self) -> float:
        """Megabytes that only this process holds."""
        return own_memory(self.process.pid)

    @property
    def cpu(self) -> float:
        """Seconds of processor time used."""
        return cpu_seconds(self.process.pid)


@contextmanager
def serving(script: str) -> Iterator[Site]:
    """A server on its core with an empty store, healthy; killed in the end."""
    with tempfile.TemporaryDirectory() as folder:
        port, store = free_port(), Path(folder, "diagnostic.db")
        command = [*pinned(SERVING), sys.executable, "-m", "streamlit", "run", script]
        with Path(folder, "log.txt").open("w") as log:
            process = subprocess.Popen(
                [*command, f"--server.port={port}", "--server.address=127.0.0.1"],
                cwd=ROOT,
                env=os.environ | {"DIAGNOSTIC_DB": str(store), "HOME": folder},
                stdout=log,
                stderr=log,
            )
        site = Site(script, process, f"http://127.0.0.1:{port}", store)
        try:
            assert wait_until(lambda: _answers(site.base), PATIENCE), "the server does not answer"
            yield site
        finally:
            process.kill()
            process.wait()


def _answers(base: str) -> bool:
    command = ["curl", "--silent", "--fail", "--max-time", "5", f"{base}/_stcore/health"]
    return not subprocess.run(command, stdout=subprocess.DEVNULL, check=False).returncode


@dataclass
class Found:
    """What one crowd met: waits in milliseconds, errors, the server's processor seconds."""

    p50: float
    p95: float
    p99: float
    clicks: int
    cpu: float
    errors: int
    said: str = field(repr=False)

    @property
    def cpu_per_click(self) -> float:
        """Milliseconds of the server's processor for one deed."""
        return 1000 * self.cpu / max(self.clicks, 1)


def crowd(site: Site, people: int, seconds: float, warm: float, *more: str) -> Found:
    """A crowd for so many seconds; what came in the first `warm` ones is not counted."""
    with tempfile.NamedTemporaryFile(suffix=".json") as file:
        command = [*pinned(ASKING), sys.executable, "-m", "benchmarks.load", site.base]
        command += ["--people", str(people), "--seconds", str(seconds), "--ramp", str(warm / 2)]
        command += ["--again", "--json", file.name, *more]
        command += ["--bare"] if site.name == BARE else ["--store", str(site.store)]
        before = site.cpu
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        assert done.returncode in (0, 1), done.stderr
        assert file.read(1), done.stderr
        told: dict[str, Any] = json.loads(Path(file.name).read_bytes())
    since = told["began"] + warm
    every = [wait for each in told["told"] for wait in each["waits"] if wait[1] in CLICKS]
    late = [seconds for at, _, seconds in every if at >= since]
    errors = sum(len(each["errors"]) for each in told["told"])
    return Found(*percentiles(late), len(every), site.cpu - before, errors, done.stdout)


def in_the_middle(found: list[Found]) -> Found:
    """The crowd with the p95 in the middle."""
    middle = median(sorted(each.p95 for each in found))
    return min(found, key=lambda each: abs(each.p95 - middle))


def line(name: str, found: Found) -> str:
    """One crowd in a line."""
    return (
        f"  {name:24} p50 {found.p50:6.0f}  p95 {found.p95:6.0f}  p99 {found.p99:6.0f} ms  "
        f"{found.clicks:6} deeds  {found.cpu_per_click:5.1f} ms of processor each  "
        f"{found.errors} errors; {load_average()}"
    )
