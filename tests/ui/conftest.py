"""Each test of a page has a store of its own."""

import pytest

from ui import session


@pytest.fixture(autouse=True)
def own_store(tmp_path, monkeypatch):
    """A new store in a file of its own, closed afterwards."""
    monkeypatch.setenv("DIAGNOSTIC_DB", str(tmp_path / "answers.db"))
    yield
    if session._opened.cache_info().currsize:
        session.store().close()
        session._opened.cache_clear()
