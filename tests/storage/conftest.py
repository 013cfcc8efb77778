"""The stores that one and the same contract holds for; PostgreSQL joins by a line in `STORES`."""

import pytest

from storage import open_store
from tests.storage.desk_verbs import MovedClock
from tests.storage.verbs import the_bank

STORES = {"sqlite": lambda folder: f"sqlite:///{folder}/answers/diagnostic.db"}


@pytest.fixture(params=STORES)
def url(request, tmp_path):
    return STORES[request.param](tmp_path)


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
