"""A real server for tests: started on a port with a store of its own, killed, started again.

`Nursery` forks servers from one process that has done the imports (a second instead of four);
`Server.by_command` starts the very command that `make run` uses.
"""

import json
import os
import resource
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock
from typing import Any, Self
from urllib.error import HTTPError
from urllib.request import urlopen

from tests.web.visitor import Visitor
from tests.web.waiting import free_port, wait_until

ROOT = Path(__file__).resolve().parent.parent.parent
UNLIMITED = (resource.RLIM_INFINITY, resource.RLIM_INFINITY)


class Nursery:
    """The process that forks servers."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.web"],
            cwd=ROOT,
            text=True,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        self._lock = Lock()
        assert self._say() == "ready"

    def _say(self) -> str:
        assert self._process.stdout is not None
        return self._process.stdout.readline().strip()

    def fork(self, asked: Mapping[str, Any]) -> int:
        """Start a server; its process id."""
        assert self._process.stdin is not None
        with self._lock:
            self._process.stdin.write(json.dumps(asked) + "\n")
            self._process.stdin.flush()
            return int(self._say())

    def close(self) -> None:
        """End the process; its servers are ended by those who asked for them."""
        self._process.communicate()


@dataclass
class Server:
    """A server with its port, its store and the folder of its log. `Visitor`s come to it."""

    folder: Path
    nursery: Nursery | None = None
    script: str = "app.py"
    flags: tuple[str, ...] = ()
    nobody: bool = False
    settings: Mapping[str, str] = field(default_factory=dict)
    database: Path = Path()
    port: int = field(default_factory=free_port)
    health: str = "/_stcore/health"
    pid: int = 0
    visitors: list[Visitor] = field(default_factory=list)

    def __post_init__(self) -> None:
        if self.database == Path():
            self.database = self.folder / "diagnostic.db"

    def start(self) -> Self:
        """Start and wait until it answers; only /healthz is asked, which runs no page."""
        flags = (f"--server.port={self.port}", "--server.address=127.0.0.1", *self.flags)
        place = {"DIAGNOSTIC_DB": str(self.database), "HOME": str(self.folder)}
        environment = {**place, **self.settings}
        log = self.folder / "log.txt"
        if self.nursery is None:
            self.pid = self._run_command(flags, environment, log)
        else:
            asked = {
                "script": self.script,
                "flags": flags,
                "environment": environment,
                "log": str(log),
                "nobody": self.nobody,
            }
            self.pid = self.nursery.fork(asked)
        wait_until(lambda: self.is_up() or not self._lives(), 30)
        assert self.is_up(), log.read_text("utf-8")
        return self

    def _run_command(self, flags: tuple[str, ...], environment: dict[str, str], log: Path) -> int:
        with log.open("a") as out:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "streamlit", "run", self.script, *flags],
                cwd=ROOT,
                env=os.environ | environment,
                stdout=out,
                stderr=out,
            )
        return self._process.pid

    def is_up(self) -> bool:
        """Whether the process answers."""
        try:
            return self.get(self.health)[0] == 200
        except OSError:
            return False

    def get(self, path: str) -> tuple[int, str]:
        """The status and text at an address."""
        try:
            with urlopen(f"http://127.0.0.1:{self.port}{path}", timeout=5) as answer:
                return answer.status, answer.read().decode()
        except HTTPError as error:
            return error.code, error.read().decode()

    def kill(self) -> None:
        """`kill -9`, and wait until the port is free."""
        if not self.pid:
            return
        if self._lives():
            self.signal(signal.SIGKILL)
        assert wait_until(lambda: not self._lives())
        self.pid = 0

    def restart(self) -> Self:
        """`kill -9` and start again on the same port and the same store."""
        self.kill()
        return self.start()

    def end(self) -> None:
        """Close every tab and kill the server."""
        for visitor in self.visitors:
            visitor.drop()
        self.kill()

    def signal(self, number: int) -> None:
        """Send a signal to the process."""
        os.kill(self.pid, number)

    def visitor(self) -> Visitor:
        """A new tab, not opened yet."""
        self.visitors.append(Visitor(self.port))
        return self.visitors[-1]

    def stored(self) -> dict[str, Any]:
        """Every field that is stored, read from the file itself. One assessment is expected."""
        with closing(sqlite3.connect(f"file:{self.database}?mode=ro", uri=True)) as raw:
            rows = raw.execute("SELECT name, value FROM field WHERE value IS NOT NULL").fetchall()
        return {name: json.loads(value) for name, value in rows}

    def events(self, kind: str) -> list[tuple[str, Any]]:
        """Field and value of every event of a kind, in order."""
        with closing(sqlite3.connect(f"file:{self.database}?mode=ro", uri=True)) as raw:
            rows = raw.execute(
                "SELECT name, value FROM event WHERE kind = ? ORDER BY seq", [kind]
            ).fetchall()
        return [(name, json.loads(value) if value else None) for name, value in rows]

    @contextmanager
    def disk_full(self) -> Iterator[None]:
        """No file of the server can grow: what a full disk does to a log that only grows."""
        most = self.database.with_name(f"{self.database.name}-wal").stat().st_size
        resource.prlimit(self.pid, resource.RLIMIT_FSIZE, (most, resource.RLIM_INFINITY))
        try:
            yield
        finally:
            resource.prlimit(self.pid, resource.RLIMIT_FSIZE, UNLIMITED)

    @contextmanager
    def read_only(self) -> Iterator[None]:
        """SQLite refuses to write."""
        self.signal(signal.SIGUSR1)
        try:
            yield
        finally:
            self.signal(signal.SIGUSR2)

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Another program holds the store's lock."""
        with closing(sqlite3.connect(self.database, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            yield

    def _lives(self) -> bool:
        if self.nursery is None:
            return self._process.poll() is None
        try:
            self.signal(0)
        except ProcessLookupError:
            return False
        return True
