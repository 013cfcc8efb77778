"""A throwaway PostgreSQL server for tests, run by an ordinary account on a socket in its folder."""

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path
from time import monotonic, sleep

import psycopg

from storage import open_store
from storage.tables import metadata
from tests.needs import need_database

ACCOUNTS = ("postgres", "nobody")
"""Who runs the server when the tests run as root, which PostgreSQL refuses."""
OWNER = "diagnostic"
"""The account of the program: it owns its databases and nothing else."""
CAREFREE = {"fsync": "off", "full_page_writes": "off", "synchronous_commit": "off"}
"""For tests that cut no power and kill no server."""
EMPTY = (
    "SET session_replication_role = replica; "  # no trigger keeps the log, no key keeps a row
    + "; ".join(f'DELETE FROM "{table}"' for table in metadata.tables if table != "instance")
    + "; ALTER SEQUENCE audit_id_seq RESTART"
)


class Server:
    """A server that was started, with one database; `first` is its address."""

    def __init__(self, programs, folder, settings):
        self.folder = folder
        self._programs = programs
        self._settings = settings
        self._numbers = count(1)
        how = ("--no-sync", "-A", "trust", "-U", "postgres", "-E", "UTF8", "--locale=C")
        assert self._run("initdb", *how).wait(60) == 0, self.log()
        self.start()
        self.ask(f"CREATE ROLE {OWNER} LOGIN")
        self.first = self.fresh()
        self._made = False

    def _run(self, program, *arguments):
        command = [*_as_ordinary(), self._programs / program, "-D", self.folder / "pg", *arguments]
        with (self.folder / "log").open("a") as log:
            return subprocess.Popen(command, cwd=self.folder, stdout=log, stderr=log)

    def start(self, **settings):
        """Serve, with `settings` this time; the server is a child that is waited for in the end."""
        given = {"listen_addresses": "", "unix_socket_directories": self.folder}
        given |= {"max_connections": 40, "shared_buffers": "32MB", **self._settings, **settings}
        options = [part for name, value in given.items() for part in ("-c", f"{name}={value}")]
        self._process = self._run("postgres", *options)
        until = monotonic() + 30
        while not self._answers():
            assert self._process.poll() is None, self.log()
            assert monotonic() < until, self.log()
            sleep(0.02)

    def _answers(self):
        try:
            psycopg.connect(self.address("postgres", "postgres")).close()
        except psycopg.OperationalError:
            return False
        return True

    @property
    def process(self):
        """The number of the server's first process, which lets others in."""
        return self._process.pid

    def log(self):
        return (self.folder / "log").read_text()

    def stop(self, how=signal.SIGINT):
        """Stop the server: fast, or as if it had crashed (SIGQUIT)."""
        self._process.send_signal(how)
        self._process.wait(30)

    def ask(self, words, database="postgres"):
        """What an administrator's statement gives."""
        with psycopg.connect(self.address(database, "postgres"), autocommit=True) as raw:
            found = raw.execute(words)
            return found.fetchall() if found.description else []

    def address(self, database, account=OWNER):
        return f"postgresql://{account}@/{database}?host={self.folder}"

    def fresh(self):
        """The address of a new database that the program owns."""
        name = f"t{next(self._numbers)}"
        self.ask(f"CREATE DATABASE {name} OWNER {OWNER}")
        return self.address(name).replace("postgresql:", "postgresql+psycopg:")

    def emptied(self):
        """The address of the first database, its store without a row: quicker than a new one."""
        if not self._made:
            open_store(self.first).close()
            self._made = True
        self.ask(EMPTY, "t1")
        return self.first


@contextmanager
def running(**settings):
    """A server for as long as this lasts; the test is skipped or fails where there is none."""
    programs = need_database()
    folder = Path(tempfile.mkdtemp(prefix="pg"))
    server = None
    try:
        if found := _ordinary():
            os.chown(folder, found.pw_uid, found.pw_gid)
        server = Server(programs, folder, settings)
        yield server
    finally:
        if server is not None:
            server.stop(signal.SIGQUIT)
        shutil.rmtree(folder, ignore_errors=True)


def _ordinary():
    """The account for the server; nothing if the tests run as an ordinary one themselves."""
    if os.getuid():
        return None
    for name in ACCOUNTS:
        with suppress(KeyError):
            return pwd.getpwnam(name)
    raise AssertionError(f"an account for the server is needed: {' or '.join(ACCOUNTS)}")


def _as_ordinary():
    found = _ordinary()
    if found is None:
        return []
    return ["setpriv", f"--reuid={found.pw_uid}", f"--regid={found.pw_gid}", "--clear-groups"]
