"""Servers for tests of what really happens between a page, the server and the store."""

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.web.server import Nursery, Server

Serve = Callable[..., Server]


@pytest.fixture(scope="session")
def nursery() -> Iterator[Nursery]:
    opened = Nursery()
    yield opened
    opened.close()


@pytest.fixture
def servers(nursery: Nursery, tmp_path: Path) -> Iterator[Serve]:
    """Makes servers, not started yet, each with a folder of its own; all end with the test."""
    made: list[Server] = []

    def make(**how: object) -> Server:
        folder = tmp_path / f"server-{len(made)}"
        folder.mkdir()
        made.append(Server(**{"folder": folder, "nursery": nursery, **how}))  # type: ignore[arg-type]
        return made[-1]

    yield make
    for server in made:
        server.end()


@pytest.fixture
def server(servers: Serve) -> Server:
    """A started server."""
    return servers().start()


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that another account can reach; pytest's own are private."""
    folder = Path(tempfile.mkdtemp())
    os.chmod(folder, 0o755)
    yield folder
    shutil.rmtree(folder)
