"""The bill of materials holds exactly what the lock pins, and follows its schema."""

import json

import pytest

from supply.bill import WrongBill, bill, valid
from supply.pins import DEPLOYED

MOST = 5
"""Pins of the lock that are enough here: checking all of them takes long."""


@pytest.fixture
def lock(tmp_path):
    pins = DEPLOYED.read_text("utf-8").split(".lock`.", 1)[-1].replace(" \\\n", " ").splitlines()
    file = tmp_path / "short.lock"
    file.write_text("\n".join([line for line in pins if "==" in line][:MOST]), "utf-8")
    return file


def test_the_bill_names_every_pin_with_hashes_and_licence(lock):
    made = json.loads(bill(lock, {"alembic": "MIT"}))
    assert len(made["components"]) == MOST
    assert all(each["externalReferences"][0]["hashes"] for each in made["components"])
    (alembic,) = [each for each in made["components"] if each["name"] == "alembic"]
    assert alembic["licenses"] == [{"license": {"name": "MIT"}}]
    assert made["metadata"]["component"]["name"] == "execution-diagnostic"


def test_what_breaks_the_schema_is_refused():
    with pytest.raises(WrongBill, match="SPDX"):
        valid('{"bomFormat": "SPDX", "specVersion": "1.6"}')
