"""A start loads what it needs; the slow rest is loaded right after it, and a fault is one line."""

import subprocess
import sys

from tests.scoring.verbs import ROOT
from web import warming

SLOW = ("pandas", "altair", "alembic")


def test_the_app_is_made_without_what_only_later_pages_need():
    program = f"import app, sys; print([name for name in {SLOW} if name in sys.modules])"
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_something_that_cannot_be_loaded_is_said_and_stops_nothing(monkeypatch, caplog):
    monkeypatch.setattr(warming, "LATER", ("no_such_module", "colorsys"))
    monkeypatch.setattr(warming.gc, "freeze", lambda: None)
    monkeypatch.delitem(sys.modules, "colorsys", raising=False)
    warming.warm_later(0.0).join(10)
    assert "colorsys" in sys.modules
    assert "no_such_module: stumbled over ModuleNotFoundError" in caplog.text
