"""The stores that one and the same contract holds for: an SQLite file, and a PostgreSQL server."""

import pytest

from storage import open_store
from tests.postgres import CAREFREE, running
from tests.storage.desk_verbs import MovedClock
from tests.storage.verbs import the_bank

STORES = {
    "sqlite": lambda request: f"sqlite:///{request.getfixturevalue('tmp_path')}/a/diagnostic.db",
    "postgresql": lambda request: request.getfixturevalue("postgres").emptied(),
}


@pytest.fixture(scope="session")
def postgres():
    """A server for the contract, with one store that is emptied before each test."""
    with running(**CAREFREE) as server:
        yield server


@pytest.fixture(params=STORES)
def url(request):
    return STORES[request.param](request)


@pytest.fixture
def opened(url):
    """A function that opens the store, as often as wanted; all are closed in the end."""
    stores = []

    def open_once_more(**how):
        store = open_store(url, banks=[the_bank()], **how)
        stores.append(store)
        return store

    yield open_once_more
    for store in stores:
        store.close()


@pytest.fixture
def store(opened):
    return opened()


@pytest.fixture
def clock():
    return MovedClock()


@pytest.fixture
def timed(opened, clock):
    """A store whose desk goes by the moved clock."""
    return opened(clock=clock)
