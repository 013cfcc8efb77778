"""One server for every attack that needs a real one: the attacks leave nothing behind in it."""

from collections.abc import Iterator

import pytest

from tests.web.conftest import nursery  # noqa: F401  the same one as in tests/web
from tests.web.server import Nursery, Server


@pytest.fixture(scope="package")
def target(
    nursery: Nursery,  # noqa: F811
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Server]:
    """A started server with its usual settings."""
    server = Server(tmp_path_factory.mktemp("target"), nursery).start()
    yield server
    server.end()
