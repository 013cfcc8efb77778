"""The papers of a call, made once."""

import pytest

from tests.report.call.papers import all_papers


@pytest.fixture(scope="session")
def call_papers():
    """Every paper by its name: briefs on A4 and Letter, recaps."""
    return all_papers()
